/** What may be searched by. The codes stand in the log of searches; what was searched for never does. */
export const CRITERIA = [
  'documentNumber',
  'documentTail',
  'phone',
  'name',
  'birthDate',
  'birthYear',
  'sex',
  'nationality',
  'kind',
  'facilityKind',
  'unitId',
  'facilityId',
  'room',
  'department',
  'plate',
  'tripId',
  'period',
] as const;
export type Criterion = (typeof CRITERIA)[number];

export const PERIOD_EVENTS = ['arrival', 'departure', 'in-house'] as const;
export type PeriodEvent = (typeof PERIOD_EVENTS)[number];

/** Days of Vietnam, both included. In house without days: now. */
export interface SearchPeriod {
  readonly event: PeriodEvent;
  readonly from: string | null;
  readonly to: string | null;
}

/** Criteria as somebody typed them; only what is asked for is there. */
export interface SearchInput {
  readonly documentNumber?: string;
  /** The last six characters of a number; with the birth year. */
  readonly documentTail?: string;
  readonly phone?: string;
  readonly name?: string;
  /** `YYYY-MM-DD` */
  readonly birthDate?: string;
  readonly birthYear?: number;
  readonly sex?: 'M' | 'F';
  readonly nationality?: string;
  readonly kind?: string;
  readonly facilityKind?: string;
  readonly unitId?: string;
  /** By id or by code. */
  readonly facilityId?: string;
  readonly room?: string;
  readonly department?: string;
  readonly plate?: string;
  readonly tripId?: string;
  readonly period?: { readonly event?: PeriodEvent; readonly from?: string; readonly to?: string };
}

/** Criteria that make sense, as they are compared. Null: not asked for. */
export interface SearchCriteria {
  readonly documentNumber: string | null;
  readonly documentTail: string | null;
  readonly phone: string | null;
  /** The spellings to look for; the first is as typed. */
  readonly names: readonly string[];
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly sex: 'M' | 'F' | null;
  readonly nationality: string | null;
  readonly kind: string | null;
  readonly facilityKind: string | null;
  readonly unitId: string | null;
  readonly facilityId: string | null;
  readonly room: string | null;
  readonly department: string | null;
  readonly plate: string | null;
  readonly tripId: string | null;
  readonly period: SearchPeriod | null;
  /** Which were asked for. */
  readonly asked: readonly Criterion[];
}

/** What is found first: the rest is held against the rows of it. */
export type SearchPath = 'number' | 'phone' | 'tail' | 'trip' | 'place' | 'name' | 'area';

/** The way that reads least: number, phone, end of the number, trip, one facility's days, name, an area's days. */
export function pathOf(criteria: SearchCriteria): SearchPath | null {
  if (criteria.documentNumber !== null) return 'number';
  if (criteria.phone !== null) return 'phone';
  if (criteria.documentTail !== null && criteria.birthYear !== null) return 'tail';
  if (criteria.tripId !== null || criteria.plate !== null) return 'trip';
  if (criteria.facilityId !== null && criteria.period !== null) return 'place';
  if (criteria.names.length > 0 && (wordsOf(criteria) > 1 || criteria.birthYear !== null)) return 'name';
  return criteria.period !== null && criteria.names.length === 0 && isNarrow(criteria) ? 'area' : null;
}

/** How many words the name has that was asked for. */
export const wordsOf = ({ names }: SearchCriteria): number => names[0]?.split(/\s+/).filter(Boolean).length ?? 0;

/** An area's days alone are a list of everybody: something of the person or the place must be known. */
const isNarrow = ({ birthYear, nationality, unitId, facilityKind }: SearchCriteria): boolean =>
  birthYear !== null || nationality !== null || unitId !== null || facilityKind !== null;
