import { LuutruProblem } from '@luutru/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import type { Facility } from '../../../api/facility';
import { useSession } from '../../../app/session-context';
import { focusFirstError } from '../../../forms/focus-first-error';
import { issueText } from '../../../forms/problem-errors';
import { useLanguage } from '../../../i18n/use-language';
import { useAttempt } from '../../check-in/attempt';
import type { PersonDraft } from '../../check-in/person/person-draft';
import type { Declared } from '../../check-in/receipt/declared';
import { usePersons } from '../../check-in/use-persons';
import { departmentName } from '../departments';
import { type AdmissionTerms, freshAdmission } from './admission';
import { admitCase, PartlyDeclared } from './admit-case';
import { NO_CASE_ISSUES, sortCaseIssues } from './case-issues';

interface Options {
  readonly facility: Facility;
  /** The patient whose relatives come, from the address; null: a new patient. */
  readonly patientId: string | null;
  readonly scanField: RefObject<HTMLInputElement | null>;
  readonly nextField: RefObject<HTMLInputElement | null>;
  readonly form: RefObject<HTMLFormElement | null>;
}

/** A new patient with relatives, or relatives of a patient who is in already: from the first scan to the receipt. */
export function useAdmission({ facility, patientId: asked, ...fields }: Options) {
  const language = useLanguage();
  const queries = useQueryClient();
  const session = useSession();
  const attempt = useAttempt();
  const [patientId, setPatientId] = useState(asked);
  const [terms, setTerms] = useState(() => freshAdmission(firstDepartment(facility)));
  const [relations, setRelations] = useState<Readonly<Record<string, string>>>({});
  const [declared, setDeclared] = useState<Declared | null>(null);
  const [whoseMissing, setWhoseMissing] = useState(false);
  const people = usePersons({ ...fields, onChange: () => changed() });
  const { persons } = people;
  const [patient = null, ...companions] = patientId === null ? persons : [null, ...persons];

  const send = useMutation({
    mutationFn: () => {
      const { key, at } = attempt.now();
      const relatives = companions.flatMap((person) =>
        person ? [{ person, relation: relations[person.id] ?? '' }] : [],
      );
      const place = [departmentName(facility, terms.department), terms.room].filter(Boolean).join(', ');
      const { facilityId } = facility;
      return admitCase({
        ...{ facilityId, patientId, terms, patient, relatives, key, at, place },
        enteredBy: session.displayName,
      });
    },
    onSuccess: (outcome) => {
      setDeclared(outcome);
      people.replace(() => []);
      setTerms(({ department }) => freshAdmission(department));
      fields.scanField.current?.focus();
    },
    onError: (error) => {
      if (error instanceof PartlyDeclared) {
        // From here on it is about the relatives of a patient who is in.
        setDeclared(error.accepted);
        people.replace((before) => before.slice(1));
        setPatientId(error.patientId);
      }
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['listStays'] }),
  });
  const { form } = fields;
  useEffect(() => {
    // Only now the faults stand beside their fields.
    if (send.error) focusFirstError(form.current);
  }, [send.error, form]);
  const error = send.error instanceof PartlyDeclared ? send.error.cause : send.error;
  const issues =
    error instanceof LuutruProblem
      ? sortCaseIssues(error.errors, persons.length, (issue) => issueText(issue, language))
      : NO_CASE_ISSUES;

  function changed(): void {
    attempt.renew();
    // Not while the answer is being taken in: it would be forgotten.
    if (send.error && !send.isPending) send.reset();
  }

  return {
    ...people,
    patientId,
    patient,
    terms,
    relations,
    declared,
    issues,
    error,
    isPending: send.isPending,
    /** Relatives were entered, but nobody was chosen whose they are. */
    whoseMissing,
    add: (person: PersonDraft) => {
      setDeclared(null);
      people.add(person);
    },
    /** The person becomes the patient, and whoever was it a relative. */
    makePatient: (id: string) =>
      people.replace((before) => [
        ...before.filter((person) => person.id === id),
        ...before.filter((person) => person.id !== id),
      ]),
    choosePatient: (id: string | null, department?: string) => {
      changed();
      setWhoseMissing(false);
      setPatientId(id);
      if (department !== undefined) setTerms((before) => ({ ...before, department }));
    },
    changeRelation: (id: string, relation: string) => {
      changed();
      setRelations((before) => ({ ...before, [id]: relation }));
    },
    changeTerms: (change: Partial<AdmissionTerms>) => {
      changed();
      setTerms((before) => ({ ...before, ...change }));
    },
    submit: () => {
      setWhoseMissing(patientId === '');
      if (patientId === '') return;
      if (!send.isPending && persons.length > 0) send.mutate();
    },
  };
}

/** Of a hospital with one department there is nothing to choose. */
const firstDepartment = ({ departments }: Facility): string =>
  departments.length === 1 ? (departments[0]?.code ?? '') : '';
