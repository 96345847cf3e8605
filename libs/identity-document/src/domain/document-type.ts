import type { FindingCode } from './finding';

/** Rule for the number of a document, after normaliseDocumentNumber. */
export interface NumberRule {
  readonly pattern: RegExp;
  /** What is reported when the number does not fit. */
  readonly code: FindingCode;
  readonly maxLength: number;
  readonly required: boolean;
}

/** A kind of identity document of the portal's table `loai-giay-to`. */
export interface DocumentType {
  /** KBTT code, 1 to 9. */
  readonly code: number;
  /** `vi` is the portal's label word for word. */
  readonly label: { readonly vi: string; readonly en: string };
  readonly number: NumberRule;
  /** Twelve digits of this document are a personal number. */
  readonly holdsPersonalNumber: boolean;
  /** Issued to Vietnamese citizens only. */
  readonly citizensOnly: boolean;
  /** What the paper is, or why there is none, must be described. */
  readonly describe: boolean;
}

const twelveDigits: NumberRule = {
  pattern: /^\d{12}$/,
  code: 'document-number-twelve-digits',
  maxLength: 12,
  required: true,
};
const nineOrTwelveDigits: NumberRule = {
  pattern: /^(?:\d{9}|\d{12})$/,
  code: 'document-number-nine-or-twelve-digits',
  maxLength: 12,
  required: true,
};
const lettersAndDigits = (maxLength: number): NumberRule => ({
  pattern: new RegExp(`^[A-Z0-9]{1,${maxLength}}$`),
  code: 'document-number-letters-digits',
  maxLength,
  required: true,
});
/** Birth certificates and other papers are numbered as their issuer likes (`45/2019`, `TP/CC-2008`). */
const freeText = (required: boolean): NumberRule => ({
  pattern: /^[\p{L}\p{M}\p{N}/()&+,:#'"]{1,50}$/u,
  code: 'document-number-free-text',
  maxLength: 50,
  required,
});

const citizenPaper = { holdsPersonalNumber: true, citizensOnly: true, describe: false } as const;
const plainPaper = { holdsPersonalNumber: false, citizensOnly: false, describe: false } as const;

/** The nine document types of the portal with their number rules as data. */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
  { code: 1, label: { vi: 'Thẻ CCCD', en: 'Citizen identity card' }, number: twelveDigits, ...citizenPaper },
  { code: 2, label: { vi: 'Thẻ CMND', en: 'Old identity card' }, number: nineOrTwelveDigits, ...citizenPaper },
  { code: 3, label: { vi: 'Giấy phép lái xe', en: 'Driving licence' }, number: lettersAndDigits(20), ...plainPaper },
  { code: 4, label: { vi: 'Hộ chiếu', en: 'Passport' }, number: lettersAndDigits(10), ...plainPaper },
  { code: 5, label: { vi: 'Giấy khai sinh', en: 'Birth certificate' }, number: freeText(true), ...plainPaper },
  { code: 6, label: { vi: 'Thẻ BHYT', en: 'Health insurance card' }, number: lettersAndDigits(20), ...plainPaper },
  {
    code: 7,
    label: { vi: 'Thông báo số định danh cá nhân', en: 'Notice of the personal number' },
    number: twelveDigits,
    ...citizenPaper,
  },
  { code: 8, label: { vi: 'Thẻ Căn Cước', en: 'Identity card' }, number: twelveDigits, ...citizenPaper },
  {
    code: 9,
    label: { vi: 'Giấy Tờ Khác', en: 'Other paper' },
    number: freeText(false),
    ...plainPaper,
    describe: true,
  },
];

const BY_CODE: ReadonlyMap<number, DocumentType> = new Map(DOCUMENT_TYPES.map((type) => [type.code, type]));

export const findDocumentType = (code: number): DocumentType | null => BY_CODE.get(code) ?? null;

/**
 * A document number as it is stored and compared: full-width characters made plain, upper case, without white space,
 * dots and dashes. `049 190.001-234` and `049190001234` are the same number.
 */
export function normaliseDocumentNumber(value: string): string {
  return value
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(/[\s\p{C}._·\p{Pd}\u2212]/gu, '');
}
