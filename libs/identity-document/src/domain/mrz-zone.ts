import { isKnownNationality, toPortalNationality } from './country-code';
import { checkField, type CheckedField, forceShape } from './mrz-check-digit';
import type { MrzCandidate, Place } from './mrz-layout';
import { type MrzNumber, readNumber, readVietnameseCardNumber } from './mrz-number';

/** A zone cut into fields, each held against its check digit, but not yet read as dates and names. */
export interface MrzZone {
  readonly format: MrzCandidate['layout']['format'];
  readonly vietnameseCard: boolean;
  readonly issuingState: StateCode;
  readonly nationality: StateCode;
  readonly number: MrzNumber;
  readonly birth: CheckedField;
  readonly expiry: CheckedField;
  readonly sex: string;
  readonly name: string;
  /** The composite check digit, and the one over the optional data of TD3. */
  readonly whole: CheckedField['outcome'];
  readonly extras: readonly string[];
  /** How many check digits fit over something other than fillers. */
  readonly passed: number;
}

export interface StateCode {
  readonly code?: string;
  readonly repaired: boolean;
}

export function readZone({ layout, lines }: MrzCandidate): MrzZone {
  const at = ([line, start, end]: Place, from = lines): string => from[line]?.slice(start, end) ?? '';
  const checkDigitOf = ([line, , end]: Place): string => at([line, end, end + 1]);
  const checkDate = (place: Place): CheckedField => checkField(at(place), checkDigitOf(place), '9');

  const passport = layout.format === 'mrz-td3';
  const vietnameseCard = layout.format === 'mrz-td1' && /^IDVNM/.test(at([0, 0, 5]));
  const issuingState = readState(at([0, 2, 5]));
  const numberField = at(layout.number) + checkDigitOf(layout.number);
  const optional = at(layout.optional);
  const number = vietnameseCard
    ? readVietnameseCardNumber(numberField, optional)
    : readNumber(numberField, optional, passport && issuingState.code === 'VNM' ? VIETNAMESE_PASSPORT : '*', !passport);
  const birth = checkDate(layout.birth);
  const expiry = checkDate(layout.expiry);
  const optionalCheck = passport ? checkField(optional, checkDigitOf(layout.optional), '*') : null;

  const mended = putBack(lines, [
    [layout.number, number.field],
    [layout.birth, birth.value + birth.check],
    [layout.expiry, expiry.value + expiry.check],
    [layout.optional, number.optional + (optionalCheck?.check ?? '')],
  ]);
  const covered = layout.compositeOver.map((place) => at(place, mended)).join('');
  const composite = checkField(covered, at(layout.composite), '*');

  return {
    format: layout.format,
    vietnameseCard,
    issuingState,
    nationality: readState(at(layout.nationality)),
    number,
    birth,
    expiry,
    sex: at(layout.sex),
    name: at(layout.name),
    whole: worst(composite.outcome, optionalCheck?.outcome ?? 'fits'),
    extras: [number.rest, layout.moreOptional ? at(layout.moreOptional).replace(/<+$/, '') : ''].filter(Boolean),
    passed: [
      number.number !== null && number.outcome !== 'failed',
      ...[birth, expiry].map(({ value, outcome }) => /\d/.test(value) && outcome !== 'failed'),
      composite.outcome !== 'failed',
    ].filter(Boolean).length,
  };
}

/** A letter, then digits: `C1234567`, `P01234567`. */
const VIETNAMESE_PASSPORT = 'A9';

/** No check digit covers a state, so a misread letter is mended only when that makes a known code of it. */
function readState(text: string): StateCode {
  const code = toPortalNationality(text.replace(/<+$/, ''));
  if (/^[A-Z]{1,3}$/.test(code)) return { code, repaired: false };
  const mended = toPortalNationality(forceShape(code, 'A'));
  return isKnownNationality(mended) ? { code: mended, repaired: true } : { repaired: false };
}

function putBack(lines: readonly string[], fields: readonly (readonly [Place, string])[]): string[] {
  const mended = [...lines];
  for (const [[line, start], text] of fields) {
    const old = mended[line] ?? '';
    mended[line] = old.slice(0, start) + text + old.slice(start + text.length);
  }
  return mended;
}

export function worst(...outcomes: CheckedField['outcome'][]): CheckedField['outcome'] {
  if (outcomes.includes('failed')) return 'failed';
  return outcomes.includes('repaired') ? 'repaired' : 'fits';
}
