import type { Output } from '@luutru/client';

export type DeclaredStay = Output<'declareGroup'>['stays'][number];

/** What came of a check-in. */
export type Declared = Accepted | Kept;

export interface Accepted {
  readonly kind: 'accepted';
  readonly stays: readonly { readonly name: string; readonly stay: DeclaredStay }[];
  readonly room: string;
  /** Where they are, in words, when it is not a room. */
  readonly place?: string;
}

/** Not with the system yet: kept in this browser. */
export interface Kept {
  readonly kind: 'kept';
  readonly names: readonly string[];
  readonly enteredAt: string;
}
