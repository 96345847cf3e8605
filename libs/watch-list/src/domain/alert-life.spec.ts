import { ALERT_ACTIONS, ALERT_LIFE, ALERT_STATES, alertActionsIn, isWaiting } from './alert-life';

describe('the life of an alert', () => {
  it('is this table, every state with every action', () => {
    const table = ALERT_STATES.map((state) => [
      state,
      ...ALERT_ACTIONS.map((action) => ALERT_LIFE[state][action] ?? '-'),
    ]);
    expect(table).toEqual([
      ['open', 'acknowledged', '-', '-'],
      ['acknowledged', '-', 'handed-over', 'closed'],
      ['handed-over', 'acknowledged', '-', '-'],
      ['closed', '-', '-', '-'],
    ]);
  });

  it('ends only in closed: from every other state something can be done', () => {
    expect(ALERT_STATES.filter((state) => alertActionsIn(state).length === 0)).toEqual(['closed']);
  });

  it('is raised to the next desk only while nobody has it', () => {
    expect(ALERT_STATES.filter(isWaiting)).toEqual(['open', 'handed-over']);
  });
});
