import { APPLICATION_LIFE, DECISIONS, FACILITY_LIFE, SUPERVISION } from './facility-life';

describe('the life of a facility', () => {
  it('is, state by state and action by action', () => {
    const table = Object.entries(FACILITY_LIFE).map(([state, actions]) => [
      state,
      ...SUPERVISION.map((action) => actions[action] ?? '-'),
    ]);
    expect(table).toEqual([
      ['active', 'suspended', '-', 'closed'],
      ['suspended', '-', 'active', 'closed'],
      ['closed', '-', '-', '-'],
    ]);
  });

  it('decides an application once', () => {
    const table = Object.entries(APPLICATION_LIFE).map(([state, actions]) => [
      state,
      ...DECISIONS.map((action) => actions[action] ?? '-'),
    ]);
    expect(table).toEqual([
      ['submitted', 'approved', 'refused'],
      ['approved', '-', '-'],
      ['refused', '-', '-'],
    ]);
  });
});
