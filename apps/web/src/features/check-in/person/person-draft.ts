import type { Finding, ScannedDocument } from '@luutru/identity-document';

/** What a clerk may type of a person; texts as typed. */
export interface PersonFields {
  fullName: string;
  /** `15/08/1990`, `15081990` or `1990`. */
  birthDate: string;
  sex: '' | 'M' | 'F';
  nationality: string;
  documentType: string;
  documentNumber: string;
  documentDescription: string;
  phone: string;
  permitUntil: string;
  address: string;
}

export type PersonField = keyof PersonFields;

/** Where the particulars come from, besides what is typed. The text of a scan is sent as it came: the API reads it again. */
export type PersonSource =
  | { readonly kind: 'typed' }
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'mrz'; readonly text: string }
  | { readonly kind: 'earlier'; readonly stayId: string; readonly masked: string };

/** One person on the check-in page. */
export interface PersonDraft {
  readonly id: string;
  readonly source: PersonSource;
  readonly fields: PersonFields;
  /** Fields changed by hand after a scan: they win over it. */
  readonly touched: readonly PersonField[];
  /** Doubts about the scan. */
  readonly findings: readonly Finding[];
  /** A room of their own, where the group has several. */
  readonly room: string | null;
  /** The guest's own words, to be compared with the papers. */
  readonly byGuest?: true;
}

const NOTHING: PersonFields = {
  fullName: '',
  birthDate: '',
  sex: '',
  nationality: 'VNM',
  documentType: '1',
  documentNumber: '',
  documentDescription: '',
  phone: '',
  permitUntil: '',
  address: '',
};

let serial = 0;
const nextId = (): string => `person-${(serial += 1)}`;

export const typedPerson = (given: Partial<PersonFields> = {}): PersonDraft => ({
  id: nextId(),
  source: { kind: 'typed' },
  fields: { ...NOTHING, ...given },
  touched: [],
  findings: [],
  room: null,
});

export function scannedPerson(
  source: PersonSource,
  document: ScannedDocument,
  findings: readonly Finding[],
  repairs: Partial<PersonFields>,
): PersonDraft {
  const { fullName = '', birthDate = '', sex = '', nationality = '', documentNumber = '', address = '' } = document;
  const read: PersonFields = {
    ...NOTHING,
    fullName,
    birthDate: shownDate(birthDate),
    sex,
    nationality: nationality || 'VNM',
    documentType: document.documentType === undefined ? '' : String(document.documentType),
    documentNumber,
    address,
  };
  return {
    id: nextId(),
    source,
    fields: { ...read, ...repairs },
    touched: Object.keys(repairs) as PersonField[],
    findings,
    room: null,
  };
}

export const earlierPerson = (known: {
  stayId: string;
  fullName: string;
  documentNumber: string | null;
  birthYear: string;
}): PersonDraft => ({
  ...typedPerson({ fullName: known.fullName, birthDate: known.birthYear, documentNumber: known.documentNumber ?? '' }),
  source: { kind: 'earlier', stayId: known.stayId, masked: known.documentNumber ?? '' },
});

/** One that was kept, among those of this page. */
export const draftAgain = (person: PersonDraft): PersonDraft => ({ ...person, id: nextId() });

export const withField = (person: PersonDraft, field: PersonField, value: string): PersonDraft => ({
  ...person,
  fields: { ...person.fields, [field]: value },
  touched: person.touched.includes(field) ? person.touched : [...person.touched, field],
});

/** `1990-08-15` as `15/08/1990`. */
export const shownDate = (date: string): string => (date.length === 10 ? date.split('-').reverse().join('/') : date);

/** `15/08/1990`, `15081990`, `15-8-1990` and `1990` as the API has them; what is none of these as it was typed. */
export function apiDate(text: string): string {
  const value = text.trim();
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(value) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(value) ?? [];
  return year === '' ? value : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
