import { doubt, fault, type Finding } from './finding';
import { isKnownProvince, parsePersonalNumber } from './personal-number';
import type { Sex } from './scanned-document';

/** The number rule of a document type; `digits` and `max` are for the message. */
export interface DocumentTypeRule {
  readonly code: number;
  readonly label: string;
  readonly pattern: RegExp | null;
  readonly format: string;
  /** Held by citizens of Viet Nam only. */
  readonly citizensOnly: boolean;
}

const PERSONAL = /^\d{12}$/;

/** The nine document types of the portal and the form of their numbers. Null: no form is known. */
export const DOCUMENT_TYPES: readonly DocumentTypeRule[] = [
  { code: 1, label: 'Thẻ CCCD', pattern: PERSONAL, format: '12 chữ số / 12 digits', citizensOnly: true },
  { code: 2, label: 'Thẻ CMND', pattern: /^(?:\d{9}|\d{12})$/, format: '9 / 12 chữ số (digits)', citizensOnly: true },
  { code: 3, label: 'Giấy phép lái xe', pattern: /^[A-Z0-9]{1,20}$/, format: 'A-Z 0-9, ≤ 20', citizensOnly: false },
  { code: 4, label: 'Hộ chiếu', pattern: /^[A-Z0-9]{1,10}$/, format: 'A-Z 0-9, ≤ 10', citizensOnly: false },
  { code: 5, label: 'Giấy khai sinh', pattern: null, format: '', citizensOnly: false },
  { code: 6, label: 'Thẻ BHYT', pattern: /^[A-Z0-9]{1,20}$/, format: 'A-Z 0-9, ≤ 20', citizensOnly: false },
  {
    code: 7,
    label: 'Thông báo số định danh cá nhân',
    pattern: PERSONAL,
    format: '12 chữ số / 12 digits',
    citizensOnly: true,
  },
  { code: 8, label: 'Thẻ Căn Cước', pattern: PERSONAL, format: '12 chữ số / 12 digits', citizensOnly: true },
  { code: 9, label: 'Giấy Tờ Khác', pattern: null, format: '', citizensOnly: false },
];

const OTHER = 9;

/** Trims, drops separators and brings full-width digits and letters to plain ones, in capitals. */
export function normaliseDocumentNumber(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\s.\u00AD\u200B\uFEFF-]+/gu, '')
    .toUpperCase();
}

/** Holds type and number against the rules, and a personal number against the person. Numbers are expected normalised. */
export function checkDocument(input: {
  readonly documentType: number;
  readonly documentNumber?: string;
  readonly description?: string;
  readonly birthDate?: string;
  readonly sex?: Sex;
  readonly nationality?: string;
}): Finding[] {
  const { documentType, documentNumber } = input;
  const rule = DOCUMENT_TYPES.find((candidate) => candidate.code === documentType);
  if (!rule) return [];
  if (documentType === OTHER && !input.description?.trim())
    return [fault('document-description-required', 'documentType')];
  if (!documentNumber) return documentType === OTHER ? [] : [fault('document-number-required', 'documentNumber')];
  if (rule.pattern && !rule.pattern.test(documentNumber)) {
    return [fault('document-number-format', 'documentNumber', { format: rule.format })];
  }
  const foreign = input.nationality !== undefined && input.nationality !== 'VNM';
  const unusual = foreign && rule.citizensOnly ? [doubt('document-type-unusual', 'documentType')] : [];
  return [...unusual, ...(rule.citizensOnly ? checkPersonalNumber(documentNumber, input) : [])];
}

function checkPersonalNumber(number: string, person: { birthDate?: string; sex?: Sex }): Finding[] {
  const parsed = parsePersonalNumber(number);
  if (!parsed) return [];
  const findings: Finding[] = [];
  if (!isKnownProvince(parsed.provinceCode)) findings.push(doubt('personal-number-province', 'documentNumber'));
  if (person.birthDate !== undefined && !person.birthDate.startsWith(String(parsed.birthYear))) {
    findings.push(doubt('personal-number-birth-year', 'birthDate'));
  }
  if (person.sex !== undefined && person.sex !== parsed.sex) findings.push(doubt('personal-number-sex', 'sex'));
  return findings;
}
