/** Where an alert is. `handed-over`: somebody has passed it on and nobody has taken it yet. */
export const ALERT_STATES = ['open', 'acknowledged', 'handed-over', 'closed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** What an officer does with an alert. */
export const ALERT_ACTIONS = ['acknowledge', 'hand-over', 'close'] as const;
export type AlertAction = (typeof ALERT_ACTIONS)[number];

/** What came of an alert. */
export const ALERT_OUTCOMES = ['confirmed', 'not-the-person', 'no-action'] as const;
export type AlertOutcome = (typeof ALERT_OUTCOMES)[number];

/**
 * State x action -> the state it leads to; what is not listed is refused. Besides, time alone raises what nobody has
 * taken to the next desk, which changes no state (see desk.ts).
 */
export const ALERT_LIFE: Readonly<Record<AlertState, Readonly<Partial<Record<AlertAction, AlertState>>>>> = {
  open: { acknowledge: 'acknowledged' },
  acknowledged: { 'hand-over': 'handed-over', close: 'closed' },
  'handed-over': { acknowledge: 'acknowledged' },
  closed: {},
};

export const alertActionsIn = (state: AlertState): readonly AlertAction[] =>
  ALERT_ACTIONS.filter((action) => ALERT_LIFE[state][action] !== undefined);

/** Whether somebody still has to take the alert, or else it is raised. */
export const isWaiting = (state: AlertState): boolean => state === 'open' || state === 'handed-over';
