export const ENTRY_STATES = ['waiting', 'confirmed', 'refused', 'withdrawn', 'expired'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export const ENTRY_ACTIONS = ['confirm', 'refuse', 'withdraw', 'expire'] as const;
export type EntryAction = (typeof ENTRY_ACTIONS)[number];

/** State x action -> the state it leads to. Only what waits can end, and what has ended stays so. */
export const ENTRY_LIFE: Readonly<Record<EntryState, Readonly<Partial<Record<EntryAction, EntryState>>>>> = {
  waiting: { confirm: 'confirmed', refuse: 'refused', withdraw: 'withdrawn', expire: 'expired' },
  confirmed: {},
  refused: {},
  withdrawn: {},
  expired: {},
};

/** How long what a guest entered waits for the desk. */
export const ENTRY_LIFE_MS = 24 * 3_600_000;

/** The state at a moment: what nobody confirmed in time has expired, whether or not that has been written down yet. */
export const stateAt = (entry: { readonly state: EntryState; readonly expiresAt: Date }, now: Date): EntryState =>
  entry.state === 'waiting' && entry.expiresAt <= now ? 'expired' : entry.state;

/** Why a desk sends an entry back; codes, so that no word of a person is kept. */
export const DESK_REFUSALS = ['not-here', 'data-wrong', 'entered-twice', 'declared-otherwise'] as const;
/** The last: all that waited went when a code that was misused was replaced. */
export const REFUSALS = [...DESK_REFUSALS, 'code-replaced'] as const;
export type DeskRefusal = (typeof DESK_REFUSALS)[number];
export type Refusal = (typeof REFUSALS)[number];
