import { addDays, localDate, toLocalIso } from '@luutru/calendar';
import type { Input } from '@luutru/client';
import type { GroupBody } from '../../check-in/declaration';
import type { PersonDraft } from '../../check-in/person/person-draft';
import { personRequest } from '../../check-in/person/person-request';

/** Where and how long, as typed. Never why: a diagnosis has no place here. */
export interface AdmissionTerms {
  readonly recordNumber: string;
  readonly department: string;
  readonly room: string;
  readonly bed: string;
  /** When not just now: `2026-11-26T21:10`. */
  readonly arrival: string;
  /** When the patient is to go home; empty: not known yet. */
  readonly departure: string;
  /** How many days the relatives mean to stay; a notice covers 30 at most. */
  readonly relativeDays: number;
}

export const freshAdmission = (department: string): AdmissionTerms => ({
  recordNumber: '',
  department,
  room: '',
  bed: '',
  arrival: '',
  departure: '',
  relativeDays: 7,
});

export interface Relative {
  readonly person: PersonDraft;
  /** A code of the table `relation-to-patient`. */
  readonly relation: string;
}

/** Said even when it is now: sent later, by another attempt, it is still when they came. */
const arrivedAt = ({ arrival }: AdmissionTerms, now: Date): string => (arrival === '' ? toLocalIso(now) : arrival);

/** Without what was left empty. */
function given(fields: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) if (value.trim() !== '') kept[name] = value.trim();
  return kept;
}

export const admissionBody = (facilityId: string, terms: AdmissionTerms, now: Date): Input<'admitPatient'>['body'] => ({
  facilityId,
  recordNumber: terms.recordNumber.trim(),
  department: terms.department,
  ...given({ room: terms.room, bed: terms.bed }),
  admittedAt: arrivedAt(terms, now),
});

/** @param patientId null: not admitted yet; it is filled in when the admission has been recorded */
export function patientBody({ facilityId, patientId, terms, now, mark }: Shared, person: PersonDraft): GroupBody {
  return {
    kind: 'patient',
    facilityId,
    arrivedAt: arrivedAt(terms, now),
    ...(terms.departure !== '' && { expectedDepartureAt: terms.departure }),
    place: { ...idOf(patientId), ...given({ department: terms.department, room: terms.room, bed: terms.bed }) },
    persons: [{ person: personRequest(person), ...(mark !== null && { note: mark }) }],
  };
}

export function relativesBody(
  { facilityId, patientId, terms, now, mark }: Shared,
  relatives: readonly Relative[],
): GroupBody {
  const from = terms.arrival === '' ? localDate(now) : terms.arrival.slice(0, 10);
  return {
    kind: 'relative',
    facilityId,
    arrivedAt: arrivedAt(terms, now),
    expectedDepartureAt: `${addDays(from, terms.relativeDays)}T12:00`,
    place: { ...idOf(patientId), ...given({ department: terms.department }) },
    persons: relatives.map(({ person, relation }) => ({
      person: personRequest(person),
      place: given({ relation }),
      ...(mark !== null && { note: mark }),
    })),
  };
}

export interface Shared {
  readonly facilityId: string;
  readonly patientId: string | null;
  readonly terms: AdmissionTerms;
  readonly now: Date;
  /** That it was entered without a network, and when. */
  readonly mark: string | null;
}

const idOf = (patientId: string | null): { patientId?: string } => (patientId === null ? {} : { patientId });
