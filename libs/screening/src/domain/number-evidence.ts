import { normaliseDocumentNumber } from '@luutru/identity-document';
import type { MatchReason } from './match-reason';
import { PERSON_WEIGHTS } from './person-weights';

/** Shorter numbers are near to many others. */
const NEAR_FROM = 8;
const PERSONAL_NUMBER = /^\d{12}$/;

export const readNumbers = (numbers: readonly string[]): readonly string[] => [
  ...new Set(numbers.map(normaliseDocumentNumber).filter((number) => number !== '')),
];

/** One character replaced, or two neighbours swapped. */
export function isNearNumber(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < NEAR_FROM || one === other) return false;
  let first = 0;
  while (one[first] === other[first]) first += 1;
  const rest = first + 1;
  if (one.slice(rest) === other.slice(rest)) return true;
  return (
    one[first] === other[first + 1] &&
    one[first + 1] === other[first] &&
    one.slice(first + 2) === other.slice(first + 2)
  );
}

/** Keys of which numbers that are the same or near share at least one. */
export function nearKeys(number: string): readonly string[] {
  if (number.length < NEAR_FROM) return [number];
  const half = number.length >> 1;
  return [
    `a${number.length}${number.slice(0, half)}`,
    `b${number.length}${number.slice(half)}`,
    `c${number.length}${number.slice(0, half - 1)}|${number.slice(half + 1)}`,
  ];
}

/** What the numbers say; null for nothing. */
export function numberEvidence(listed: readonly string[], seen: readonly string[]): MatchReason | null {
  if (listed.some((number) => seen.includes(number))) return reason('same-number');
  if (listed.some((number) => seen.some((other) => isNearNumber(number, other))))
    return reason('number-one-digit-differs');
  const personal = [listed, seen].every((numbers) => numbers.some((number) => PERSONAL_NUMBER.test(number)));
  return personal ? reason('number-differs') : null;
}

const reason = (code: 'same-number' | 'number-one-digit-differs' | 'number-differs'): MatchReason => ({
  code,
  params: {},
  weight: PERSON_WEIGHTS[code],
});
