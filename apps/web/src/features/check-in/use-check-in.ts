import { LuutruProblem } from '@luutru/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Facility } from '../../api/facility';
import { serverNow } from '../../api/server-clock';
import { useSession } from '../../app/session-context';
import { focusFirstError } from '../../forms/focus-first-error';
import { issueText } from '../../forms/problem-errors';
import { useLanguage } from '../../i18n/use-language';
import { type SortedIssues, sortIssues } from './declaration';
import { declare } from './declare';
import { missingFields } from './person/check-person';
import { draftAgain, type PersonDraft, type PersonField, withField } from './person/person-draft';
import { freshTerms, localMoment, type LodgingKind, type StayTerms } from './place/stay-terms';
import type { Declared } from './receipt/declared';
import { useFreeRooms } from '../stays/occupancy';
import { dropWaiting, takeMended, type WaitingDeclaration } from '../offline/waiting';

interface Fields {
  readonly scanField: RefObject<HTMLInputElement | null>;
  readonly roomField: RefObject<HTMLInputElement | null>;
  readonly form: RefObject<HTMLFormElement | null>;
}

const newAttempt = (): { key: string; at: Date | null } => ({ key: crypto.randomUUID(), at: null });

const NO_ISSUES: SortedIssues = { persons: [], terms: {}, placed: () => false };

/** The people at the desk and what they share, from the first scan to the receipt. */
export function useCheckIn(facility: Facility, { scanField, roomField, form }: Fields) {
  const language = useLanguage();
  const queries = useQueryClient();
  const session = useSession();
  const freeRooms = useFreeRooms(facility);
  const kind: LodgingKind = facility.stayKinds.includes('guest') ? 'guest' : 'tenant';
  const [mended, setMended] = useState(() => takeMended(facility.facilityId));
  const [persons, setPersons] = useState<readonly PersonDraft[]>(() => mended?.persons.map(draftAgain) ?? []);
  const [terms, setTerms] = useState<StayTerms>(() => (mended ? termsOf(mended) : freshTerms(kind)));
  const [declared, setDeclared] = useState<Declared | null>(null);
  // One key and one moment for one attempt to declare these people: pressing twice, or again after a failure, is the same
  // request and records nothing twice.
  const attempt = useRef(newAttempt());

  const send = useMutation({
    mutationFn: () => {
      attempt.current.at ??= serverNow();
      const { key, at } = attempt.current;
      return declare({ facilityId: facility.facilityId, persons, terms, key, at, enteredBy: session.displayName });
    },
    onSuccess: (outcome) => {
      setDeclared(outcome);
      // Entered anew and with the system, or kept again under another key: what was refused is done with.
      if (mended) void dropWaiting(mended);
      setMended(null);
      startOver();
      void queries.invalidateQueries({ queryKey: ['listStays'] });
    },
    onError: () => focusFirstError(form.current),
  });
  const issues =
    send.error instanceof LuutruProblem
      ? sortIssues(send.error.errors, persons.length, (issue) => issueText(issue, language))
      : NO_ISSUES;

  function startOver(): void {
    attempt.current = newAttempt();
    setPersons([]);
    setTerms((before) => freshTerms(kind, before.kind === kind ? before.reason : undefined));
    scanField.current?.focus();
  }
  /** What is sent differs from now on: it is another request. */
  function changed(): void {
    attempt.current = newAttempt();
    if (send.error) send.reset();
  }

  const [suggested] = freeRooms;
  const waiting = useRef<'room' | 'person' | null>(null);
  useEffect(() => {
    const next = waiting.current;
    waiting.current = null;
    if (next === 'room') roomField.current?.focus();
    else if (next === 'person') focusFirstEmpty(form.current);
  }, [persons, roomField, form]);

  return {
    persons,
    terms,
    declared,
    freeRooms,
    issues,
    error: send.error,
    isPending: send.isPending,
    add: (person: PersonDraft) => {
      changed();
      setDeclared(null);
      setPersons((before) => [...before, person]);
      setTerms((before) => (before.room === '' && suggested !== undefined ? { ...before, room: suggested } : before));
      waiting.current = missingFields(person).length > 0 ? 'person' : 'room';
    },
    change: (id: string, field: PersonField, value: string) => {
      changed();
      setPersons((before) => before.map((person) => (person.id === id ? withField(person, field, value) : person)));
    },
    changeRoom: (id: string, room: string) => {
      changed();
      setPersons((before) => before.map((person) => (person.id === id ? { ...person, room } : person)));
    },
    severalRooms: (several: boolean) => {
      changed();
      setPersons((before) =>
        before.map((person) => ({ ...person, room: several ? (person.room ?? terms.room) : null })),
      );
    },
    remove: (id: string) => {
      changed();
      setPersons((before) => before.filter((person) => person.id !== id));
      scanField.current?.focus();
    },
    changeTerms: (change: Partial<StayTerms>) => {
      changed();
      setTerms((before) => ({ ...before, ...change }));
    },
    submit: () => {
      if (!send.isPending && persons.length > 0) send.mutate();
    },
  };
}

/** When they came is when it was entered, with the mark of that. */
const termsOf = ({ terms, body, record }: WaitingDeclaration): StayTerms => ({
  ...terms,
  arrival: terms.arrival || localMoment(new Date(record.enteredAt)),
  note: body.persons?.[0]?.note ?? terms.note,
});

/** The first field of the newest person that still has to be filled in. */
function focusFirstEmpty(form: HTMLElement | null): void {
  const cards = form?.querySelectorAll('section');
  const fields = cards?.[cards.length - 1]?.querySelectorAll<HTMLInputElement>('[required]');
  [...(fields ?? [])].find((field) => field.value === '')?.focus();
}
