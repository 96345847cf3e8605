import { birthDate } from '../shape/dates';
import { integer, nullable, object, oneOf, text, type TypeOf } from '../shape/shape';

/** The fields by which a person is asked for, and which every stay event carries too. */
export const personFields = {
  documentType: integer(1, 9),
  documentNumber: nullable(text(1, 50)),
  nationality: text(1, 3),
  fullName: text(1, 300, /\S/, 'must not be blank'),
  birthDate,
  sex: oneOf('M', 'F'),
};

const question = object(personFields);
export type IdentityQuestion = TypeOf<typeof question>;

export const readIdentityQuestion = (body: unknown): IdentityQuestion => question(body, '');

/** Where in the tables a document leads, or null when the database does not hold documents of the kind. */
export interface DocumentKey {
  readonly kind: 'personal' | 'old' | 'passport';
  /** The nationality for passports, otherwise empty. */
  readonly issuer: string;
  readonly number: string;
}

const CCCD = 1;
const CMND = 2;
const PASSPORT = 4;
const PERSONAL_NUMBER_NOTICE = 7;
const CAN_CUOC = 8;

export function documentKeyOf(
  asked: Pick<IdentityQuestion, 'documentType' | 'documentNumber' | 'nationality'>,
): DocumentKey | null {
  const number = asked.documentNumber === null ? '' : normalisedNumber(asked.documentNumber);
  if (number === '') return null;
  switch (asked.documentType) {
    case CCCD:
    case PERSONAL_NUMBER_NOTICE:
    case CAN_CUOC:
      return { kind: 'personal', issuer: '', number };
    case CMND:
      // The last CMND series already carried the 12-digit personal number.
      return { kind: number.length === 12 ? 'personal' : 'old', issuer: '', number };
    case PASSPORT:
      return { kind: 'passport', issuer: asked.nationality.toUpperCase(), number };
    default:
      return null;
  }
}

export const normalisedNumber = (number: string): string => number.replace(/\s+/g, '').toUpperCase();
