import { toLocalIso } from '@luutru/calendar';
import type { FieldIssue, Input } from '@luutru/client';
import type { PersonDraft, PersonField } from './person/person-draft';
import { personFieldAt, personRequest } from './person/person-request';
import { departureOf, type StayTerms } from './place/stay-terms';

export type GroupBody = Input<'declareGroup'>['body'];

/** What is said of a declaration besides people and terms. */
interface Besides {
  /** That it was entered without a network, and when; it is kept as part of the note. */
  readonly mark?: string | null;
  /** What the guests entered themselves, confirmed by this. */
  readonly guestEntryId?: string | null;
}

/** What a check-in sends: one request for everybody, all or none. */
export function declarationBody(
  facilityId: string,
  persons: readonly PersonDraft[],
  terms: StayTerms,
  now: Date,
  { mark = null, guestEntryId = null }: Besides = {},
): GroupBody {
  const note = [terms.note.trim(), mark].filter(Boolean).join(' · ');
  const place = (room: string) =>
    terms.kind === 'tenant'
      ? { unit: room, ...(terms.employer.trim() !== '' && { employer: terms.employer.trim() }) }
      : room === ''
        ? {}
        : { room };
  const departure = departureOf(terms, now);
  return {
    kind: terms.kind,
    facilityId,
    ...(guestEntryId !== null && { guestEntryId }),
    // Said even when it is now: sent later, by another attempt, it is still when they came.
    arrivedAt: terms.arrival === '' ? toLocalIso(now) : terms.arrival,
    ...(departure !== undefined && { expectedDepartureAt: departure }),
    reason: Number(terms.reason),
    ...(terms.reason === '20' && { reasonText: terms.reasonText }),
    place: place(terms.room.trim()),
    persons: persons.map((person) => ({
      person: personRequest(person),
      ...(person.room !== null && person.room.trim() !== '' && { place: place(person.room.trim()) }),
      ...(note !== '' && { note }),
    })),
  };
}

/** The faults of a refusal where they belong: with a person, with what all share, or nowhere in particular. */
export interface SortedIssues {
  readonly persons: readonly Partial<Record<PersonField, string>>[];
  readonly terms: Readonly<Record<string, string>>;
  readonly placed: (pointer: string) => boolean;
}

const SHARED = new Set([
  'room',
  'unit',
  'employer',
  'expectedDepartureAt',
  'arrivedAt',
  'reason',
  'reasonText',
  'note',
]);

export function sortIssues(
  issues: readonly FieldIssue[],
  count: number,
  text: (issue: FieldIssue) => string,
): SortedIssues {
  const persons = Array.from({ length: count }, (): Partial<Record<PersonField, string>> => ({}));
  const terms: Record<string, string> = {};
  const placed = new Set<string>();
  for (const issue of issues) {
    const [, at, ofPerson] = /^\/persons\/(\d+)\/person(\/.*)$/.exec(issue.pointer) ?? [];
    const field = ofPerson === undefined ? null : personFieldAt(ofPerson);
    const errors = persons[Number(at)];
    const shared = issue.pointer.split('/').at(-1) ?? '';
    if (field && errors) errors[field] = joined(errors[field], text(issue));
    else if (ofPerson === undefined && SHARED.has(shared)) terms[shared] ??= text(issue);
    else continue;
    placed.add(issue.pointer);
  }
  return { persons, terms, placed: (pointer) => placed.has(pointer) };
}

const joined = (before: string | undefined, text: string): string =>
  before === undefined ? text : `${before} ${text}`;
