import { draftAgain, type PersonDraft } from '../../check-in/person/person-draft';

/** What a guest has entered so far. */
export interface GuestDraft {
  readonly persons: readonly PersonDraft[];
  /** A day, or nothing. */
  readonly departure: string;
  readonly agreed: boolean;
  /** Names the attempt to send exactly this, so that sending it again is no second entry. */
  readonly key: string;
}

export const emptyDraft = (): GuestDraft => ({ persons: [], departure: '', agreed: false, key: crypto.randomUUID() });

/** Something was changed: sent, it is another request. */
export const changedDraft = (draft: GuestDraft, change: Partial<GuestDraft>): GuestDraft => ({
  ...draft,
  ...change,
  key: crypto.randomUUID(),
});

/** Where a guest was, for a page that is loaded anew. */
export interface GuestMemory {
  readonly draft: GuestDraft;
  /** Of what was sent. */
  readonly secret: string | null;
}

const KEY = 'luutru.guest-entry';

/**
 * Kept in the tab of the guest's own phone and gone with it; by link, so that another desk begins with nothing. What was
 * sent is not kept: only what opens it again.
 */
export function recall(token: string): GuestMemory | null {
  const kept = sessionStorage.getItem(KEY);
  if (kept === null) return null;
  const { token: of, draft, secret } = JSON.parse(kept) as GuestMemory & { token: string };
  return of === token ? { secret, draft: { ...draft, persons: draft.persons.map(draftAgain) } } : null;
}

export const remember = (token: string, memory: GuestMemory): void =>
  sessionStorage.setItem(KEY, JSON.stringify({ token, ...memory }));
