import { nameKey } from '@luutru/identity-document';
import { compareNames, comparePersons, type MatchReason, type PartialDate } from '@luutru/screening';
import { type SearchCriteria, wordsOf } from './search-criteria';

/** What is compared of a stay that was found. */
export interface FoundStay {
  readonly facilityId: string;
  readonly stayId: string;
  readonly arrivedAt: Date;
  readonly cancelled: boolean;
  readonly documentNumber: string | null;
  readonly fullName: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly sex: 'M' | 'F';
  readonly nationality: string;
  /** Normalised. */
  readonly phone: string | null;
}

/** Reasons of this search's own, beside those of comparing people. */
export const HIT_REASONS = ['same-number', 'same-phone', 'number-end-same', 'name-part', 'criteria-fit'] as const;
export type HitReasonCode = (typeof HIT_REASONS)[number];
export type HitReason =
  MatchReason | { readonly code: HitReasonCode; readonly params: Readonly<Record<string, string>> };

/** A person found: one paper's number, or one name and birth date without one. */
export interface FoundPerson<T extends FoundStay> {
  readonly score: number;
  readonly reasons: readonly HitReason[];
  /** Newest first; cancelled ones last. */
  readonly stays: readonly T[];
}

/** Below it a name is another name; one that differs by nothing but marks always counts. */
export const NAME_CUT = 0.1;
const PART_SCORE = 0.7;
/** What a match of phone or of the end of a number is worth by itself: both are shared by several people at times. */
const PHONE_SCORE = 0.95;
const TAIL_SCORE = 0.9;

interface Fit {
  readonly score: number;
  readonly reasons: readonly HitReason[];
}

/** The people among stays that fit every criterion, the likeliest first; of equal ones whoever came last. */
export function rank<T extends FoundStay>(criteria: SearchCriteria, stays: readonly T[]): FoundPerson<T>[] {
  const people = new Map<string, { fit: Fit; stays: T[] }>();
  for (const stay of stays) {
    const fit = fitOf(criteria, stay);
    if (!fit) continue;
    const key = stay.documentNumber ?? `${nameKey(stay.fullName)}|${stay.birthDate}`;
    const known = people.get(key);
    if (!known) people.set(key, { fit, stays: [stay] });
    else {
      known.stays.push(stay);
      if (fit.score > known.fit.score) known.fit = fit;
    }
  }
  return [...people.values()]
    .map(({ fit, stays: own }) => ({ ...fit, stays: own.sort(newestFirst) }))
    .sort((a, b) => b.score - a.score || newestFirst(a.stays[0] as T, b.stays[0] as T));
}

const newestFirst = (a: FoundStay, b: FoundStay): number =>
  Number(a.cancelled) - Number(b.cancelled) ||
  b.arrivedAt.getTime() - a.arrivedAt.getTime() ||
  (a.stayId < b.stayId ? -1 : Number(a.stayId > b.stayId));

/** How a stay fits, or null when it breaks a criterion. A fingerprint may be shared by chance: values are compared here. */
export function fitOf(criteria: SearchCriteria, stay: FoundStay): Fit | null {
  if (criteria.documentNumber !== null && criteria.documentNumber !== stay.documentNumber) return null;
  if (criteria.documentTail !== null && !stay.documentNumber?.endsWith(criteria.documentTail)) return null;
  if (criteria.phone !== null && criteria.phone !== stay.phone) return null;
  if (criteria.birthDate !== null && criteria.birthDate !== stay.birthDate) return null;
  const carried = carriedFit(criteria);
  if (criteria.names.length === 0) return carried ?? { score: 1, reasons: [{ code: 'criteria-fit', params: {} }] };
  const named = nameFit(criteria, stay);
  // Who has the number asked for is shown under any name: that the name differs is worth knowing.
  if (carried) return { score: carried.score, reasons: [...carried.reasons, ...named.reasons] };
  return named.score < NAME_CUT && !named.sameKey ? null : named;
}

function carriedFit({ documentNumber, documentTail, phone }: SearchCriteria): Fit | null {
  const found: [number, HitReasonCode][] = [
    ...(documentNumber === null ? [] : [[1, 'same-number'] as [number, HitReasonCode]]),
    ...(phone === null ? [] : [[PHONE_SCORE, 'same-phone'] as [number, HitReasonCode]]),
    ...(documentTail === null ? [] : [[TAIL_SCORE, 'number-end-same'] as [number, HitReasonCode]]),
  ];
  if (found.length === 0) return null;
  return {
    score: Math.max(...found.map(([score]) => score)),
    reasons: found.map(([, code]) => ({ code, params: {} })),
  };
}

function nameFit(criteria: SearchCriteria, stay: FoundStay): Fit & { readonly sameKey: boolean } {
  const keys = criteria.names.map(nameKey);
  const found = nameKey(stay.fullName);
  const sameKey = keys.includes(found);
  const part = wordsOf(criteria) === 1 && keys.some((key) => found.split(' ').includes(key));
  if (part) return { score: PART_SCORE, reasons: [{ code: 'name-part', params: {} }], sameKey };
  const [best = ''] = [...criteria.names].sort(
    (a, b) => compareNames(b, stay.fullName).score - compareNames(a, stay.fullName).score,
  );
  const { score, reasons } = comparePersons(
    {
      names: [best],
      documentNumbers: [],
      birthDates: askedBirth(criteria),
      sex: criteria.sex,
      nationality: criteria.nationality,
    },
    {
      names: [stay.fullName],
      documentNumbers: [],
      birthDates: [dateOf(stay.birthDate)],
      sex: stay.sex,
      nationality: stay.nationality,
    },
  );
  return { score, reasons, sameKey };
}

function askedBirth({ birthDate, birthYear }: SearchCriteria): PartialDate[] {
  if (birthDate !== null) return [dateOf(birthDate)];
  return birthYear === null ? [] : [{ year: birthYear }];
}

function dateOf(day: string): PartialDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
}
