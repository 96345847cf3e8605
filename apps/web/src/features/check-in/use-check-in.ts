import { LuutruProblem } from '@luutru/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Facility } from '../../api/facility';
import { useSession } from '../../app/session-context';
import { focusFirstError } from '../../forms/focus-first-error';
import { issueText } from '../../forms/problem-errors';
import { useLanguage } from '../../i18n/use-language';
import { useFreeRooms } from '../stays/occupancy';
import { useAttempt } from './attempt';
import { type SortedIssues, sortIssues } from './declaration';
import { declare } from './declare';
import { dropWaiting, takeMended, type WaitingDeclaration } from '../offline/waiting';
import { draftAgain, type PersonDraft } from './person/person-draft';
import { freshTerms, localMoment, type StayTerms, usualKind, usualReason } from './place/stay-terms';
import type { Declared } from './receipt/declared';
import { comparedWith, type GuestStatement, statedPersons, statedTerms } from './guest-statement';
import { usePersons } from './use-persons';

interface Fields {
  readonly scanField: RefObject<HTMLInputElement | null>;
  /** Where to go on once a person is complete: the room, or what declares. */
  readonly roomField: RefObject<HTMLElement | null>;
  readonly form: RefObject<HTMLFormElement | null>;
}

const NO_ISSUES: SortedIssues = { persons: [], terms: {}, placed: () => false };

/**
 * The people at the desk and what they share, from the first scan to the receipt.
 * @param first who is there before anybody was scanned: an empty entry where most are typed
 */
export function useCheckIn(
  facility: Facility,
  { scanField, roomField, form }: Fields,
  first: () => readonly PersonDraft[] = () => [],
) {
  const language = useLanguage();
  const queries = useQueryClient();
  const session = useSession();
  const { rooms: freeRooms, asking } = useFreeRooms(facility);
  const kind = usualKind(facility);
  const [mended, setMended] = useState(() => takeMended(facility.facilityId));
  const [terms, setTerms] = useState<StayTerms>(
    () => termsOf(mended) ?? freshTerms(kind, usualReason(facility.kind, kind)),
  );
  const [declared, setDeclared] = useState<Declared | null>(null);
  const [statement, setStatement] = useState<GuestStatement | null>(null);
  const [callCode, setCallCode] = useState<string | null>(null);
  const attempt = useAttempt();
  const initial = (): readonly PersonDraft[] => mended?.persons?.map(draftAgain) ?? first();
  const people = usePersons({ scanField, nextField: roomField, form, onChange: () => changed(), initial });
  const { persons } = people;

  const send = useMutation({
    mutationFn: () => {
      const { key, at } = attempt.now();
      return declare({
        facilityId: facility.facilityId,
        persons,
        terms,
        key,
        at,
        enteredBy: session.displayName,
        guestEntryId: statement?.entryId ?? null,
      });
    },
    onSuccess: (outcome) => {
      setDeclared(outcome);
      // Entered anew and with the system, or kept again under another key: what was refused is done with.
      if (mended) void dropWaiting(mended);
      setMended(null);
      startOver();
      void queries.invalidateQueries({ queryKey: ['listStays'] });
      void queries.invalidateQueries({ queryKey: ['countGuestEntries'] });
    },
  });
  useEffect(() => {
    // Only now the faults stand beside their fields.
    if (send.error) focusFirstError(form.current);
  }, [send.error, form]);
  const issues =
    send.error instanceof LuutruProblem
      ? sortIssues(send.error.errors, persons.length, (issue) => issueText(issue, language))
      : NO_ISSUES;

  function startOver(): void {
    attempt.renew();
    roomIsDue.current = false;
    setStatement(null);
    people.replace(first);
    setTerms((before) => ({
      ...freshTerms(kind, before.kind === kind ? before.reason : usualReason(facility.kind, kind)),
      // Workers of one employer come one after the other.
      employer: before.employer,
    }));
    scanField.current?.focus();
  }
  /** What is sent differs from now on: it is another request. */
  function changed(): void {
    attempt.renew();
    if (send.error) send.reset();
  }

  const suggested = asking ? undefined : freeRooms[0];
  /** Guests are here before it is known which rooms are free: the proposal follows, unless one is entered meanwhile. */
  const roomIsDue = useRef(false);
  const suggestRoom = (): void => {
    setDeclared(null);
    roomIsDue.current = suggested === undefined;
    setTerms((before) => (before.room === '' && suggested !== undefined ? { ...before, room: suggested } : before));
  };
  const changeTerms = (change: Partial<StayTerms>): void => {
    changed();
    if (change.room !== undefined) roomIsDue.current = false;
    setTerms((before) => ({ ...before, ...change }));
  };
  const isProposed = useRef(false);
  useEffect(() => {
    if (!roomIsDue.current || suggested === undefined) return;
    if (terms.room !== '') return;
    isProposed.current = true;
    changeTerms({ room: suggested });
  });
  useLayoutEffect(() => {
    if (!isProposed.current || terms.room === '') return;
    isProposed.current = false;
    // Who is about to type another room replaces the proposal, as when it was there before they came to the field.
    const field = document.activeElement;
    if (field === roomField.current && field instanceof HTMLInputElement) field.select();
  }, [terms.room, roomField]);
  return {
    persons,
    terms,
    declared,
    freeRooms,
    issues,
    error: send.error,
    isPending: send.isPending,
    add: (person: PersonDraft) => {
      suggestRoom();
      const compared = statement && comparedWith(persons, person);
      if (compared) people.exchangeWhole(compared.id, compared.person);
      else people.add(person);
    },
    exchangeWhole: (id: string, person: PersonDraft) => {
      suggestRoom();
      people.exchangeWhole(id, person);
    },
    change: people.change,
    changeRoom: people.changeRoom,
    severalRooms: (several: boolean) =>
      people.replace((before) =>
        before.map((person) => ({ ...person, room: several ? (person.room ?? terms.room) : null })),
      ),
    remove: people.remove,
    changeTerms,
    /** What guests entered themselves and is looked at now; null: nothing. */
    statement,
    /** It is not waiting any more: it cannot be confirmed. */
    statementEnded:
      statement !== null && send.error instanceof LuutruProblem && send.error.code === 'guest-entry-ended',
    /** Takes over what guests entered: their words are there to be compared with their papers. */
    takeStatement: (given: GuestStatement) => {
      suggestRoom();
      setStatement(given);
      people.replace(() => statedPersons(given));
      setTerms((before) => ({ ...before, ...statedTerms(given) }));
    },
    /** Goes on without it: the people stay, what they entered is not confirmed by declaring them. */
    dropStatement: () => {
      changed();
      setStatement(null);
    },
    callCode,
    /** The number that a guest said; null: none is looked for. */
    setCallCode,
    /** The desk is empty again. */
    clear: () => startOver(),
    /** The receipt was looked at; the desk is for others again. */
    again: () => setDeclared(null),
    submit: () => {
      if (!send.isPending && persons.length > 0) send.mutate();
    },
  };
}

/** When they came is when it was entered, with the mark of that. Null: nothing is to be mended. */
function termsOf(mended: WaitingDeclaration | null): StayTerms | null {
  if (!mended?.terms) return null;
  const { terms, body, record } = mended;
  return {
    ...terms,
    arrival: terms.arrival || localMoment(new Date(record.enteredAt)),
    note: body.persons?.[0]?.note ?? terms.note,
  };
}
