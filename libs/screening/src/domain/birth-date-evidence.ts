import type { MatchReason, ReasonCode } from './match-reason';
import type { PartialDate } from './person-description';
import { PERSON_WEIGHTS } from './person-weights';

/** What the birth dates say, the best of all pairs when several are possible; null when one side has none. */
export function birthDateEvidence(listed: readonly PartialDate[], seen: readonly PartialDate[]): MatchReason | null {
  let best: MatchReason | null = null;
  for (const one of listed) {
    for (const other of seen) {
      const reason = compareDates(one, other);
      if (best === null || reason.weight > best.weight) best = reason;
    }
  }
  return best;
}

export const MOST_BY_BIRTH_DATE = PERSON_WEIGHTS['birth-date-same'];

function compareDates(one: PartialDate, other: PartialDate): MatchReason {
  const years = Math.abs(one.year - other.year);
  const [month, otherMonth, day, otherDay] = [one.month, other.month, one.day, other.day];
  const bothFull = month !== undefined && otherMonth !== undefined && day !== undefined && otherDay !== undefined;
  if (!bothFull) return comparePartial(years, month, otherMonth, other.year);
  const [sameMonth, sameDay] = [month === otherMonth, day === otherDay];
  if (years === 0 && sameMonth && sameDay) return reason('birth-date-same', 'birth-date-same');
  if (years === 0 && month === otherDay && day === otherMonth)
    return reason('birth-day-month-swapped', 'birth-day-month-swapped');
  if (sameMonth && sameDay && oneDigitDiffers(one.year, other.year))
    return reason('birth-date-one-part-differs', 'birth-date-one-part-differs');
  if (years === 0 && (sameMonth || sameDay))
    return reason('birth-date-one-part-differs', 'birth-date-one-part-differs');
  if (years === 0) return reason('birth-year-same', 'birth-year-same', { year: one.year });
  return years === 1
    ? reason('birth-year-near', 'birth-year-near', { years })
    : reason('birth-date-differs', 'birth-date-differs');
}

function comparePartial(
  years: number,
  month: number | undefined,
  otherMonth: number | undefined,
  year: number,
): MatchReason {
  if (years === 0 && month !== undefined && otherMonth !== undefined && month !== otherMonth)
    return reason('birth-year-same', 'birth-year-same', { year });
  if (years === 0)
    return reason(
      'birth-date-partial',
      month !== undefined && month === otherMonth ? 'birth-month-same' : 'birth-date-partial',
      { year },
    );
  return years <= 1
    ? reason('birth-year-near', 'birth-year-near', { years })
    : reason('birth-date-differs', 'birth-date-differs');
}

const oneDigitDiffers = (one: number, other: number): boolean => {
  const [left, right] = [String(one), String(other)];
  return left.length === right.length && [...left].filter((digit, at) => digit !== right[at]).length === 1;
};

const reason = (
  code: ReasonCode,
  weight: keyof typeof PERSON_WEIGHTS,
  params: MatchReason['params'] = {},
): MatchReason => ({
  code,
  params,
  weight: PERSON_WEIGHTS[weight],
});
