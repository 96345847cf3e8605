/** Where a stay is in its life. `overdue`: the expected departure has passed and nobody checked the person out. */
export const STAY_STATES = ['in_house', 'overdue', 'departed', 'left_early', 'cancelled'] as const;
export type StayState = (typeof STAY_STATES)[number];

/** What a facility does with a stay it declared. */
export const STAY_ACTIONS = ['check-out', 'leave-early', 'extend', 'undo-check-out', 'correct', 'cancel'] as const;
export type StayAction = (typeof STAY_ACTIONS)[number];

/** What the population database is told of an action. */
export type StayEventType = 'change' | 'departure' | 'cancellation';

export const EVENT_OF: Readonly<Record<StayAction, StayEventType>> = {
  'check-out': 'departure',
  'leave-early': 'departure',
  extend: 'change',
  'undo-check-out': 'change',
  correct: 'change',
  cancel: 'cancellation',
};

type Outcomes = Readonly<Partial<Record<StayAction, readonly StayState[]>>>;

const PRESENT: Outcomes = {
  'check-out': ['departed', 'left_early'],
  'leave-early': ['left_early'],
  extend: ['in_house'],
  correct: ['in_house', 'overdue'],
  cancel: ['cancelled'],
};
const GONE: Outcomes = {
  'undo-check-out': ['in_house', 'overdue'],
  correct: ['departed', 'left_early'],
  cancel: ['cancelled'],
};

/**
 * State x action -> the states it may lead to; what is not listed is refused. API, console, documentation and tests read
 * this one table. Besides, time alone turns `in_house` into `overdue`.
 */
export const STAY_LIFE: Readonly<Record<StayState, Outcomes>> = {
  in_house: PRESENT,
  overdue: PRESENT,
  departed: GONE,
  left_early: GONE,
  cancelled: {},
};

export const actionsIn = (state: StayState): readonly StayAction[] =>
  STAY_ACTIONS.filter((action) => STAY_LIFE[state][action] !== undefined);
