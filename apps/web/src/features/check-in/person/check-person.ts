import { localDate } from '@luutru/calendar';
import {
  checkDocument,
  checkName,
  DOCUMENT_TYPES,
  type Finding,
  findingCatalogue,
  parseBirthDate,
} from '@luutru/identity-document';
import type { Language } from '../../../i18n/language';
import { apiDate, type PersonDraft, type PersonField } from './person-draft';

/** What is wrong or doubtful about a field, while it is typed. */
export interface Remark {
  readonly field: PersonField;
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

const TEXTS = new Map(findingCatalogue.map((definition) => [definition.code, definition]));

const FIELD_OF: Readonly<Record<Finding['field'], PersonField>> = {
  documentType: 'documentType',
  documentNumber: 'documentNumber',
  oldDocumentNumber: 'documentNumber',
  fullName: 'fullName',
  birthDate: 'birthDate',
  sex: 'sex',
  nationality: 'nationality',
  address: 'address',
  issuedOn: 'documentNumber',
  expiresOn: 'documentNumber',
  scan: 'fullName',
};

/**
 * The rules of papers, names and birth dates, the same that the API applies (@luutru/identity-document), so that the clerk
 * sees what is wrong before sending. The API has the last word, and rules that need its data.
 */
export function checkPerson(
  { fields, findings, source, touched }: PersonDraft,
  now: Date,
  language: Language,
): Remark[] {
  // Of somebody known from an earlier stay only what was typed anew is here to be looked at.
  const looksAt = (field: PersonField): boolean => source.kind !== 'earlier' || touched.includes(field);
  const birthDate = apiDate(fields.birthDate);
  const found: Finding[] = [...findings];
  if (fields.fullName !== '' && looksAt('fullName')) found.push(...checkName(fields.fullName));
  if (fields.birthDate !== '' && looksAt('birthDate')) {
    const parsed = parseBirthDate(birthDate);
    if (!parsed.ok) found.push({ code: parsed.code, severity: 'error', field: 'birthDate' });
  }
  const numbered = fields.documentNumber !== '' && fields.documentType !== '' && looksAt('documentNumber');
  if (numbered) {
    const document = {
      documentType: Number(fields.documentType),
      documentNumber: fields.documentNumber,
      description: fields.documentDescription || '-',
      ...(parseBirthDate(birthDate).ok && { birthDate }),
      ...(fields.sex !== '' && { sex: fields.sex }),
      nationality: fields.nationality,
    };
    found.push(...checkDocument(document));
  }
  const remarks = found.map((finding) => remark(finding, language));
  if (parseBirthDate(birthDate).ok && birthDate > localDate(now)) remarks.push(future(language));
  return remarks.filter(
    (one, at) => remarks.findIndex((other) => other.field === one.field && other.text === one.text) === at,
  );
}

const future = (language: Language): Remark => ({
  field: 'birthDate',
  severity: 'error',
  text: language === 'vi' ? 'Ngày sinh nằm trong tương lai.' : 'The birth date lies in the future.',
});

function remark({ code, severity, field, params = {} }: Finding, language: Language): Remark {
  const definition = TEXTS.get(code);
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  const text = definition ? `${fill(definition.message[language])}. ${fill(definition.fix[language])}.` : code;
  return { field: FIELD_OF[field], severity, text };
}

/** Fields that must be filled in for the person to be declared. */
export function missingFields({ fields, source }: PersonDraft): PersonField[] {
  if (source.kind === 'earlier') return [];
  const type = DOCUMENT_TYPES.find(({ code }) => code === Number(fields.documentType));
  const needed: PersonField[] = ['fullName', 'birthDate', 'sex', 'documentType'];
  if (type?.number.required) needed.push('documentNumber');
  if (type?.describe) needed.push('documentDescription');
  return needed.filter((field) => fields[field].trim() === '');
}
