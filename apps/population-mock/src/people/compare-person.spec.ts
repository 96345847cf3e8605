import { comparePerson } from './compare-person';
import { documentKeyOf, type IdentityQuestion } from './identity-question';

const asked: IdentityQuestion = {
  documentType: 1,
  documentNumber: '049090001234',
  nationality: 'VNM',
  fullName: 'Trần Thị Bình',
  birthDate: '1990-08-15',
  sex: 'F',
};
const held = { nationality: 'VNM', fullName: 'Trần Thị Bình', birthDate: '1990-08-15', sex: 'F' };

describe('comparePerson', () => {
  it.each([
    ['1990-08-15', '1990-08-15'],
    ['1990', '1990-08-15'],
    ['1990-08-15', '1990'],
    ['1990', '1990'],
  ])('takes birth date %s for %s', (given, known) => {
    expect(comparePerson({ ...asked, birthDate: given }, { ...held, birthDate: known })).toEqual({ result: 'match' });
  });

  it.each([
    ['1990-08-16', '1990-08-15'],
    ['1991', '1990-08-15'],
    ['1991-08-15', '1990'],
  ])('does not take birth date %s for %s', (given, known) => {
    const outcome = comparePerson({ ...asked, birthDate: given }, { ...held, birthDate: known });
    expect(outcome).toEqual({ result: 'mismatch', fields: ['birthDate'] });
  });

  it('names every field that differs', () => {
    const other = { nationality: 'LAO', fullName: 'Khác', birthDate: '2000', sex: 'M' };
    expect(comparePerson(asked, other)).toEqual({
      result: 'mismatch',
      fields: ['fullName', 'birthDate', 'sex', 'nationality'],
    });
  });

  it('finds nobody where nobody is held', () => {
    expect(comparePerson(asked, undefined)).toEqual({ result: 'not_found' });
  });
});

describe('documentKeyOf', () => {
  it.each([
    [1, '049 090 001234', { kind: 'personal', issuer: '', number: '049090001234' }],
    [7, '049090001234', { kind: 'personal', issuer: '', number: '049090001234' }],
    [8, '049090001234', { kind: 'personal', issuer: '', number: '049090001234' }],
    [2, '049090001234', { kind: 'personal', issuer: '', number: '049090001234' }],
    [2, '205123456', { kind: 'old', issuer: '', number: '205123456' }],
    [4, 'c1234567', { kind: 'passport', issuer: 'VNM', number: 'C1234567' }],
  ])('looks type %i number %s up', (documentType, documentNumber, key) => {
    expect(documentKeyOf({ documentType, documentNumber, nationality: 'VNM' })).toEqual(key);
  });

  it.each([
    [3, '123456'],
    [5, '049090001234'],
    [6, 'DN123'],
    [9, '1'],
    [1, null],
    [1, '  '],
  ])('has nobody to look up for type %i number %s', (documentType, documentNumber) => {
    expect(documentKeyOf({ documentType, documentNumber, nationality: 'VNM' })).toBeNull();
  });
});
