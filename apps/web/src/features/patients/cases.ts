import { localDate } from '@luutru/calendar';
import type { ListedStay } from '../stays/occupancy';

/** `due`: the patient was to go home today. */
export type CaseState = 'in' | 'due' | 'overdue';

/** An admission as its people show it: the patient, and the relatives who stay. */
export interface Case {
  readonly patientId: string;
  /** Null: only relatives were declared, or the patient has left. */
  readonly patient: ListedStay | null;
  readonly relatives: readonly ListedStay[];
  readonly department: string;
  readonly state: CaseState;
}

/** Who is in, admission by admission, those who should have left first. */
export function casesOf(stays: readonly ListedStay[], now: Date): Case[] {
  const byPatient = new Map<string, ListedStay[]>();
  for (const stay of stays) {
    const { patientId } = stay.place;
    if (patientId !== undefined) byPatient.set(patientId, [...(byPatient.get(patientId) ?? []), stay]);
  }
  const order: readonly CaseState[] = ['overdue', 'due', 'in'];
  return [...byPatient]
    .map(([patientId, people]) => caseOf(patientId, people, now))
    .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || placeOf(one, other));
}

function caseOf(patientId: string, people: readonly ListedStay[], now: Date): Case {
  const patient = people.find(({ kind }) => kind === 'patient') ?? null;
  const relatives = people.filter((stay) => stay !== patient);
  const department = (patient ?? people[0])?.place.department ?? '';
  return { patientId, patient, relatives, department, state: stateOf(people, now) };
}

function stateOf(people: readonly ListedStay[], now: Date): CaseState {
  const ends = people.map(({ expectedDepartureAt }) => expectedDepartureAt).filter((end) => end !== null);
  if (ends.some((end) => new Date(end) <= now)) return 'overdue';
  return ends.some((end) => localDate(new Date(end)) === localDate(now)) ? 'due' : 'in';
}

const placeOf = (one: Case, other: Case): number => roomAndBed(one).localeCompare(roomAndBed(other), 'vi');

/** `305 · 2`: room and bed of the patient. */
export const roomAndBed = ({ patient, relatives }: Case): string => {
  const { room, bed } = (patient ?? relatives[0])?.place ?? {};
  return [room, bed].filter(Boolean).join(' · ');
};
