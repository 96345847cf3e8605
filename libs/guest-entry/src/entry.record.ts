import type { PersonInput } from '@luutru/declaration';
import type { EntryState, Refusal } from './domain/entry-life';

export const ENTRY_SEAL = { table: 'guest_entry', column: 'content_sealed' } as const;

/** What a guest entered, as it was sent; only while it waits. */
export interface EntryContent {
  readonly persons: readonly PersonInput[];
  readonly expectedDepartureAt: string | null;
}

/** As the guest sees the own entry: no word of what was entered. */
export interface OwnEntry {
  readonly state: EntryState;
  readonly callCode: string;
  readonly people: number;
  readonly enteredAt: Date;
  readonly expiresAt: Date;
  readonly refusedBecause: Refusal | null;
}

/** One line of the list at the desk. */
export interface WaitingEntry {
  readonly entryId: string;
  readonly callCode: string;
  readonly people: number;
  readonly firstName: string;
  readonly enteredAt: Date;
  readonly expiresAt: Date;
  /** When a desk looked at it last. */
  readonly openedAt: Date | null;
}

/** An entry as the desk opens it. */
export interface OpenedEntry extends EntryContent {
  readonly entryId: string;
  readonly callCode: string;
  readonly enteredAt: Date;
  readonly expiresAt: Date;
  /** When somebody else at the desk opened it before; null: nobody did. */
  readonly openedByOtherAt: Date | null;
}
