import { isBirthRegistrationCode } from './birth-province';
import { type DocumentType, findDocumentType, normaliseDocumentNumber } from './document-type';
import { doubt, fault, type Finding } from './finding';
import { parsePersonalNumber } from './personal-number';
import type { Sex } from './scanned-document';

/** A document and the particulars of its holder, as typed or scanned. */
export interface DocumentInput {
  /** KBTT code, 1 to 9. */
  readonly documentType: number;
  readonly documentNumber?: string;
  /** What the paper is, for type 9; or why there is none. */
  readonly description?: string;
  /** `YYYY-MM-DD` or `YYYY`. */
  readonly birthDate?: string;
  readonly sex?: Sex;
  readonly nationality?: string;
}

/**
 * Holds a document against the rules of its type. A number that does not fit the type is an error, as on the national
 * portal; a personal number at odds with its holder is a warning, since registers hold wrong birth dates too.
 */
export function checkDocument(input: DocumentInput): Finding[] {
  const type = findDocumentType(input.documentType);
  if (!type) return [fault('document-type-unknown', 'documentType')];
  const findings = [...checkNumber(type, input), ...checkHolder(type, input)];
  if (type.describe && !input.description?.trim())
    findings.push(fault('document-description-required', 'documentType'));
  return findings;
}

function checkNumber({ number: rule }: DocumentType, { documentNumber }: DocumentInput): Finding[] {
  const number = normaliseDocumentNumber(documentNumber ?? '');
  if (number === '') return rule.required ? [fault('document-number-required', 'documentNumber')] : [];
  if (rule.pattern.test(number)) return [];
  return [fault(rule.code, 'documentNumber', { max: rule.maxLength })];
}

function checkHolder(type: DocumentType, input: DocumentInput): Finding[] {
  const findings: Finding[] = [];
  const { birthDate, sex, nationality } = input;
  if (type.citizensOnly && nationality && nationality !== 'VNM') {
    findings.push(doubt('document-type-not-for-nationality', 'documentType'));
  }
  const person = type.holdsPersonalNumber
    ? parsePersonalNumber(normaliseDocumentNumber(input.documentNumber ?? ''))
    : null;
  if (!person) return findings;
  if (!isBirthRegistrationCode(person.provinceCode)) findings.push(doubt('personal-number-province', 'documentNumber'));
  if (birthDate && /^\d{4}/.test(birthDate) && Number(birthDate.slice(0, 4)) !== person.birthYear) {
    findings.push(doubt('personal-number-birth-year', 'birthDate'));
  }
  if (sex && sex !== person.sex) findings.push(doubt('personal-number-sex', 'sex'));
  return findings;
}
