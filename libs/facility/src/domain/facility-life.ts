import type { FacilityStatus } from './facility';

/** What the police may do with a facility. */
export const SUPERVISION = ['suspend', 'reinstate', 'close'] as const;
export type Supervision = (typeof SUPERVISION)[number];

/** State x action -> new state; what is not listed is refused. A closed facility stays closed. */
export const FACILITY_LIFE: Readonly<Record<FacilityStatus, Readonly<Partial<Record<Supervision, FacilityStatus>>>>> = {
  active: { suspend: 'suspended', close: 'closed' },
  suspended: { reinstate: 'active', close: 'closed' },
  closed: {},
};

export type ApplicationState = 'submitted' | 'approved' | 'refused';
export const DECISIONS = ['approve', 'refuse'] as const;
export type Decision = (typeof DECISIONS)[number];

/** An application is decided once. */
export const APPLICATION_LIFE: Readonly<
  Record<ApplicationState, Readonly<Partial<Record<Decision, ApplicationState>>>>
> = {
  submitted: { approve: 'approved', refuse: 'refused' },
  approved: {},
  refused: {},
};
