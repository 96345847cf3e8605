import type { Input } from '@luutru/client';
import { apiDate, type PersonDraft, type PersonField } from './person-draft';

type PersonRequest = NonNullable<Input<'declareStay'>['body']['person']>;

/** A person as the API takes them: a scan as it came, and besides it only what was changed by hand. */
export function personRequest({ source, fields, touched }: PersonDraft): PersonRequest {
  const sent = (field: PersonField): boolean =>
    fields[field].trim() !== '' && (source.kind === 'typed' || touched.includes(field));
  const text = (field: PersonField): string | undefined => (sent(field) ? fields[field].trim() : undefined);
  const document = defined({
    type: sent('documentType') ? Number(fields.documentType) : undefined,
    number: text('documentNumber'),
    description: text('documentDescription'),
  });
  const foreigner = fields.nationality.trim().toUpperCase() !== 'VNM';
  return defined({
    ...(source.kind === 'qr' && { qr: source.text }),
    ...(source.kind === 'mrz' && { mrz: source.text }),
    ...(source.kind === 'earlier' && { fromStayId: source.stayId }),
    fullName: text('fullName'),
    birthDate: sent('birthDate') ? apiDate(fields.birthDate) : undefined,
    sex: sent('sex') && fields.sex !== '' ? fields.sex : undefined,
    nationality: text('nationality'),
    document: Object.keys(document).length > 0 ? document : undefined,
    phone: text('phone'),
    permitUntil: foreigner && sent('permitUntil') ? apiDate(fields.permitUntil) : undefined,
    residence: sent('address') ? { kind: 1, address: fields.address.trim() } : undefined,
  });
}

const defined = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

const FIELD_AT: Readonly<Record<string, PersonField>> = {
  '/fullName': 'fullName',
  '/birthDate': 'birthDate',
  '/sex': 'sex',
  '/nationality': 'nationality',
  '/document': 'documentNumber',
  '/document/type': 'documentType',
  '/document/number': 'documentNumber',
  '/document/description': 'documentDescription',
  '/phone': 'phone',
  '/permitUntil': 'permitUntil',
  '/residence/address': 'address',
  '/residence': 'address',
};

/** The field that a fault of the API is about; null for the person as a whole, or a scan. */
export const personFieldAt = (pointer: string): PersonField | null => FIELD_AT[pointer] ?? null;
