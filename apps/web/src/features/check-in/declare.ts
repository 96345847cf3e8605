import { toLocalIso } from '@luutru/calendar';
import { LuutruUnreachable } from '@luutru/client';
import { api } from '../../api/client';
import { csrfToken } from '../../api/csrf-token';
import { isReached } from '../../api/renew-session';
import { showDate, showMoment } from '../../i18n/format';
import { i18n } from '../../i18n/i18n';
import { keepWaiting } from '../offline/waiting';
import { declarationBody } from './declaration';
import type { PersonDraft } from './person/person-draft';
import type { StayTerms } from './place/stay-terms';
import type { Declared } from './receipt/declared';

/** What a person is called on receipts and in what waits. */
export const nameOf = ({ fields }: PersonDraft): string => fields.fullName || fields.documentDescription;

/** Without a network: what the note of a declaration says about its entry. Null: there is one, as far as is known. */
export async function offlineMark(now: Date, enteredBy: string): Promise<string | null> {
  const signedIn = csrfToken() !== null;
  // Whoever was signed in and is not any more is asked to sign in again by the refusal.
  const offline = signedIn ? !navigator.onLine : !(await isReached());
  if (!offline) return null;
  await i18n.loadNamespaces('check-in');
  return i18n.t('check-in:kept.mark', { at: showMoment(now, now), date: showDate(now), by: enteredBy });
}

/**
 * Declares, or without a network keeps the declaration to be sent later under the same key. Once it has been sent without an
 * answer it is kept exactly as it was sent: it may have arrived, and then the same key with the same content finds it there.
 */
export async function declare(entry: {
  readonly facilityId: string;
  readonly persons: readonly PersonDraft[];
  readonly terms: StayTerms;
  readonly key: string;
  readonly at: Date;
  readonly enteredBy: string;
  /** What the guests entered themselves, and this confirms. */
  readonly guestEntryId: string | null;
}): Promise<Declared> {
  const { facilityId, persons, terms, key, at: now, enteredBy, guestEntryId } = entry;
  const names = persons.map(nameOf);
  const mark = await offlineMark(now, enteredBy);
  const body = declarationBody(facilityId, persons, terms, now, { mark, guestEntryId });
  if (mark === null) {
    try {
      const { stays } = await api.declareGroup({ body }, { idempotencyKey: key });
      return {
        kind: 'accepted',
        stays: stays.map((stay, at) => ({ stay, name: names[at] ?? '' })),
        room: terms.room,
      };
    } catch (error) {
      if (!(error instanceof LuutruUnreachable)) throw error;
    }
  }
  const enteredAt = toLocalIso(now);
  await keepWaiting({ body, persons, terms, names, room: terms.room, key, enteredAt, enteredBy });
  return { kind: 'kept', names, enteredAt };
}
