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
  /** Newest first; cancelled ones last. */
  readonly stays: readonly T[];
}

/** Below it a name is another name; one that differs by nothing but marks always counts. */
export const NAME_CUT = 0.1;
const PART_SCORE = 0.7;
/** What a match of phone or of the end of a number is worth by itself: both are shared by several people at times. */
const PHONE_SCORE = 0.95;
const TAIL_SCORE = 0.9;

/** How well a name fits what was asked for, and by which spelling of it. */
interface NameFit {
  readonly score: number;
  readonly asked: string;
  /** One word was asked for, and it is in the name. */
  readonly part: boolean;
  readonly fits: boolean;
}

/**
 * The people among stays that fit every criterion, the likeliest first; of equal ones whoever came last. Who fits the other
 * criteria differs by the name alone, so that its score is the score.
 */
export function rank<T extends FoundStay>(criteria: SearchCriteria, stays: readonly T[]): FoundPerson<T>[] {
  const people = new Map<string, { score: number; stays: T[] }>();
  // Comparing names is what costs, and names repeat.
  const names = new Map<string, NameFit>();
  for (const stay of stays) {
    if (!fitsValues(criteria, stay)) continue;
    const name = names.get(stay.fullName) ?? nameFit(criteria, stay.fullName);
    names.set(stay.fullName, name);
    const carried = carriedReasons(criteria);
    // Who has the number asked for is shown under any name: that the name differs is worth knowing.
    if (carried.length === 0 && !name.fits) continue;
    const score = carried.length > 0 ? Math.max(...carried.map((code) => CARRIED_SCORES[code])) : name.score;
    const key = stay.documentNumber ?? `${nameKey(stay.fullName)}|${stay.birthDate}`;
    const known = people.get(key);
    if (!known) people.set(key, { score, stays: [stay] });
    else {
      known.stays.push(stay);
      known.score = Math.max(known.score, score);
    }
  }
  return [...people.values()]
    .map(({ score, stays: own }) => ({ score, stays: own.sort(newestFirst) }))
    .sort((a, b) => b.score - a.score || newestFirst(a.stays[0] as T, b.stays[0] as T));
}

/** Why somebody was found: for those who are shown, because it costs more than ranking. */
export function reasonsOf(criteria: SearchCriteria, stay: FoundStay): readonly HitReason[] {
  const reasons: HitReason[] = carriedReasons(criteria).map((code) => ({ code, params: {} }));
  const { asked, part } = nameFit(criteria, stay.fullName);
  if (part) reasons.push({ code: 'name-part', params: {} });
  const compared = comparePersons(
    {
      names: part || asked === '' ? [] : [asked],
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
  reasons.push(...compared.reasons);
  return reasons.length === 0 ? [{ code: 'criteria-fit', params: {} }] : reasons;
}

const newestFirst = (a: FoundStay, b: FoundStay): number =>
  Number(a.cancelled) - Number(b.cancelled) ||
  b.arrivedAt.getTime() - a.arrivedAt.getTime() ||
  (a.stayId < b.stayId ? -1 : Number(a.stayId > b.stayId));

/** A fingerprint may be shared by chance: values are compared here. */
function fitsValues(criteria: SearchCriteria, stay: FoundStay): boolean {
  const { documentNumber, documentTail, phone, birthDate } = criteria;
  return (
    (documentNumber === null || documentNumber === stay.documentNumber) &&
    (documentTail === null || stay.documentNumber?.endsWith(documentTail) === true) &&
    (phone === null || phone === stay.phone) &&
    (birthDate === null || birthDate === stay.birthDate)
  );
}

const CARRIED_SCORES = { 'same-number': 1, 'same-phone': PHONE_SCORE, 'number-end-same': TAIL_SCORE } as const;

const carriedReasons = ({ documentNumber, phone, documentTail }: SearchCriteria): (keyof typeof CARRIED_SCORES)[] => [
  ...(documentNumber === null ? [] : ['same-number' as const]),
  ...(phone === null ? [] : ['same-phone' as const]),
  ...(documentTail === null ? [] : ['number-end-same' as const]),
];

function nameFit(criteria: SearchCriteria, fullName: string): NameFit {
  const [typed] = criteria.names;
  if (typed === undefined) return { score: 1, asked: '', part: false, fits: true };
  const keys = criteria.names.map(nameKey);
  const found = nameKey(fullName);
  const part = wordsOf(criteria) === 1 && keys.some((key) => found.split(' ').includes(key));
  if (part) return { score: PART_SCORE, asked: typed, part, fits: true };
  const best = criteria.names
    .map((asked) => ({ asked, score: compareNames(asked, fullName).score }))
    .reduce((a, b) => (b.score > a.score ? b : a));
  return { ...best, part, fits: best.score >= NAME_CUT || keys.includes(found) };
}

function askedBirth({ birthDate, birthYear }: SearchCriteria): PartialDate[] {
  if (birthDate !== null) return [dateOf(birthDate)];
  return birthYear === null ? [] : [{ year: birthYear }];
}

function dateOf(day: string): PartialDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
}
