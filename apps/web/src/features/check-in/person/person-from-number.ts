import { parsePersonalNumber } from '@luutru/identity-document';
import { type PersonDraft, typedPerson } from './person-draft';

/** A number typed without a scan begins a person by hand; a personal number tells sex and year of birth already. */
export function personFromNumber(text: string): PersonDraft | null {
  const number = text.replace(/[\s.-]/g, '').toUpperCase();
  if (/^\d{12}$/.test(number)) {
    const told = parsePersonalNumber(number);
    return typedPerson({
      documentType: '1',
      documentNumber: number,
      ...(told && { sex: told.sex, birthDate: String(told.birthYear) }),
    });
  }
  if (/^[A-Z]\d{7,8}$/.test(number)) return typedPerson({ documentType: '4', documentNumber: number });
  return null;
}
