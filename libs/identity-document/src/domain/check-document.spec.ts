import fc from 'fast-check';
import { BIRTH_PROVINCES, isBirthRegistrationCode } from './birth-province';
import { checkDocument, type DocumentInput } from './check-document';
import { isKnownNationality } from './country-code';
import { DOCUMENT_TYPES, normaliseDocumentNumber } from './document-type';
import { parsePersonalNumber } from './personal-number';

const check = (documentType: number, documentNumber?: string, rest: Partial<DocumentInput> = {}) =>
  checkDocument({ documentType, documentNumber, ...rest }).map((f) => `${f.severity} ${f.code} ${f.field}`);

describe('checkDocument', () => {
  const format = (code: string) => [`error document-number-${code} documentNumber`];

  it.each([
    [1, '049190001234', []],
    [1, ' 049.190-001 234', []],
    [1, '04919000123', format('twelve-digits')],
    [1, '0491900012345', format('twelve-digits')],
    [1, 'A49190001234', format('twelve-digits')],
    [7, '04919000123', format('twelve-digits')],
    [8, '205123456', format('twelve-digits')],
    [2, '205123456', []],
    [2, '049190001234', []],
    [2, '2051234567', format('nine-or-twelve-digits')],
    [3, '490190001234', []],
    [3, 'A'.repeat(20), []],
    [3, 'A'.repeat(21), format('letters-digits')],
    [4, 'c01x00t47', []],
    [4, 'C01X00T4789', format('letters-digits')],
    [4, 'C01/00', format('letters-digits')],
    [6, 'DN4490123456789', []],
    [6, 'DN4490123456789012345', format('letters-digits')],
    [5, '45/2019', []],
    [5, 'TP/ĐK-2008', []],
    [5, '<script>', format('free-text')],
    [5, '1'.repeat(51), format('free-text')],
    [1, undefined, format('required')],
    [5, ' - ', format('required')],
    [0, '1', ['error document-type-unknown documentType']],
    [42, undefined, ['error document-type-unknown documentType']],
    [Number.NaN, undefined, ['error document-type-unknown documentType']],
    [9, undefined, ['error document-description-required documentType']],
  ])('type %i number %s', (type, number, expected) => expect(check(type, number)).toEqual(expected));

  it('lets a person without papers pass when described', () => {
    expect(check(9, undefined, { description: 'Mất giấy tờ' })).toEqual([]);
    expect(check(9, 'GXN 12/2026', { description: 'Giấy xác nhận' })).toEqual([]);
    expect(check(9, undefined, { description: '  ' })).toHaveLength(1);
  });

  it('doubts, never refuses, a personal number that contradicts the person', () => {
    expect(check(1, '049190001234', { birthDate: '1990-08-15', sex: 'F', nationality: 'VNM' })).toEqual([]);
    expect(check(2, '049190001234', { birthDate: '1991', sex: 'M' })).toEqual([
      'warning personal-number-birth-year birthDate',
      'warning personal-number-sex sex',
    ]);
    expect(check(8, '003190001234')).toEqual(['warning personal-number-province documentNumber']);
    expect(check(2, '205123456', { birthDate: '1991', sex: 'M' })).toEqual([]);
    expect(check(1, '049190001234', { birthDate: 'hôm qua' })).toEqual([]);
  });

  it('doubts a card for citizens in the hands of a foreigner', () => {
    expect(check(1, '049190001234', { nationality: 'FRA' })).toEqual([
      'warning document-type-not-for-nationality documentType',
    ]);
    expect(check(4, 'C01X00T47', { nationality: 'FRA' })).toEqual([]);
  });
});

describe('document types', () => {
  it('are those of the portal', () => {
    expect(DOCUMENT_TYPES.map((type) => `${type.code} ${type.label.vi}`)).toEqual([
      '1 Thẻ CCCD',
      '2 Thẻ CMND',
      '3 Giấy phép lái xe',
      '4 Hộ chiếu',
      '5 Giấy khai sinh',
      '6 Thẻ BHYT',
      '7 Thông báo số định danh cá nhân',
      '8 Thẻ Căn Cước',
      '9 Giấy Tờ Khác',
    ]);
  });
});

describe('normaliseDocumentNumber', () => {
  it.each([
    [' 049 190.001-234 ', '049190001234'],
    ['ｃ０１ｘ', 'C01X'],
    ['b–123—4567\u200B', 'B1234567'],
    ['', ''],
  ])('%j -> %j', (text, expected) => expect(normaliseDocumentNumber(text)).toBe(expected));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const once = normaliseDocumentNumber(text);
        expect(normaliseDocumentNumber(once)).toBe(once);
      }),
    );
  });
});

describe('parsePersonalNumber', () => {
  it.each([
    ['049090001234', { provinceCode: '049', sex: 'M', birthYear: 1990, serial: '001234' }],
    ['049190001234', { provinceCode: '049', sex: 'F', birthYear: 1990, serial: '001234' }],
    [' 048204000001 ', { provinceCode: '048', sex: 'M', birthYear: 2004, serial: '000001' }],
    ['001399999999', { provinceCode: '001', sex: 'F', birthYear: 2099, serial: '999999' }],
    ['001400000001', { provinceCode: '001', sex: 'M', birthYear: 2100, serial: '000001' }],
    ['001999000001', { provinceCode: '001', sex: 'F', birthYear: 2399, serial: '000001' }],
    ['04819000123', null],
    ['0481900012345', null],
    ['04819000123A', null],
    ['', null],
  ])('%j', (text, expected) => expect(parsePersonalNumber(text)).toEqual(expected));

  it('loses nothing: the parts make up the number again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{12}$/), (number) => {
        const parts = parsePersonalNumber(number);
        const g = parts && Math.floor((parts.birthYear - 1900) / 100) * 2 + (parts.sex === 'F' ? 1 : 0);
        expect(`${parts?.provinceCode}${g}${String(parts?.birthYear).slice(2)}${parts?.serial}`).toBe(number);
      }),
    );
  });
});

describe('codes', () => {
  it('holds the 63 provinces of birth registration and leaves room for births abroad', () => {
    expect(BIRTH_PROVINCES.size).toBe(63);
    expect([
      BIRTH_PROVINCES.get('001'),
      BIRTH_PROVINCES.get('048'),
      BIRTH_PROVINCES.get('049'),
      BIRTH_PROVINCES.get('096'),
    ]).toEqual(['Hà Nội', 'Đà Nẵng', 'Quảng Nam', 'Cà Mau']);
    expect(['049', '101', '399'].every(isBirthRegistrationCode)).toBe(true);
    expect(['000', '003', '097', '100', '400', '999', ''].some(isBirthRegistrationCode)).toBe(false);
  });

  it('knows the codes of ISO, of ICAO and of the portal, with Germany as D', () => {
    expect(
      ['VNM', 'BRA', 'BRN', 'BGR', 'D', 'GBD', 'GBN', 'UNO', 'XXA', 'XXX', 'RKS', 'EUE', 'SC-'].every(
        isKnownNationality,
      ),
    ).toBe(true);
    expect(['DEU', 'UTO', 'VN', ''].some(isKnownNationality)).toBe(false);
  });
});
