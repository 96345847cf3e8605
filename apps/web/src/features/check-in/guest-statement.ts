import type { Output } from '@luutru/client';
import { serverNow } from '../../api/server-clock';
import { type PersonDraft, type PersonField, type PersonFields, shownDate, typedPerson } from './person/person-draft';
import type { StayTerms } from './place/stay-terms';
import { readScan } from './scan/read-scan';

/** What guests entered about themselves, as the desk opened it. */
export type GuestStatement = Output<'openGuestEntry'>;

type StatedPerson = GuestStatement['persons'][number];

/** The people as cards of the desk: a scan is read again here, and what was typed besides it wins. */
export const statedPersons = ({ persons }: GuestStatement): readonly PersonDraft[] => persons.map(statedPerson);

function statedPerson(stated: StatedPerson): PersonDraft {
  const typed = fieldsOf(stated);
  const scan = stated.qr ?? stated.mrz;
  const reading = scan === undefined ? null : readScan(scan, serverNow());
  if (reading?.kind !== 'person') return { ...typedPerson(typed), byGuest: true };
  const { person } = reading;
  const touched = Object.keys(typed) as PersonField[];
  return {
    ...person,
    fields: { ...person.fields, ...typed },
    touched: [...new Set([...person.touched, ...touched])],
    byGuest: true,
  };
}

function fieldsOf({ document, residence, ...stated }: StatedPerson): Partial<PersonFields> {
  const fields: { [Field in PersonField]?: PersonFields[Field] | undefined } = {
    fullName: stated.fullName,
    birthDate: stated.birthDate && shownDate(stated.birthDate),
    sex: stated.sex,
    nationality: stated.nationality,
    documentType: document?.type === undefined ? undefined : String(document.type),
    documentNumber: document?.number,
    documentDescription: document?.description,
    phone: stated.phone,
    permitUntil: stated.permitUntil && shownDate(stated.permitUntil),
    address: residence?.address,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Until when they mean to stay, where they said so. */
export const statedTerms = ({ expectedDepartureAt }: GuestStatement): Partial<StayTerms> =>
  expectedDepartureAt === null ? {} : { departure: expectedDepartureAt.slice(0, 16) };

/**
 * The paper itself was scanned while what its holder had entered is looked at: it takes the place of their words, but for what
 * no paper says. Null: it is nobody's of these.
 */
export function comparedWith(
  persons: readonly PersonDraft[],
  scanned: PersonDraft,
): { readonly id: string; readonly person: PersonDraft } | null {
  const stated = persons.find(({ byGuest, fields }) => byGuest && numberOf(fields) === numberOf(scanned.fields));
  if (!stated || scanned.source.kind === 'typed' || numberOf(scanned.fields) === '') return null;
  const { phone, permitUntil } = stated.fields;
  const kept = Object.entries({ phone, permitUntil }).filter(([, value]) => value !== '');
  const person = {
    ...scanned,
    fields: { ...scanned.fields, ...Object.fromEntries(kept) },
    touched: [...scanned.touched, ...kept.map(([field]) => field as PersonField)],
    room: stated.room,
  };
  return { id: stated.id, person };
}

const numberOf = ({ documentNumber }: PersonFields): string => documentNumber.replace(/[\s.-]/g, '').toUpperCase();
