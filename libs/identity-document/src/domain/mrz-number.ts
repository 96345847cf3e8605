import { checkField, mrzCheckDigit, type Shape } from './mrz-check-digit';

/** A document number as the zone gives it, with misread characters put right in `field` and `optional`. */
export interface MrzNumber {
  readonly number: string | null;
  readonly outcome: 'fits' | 'repaired' | 'failed';
  /** Nine characters and check digit as they count for the composite check digit. */
  readonly field: string;
  readonly optional: string;
  /** Optional data that is not part of the number. */
  readonly rest: string;
}

const withoutFillers = (text: string): string => text.replace(/<+$/, '');

/**
 * Vietnamese cards: the last nine digits with a check digit in the number field, all twelve with a check digit at the end
 * of the optional data. Both are digits by definition, so confused letters can be mended.
 */
export function readVietnameseCardNumber(field: string, optional: string): MrzNumber {
  const short = checkField(field.slice(0, 9), field.slice(9), '9');
  const long = checkField(optional.slice(0, 12), optional.slice(14), '9');
  const agree = long.value.endsWith(short.value);
  const outcomes = [short.outcome, long.outcome];
  return {
    number: /^\d{12}$/.test(long.value) ? long.value : null,
    outcome: outcomes.includes('failed') || !agree ? 'failed' : outcomes.includes('repaired') ? 'repaired' : 'fits',
    field: short.value + short.check,
    optional: long.value + optional.slice(12, 14) + long.check,
    rest: '',
  };
}

/**
 * A number of up to nine characters, or a longer one: then a filler stands for the check digit, and the optional data
 * begins with the remaining characters and the check digit over all (ICAO Doc 9303-5 and 9303-6, 4.2.2).
 */
export function readNumber(field: string, optional: string, shape: Shape, mayRunOn: boolean): MrzNumber {
  const head = field.slice(0, 9);
  const tail = /^[A-Z0-9]{2,}/.exec(optional)?.[0];
  if (mayRunOn && field.slice(9) === '<' && tail && !head.includes('<')) {
    const number = head + tail.slice(0, -1);
    const fits = mrzCheckDigit(number) === tail.slice(-1);
    return {
      number,
      outcome: fits ? 'fits' : 'failed',
      field,
      optional,
      rest: withoutFillers(optional.slice(tail.length + 1)),
    };
  }
  const asRead = checkField(head, field.slice(9), '*');
  const { value, check, outcome } = asRead.outcome === 'failed' ? checkField(head, field.slice(9), shape) : asRead;
  const number = withoutFillers(value);
  return {
    number: /^[A-Z0-9]+$/.test(number) ? number : null,
    outcome,
    field: value + check,
    optional,
    rest: withoutFillers(optional),
  };
}
