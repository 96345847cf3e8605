import type { ChainFault } from './seal';

/** What can be wrong with a sealed trail. */
export type Fault =
  | ChainFault
  /** The exported head of that number is another one. */
  | 'head-differs'
  /** Heads before and after it were exported, its own was not. */
  | 'head-not-exported'
  | 'key-unknown'
  | 'signature-wrong'
  /** The entries are not those that were sealed. */
  | 'entries-differ'
  /** Heads were exported of seals that the database no longer has. */
  | 'seals-truncated'
  /** Entries were written long ago and no seal covers them. */
  | 'entries-unsealed';

/** The first broken place. */
export interface Finding {
  readonly fault: Fault;
  /** The seal concerned; for what lies behind the last seal, the number of the next. */
  readonly sealNumber: number;
  /** The period that is no longer vouched for, in microseconds since 1970; null where the trail begins or ends. */
  readonly after: string | null;
  readonly upto: string | null;
  /** How many entries or seals were expected, and how many there are, where that was counted. */
  readonly expected?: number;
  readonly found?: number;
}
