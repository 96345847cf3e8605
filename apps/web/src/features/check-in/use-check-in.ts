import { LuutruProblem } from '@luutru/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import type { Facility } from '../../api/facility';
import { useSession } from '../../app/session-context';
import { focusFirstError } from '../../forms/focus-first-error';
import { issueText } from '../../forms/problem-errors';
import { useLanguage } from '../../i18n/use-language';
import { useAttempt } from './attempt';
import { type SortedIssues, sortIssues } from './declaration';
import { declare } from './declare';
import { dropWaiting, takeMended, type WaitingDeclaration } from '../offline/waiting';
import { draftAgain, type PersonDraft } from './person/person-draft';
import { freshTerms, localMoment, type StayTerms, usualKind, usualReason } from './place/stay-terms';
import { useProposedRoom } from './place/use-proposed-room';
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

  const proposal = useProposedRoom(facility, {
    room: terms.room,
    roomField,
    onProposal: (room) => {
      renew();
      setTerms((before) => ({ ...before, room }));
    },
  });
  /** Enter was pressed before the room was there that it accepts. */
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!isHeld || proposal.isDue) return;
    setHeld(false);
    // Who is where could not be learnt: the room has to be seen by somebody who knows.
    if (proposal.isFree) send.mutate();
  }, [isHeld, proposal.isDue, proposal.isFree, send]);

  function startOver(): void {
    attempt.renew();
    proposal.drop();
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
  function renew(): void {
    attempt.renew();
    if (send.error) send.reset();
  }
  /** Somebody changed it: what they were about to send is not sent as it is now. */
  function changed(): void {
    setHeld(false);
    renew();
  }

  const guestsCame = (): void => {
    setDeclared(null);
    proposal.guestsCame();
  };
  const changeTerms = (change: Partial<StayTerms>): void => {
    changed();
    if (change.room !== undefined) proposal.drop();
    setTerms((before) => ({ ...before, ...change }));
  };
  return {
    persons,
    terms,
    declared,
    freeRooms: proposal.freeRooms,
    issues,
    error: send.error,
    isPending: isHeld || send.isPending,
    add: (person: PersonDraft) => {
      guestsCame();
      const compared = statement && comparedWith(persons, person);
      if (compared) people.exchangeWhole(compared.id, compared.person);
      else people.add(person);
    },
    exchangeWhole: (id: string, person: PersonDraft) => {
      guestsCame();
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
      guestsCame();
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
      if (send.isPending || persons.length === 0) return;
      if (proposal.isDue && persons.some(({ room }) => room === null)) setHeld(true);
      else send.mutate();
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
