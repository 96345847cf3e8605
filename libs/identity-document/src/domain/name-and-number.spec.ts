import fc from 'fast-check';
import { parseBirthDate } from './calendar-date';
import { checkDocument, normaliseDocumentNumber } from './document-rules';
import { checkName, foldName, nameKey, normaliseName } from './name';
import { parsePersonalNumber } from './personal-number';

const codes = (findings: readonly { code: string; severity: string }[]): string[] =>
  findings.map((f) => `${f.severity} ${f.code}`);

describe('names', () => {
  it('fold to letters without marks', () => {
    expect(foldName('  NGUYỄN   Đức-Ý ')).toBe('nguyen duc y');
    expect(foldName('Müller Øyvind Łukasz')).toBe('muller oyvind lukasz');
    expect(normaliseName(' Trần  Thị\u00A0Bình '.normalize('NFD'))).toBe('Trần Thị Bình');
  });

  it('have one key for orders and variants', () => {
    expect(nameKey('Huỳnh Văn An')).toBe(nameKey('AN Hoàng văn'));
    expect(nameKey('Võ Thị Sáu')).toBe(nameKey('Vũ Thị Sáu'));
    expect(nameKey('Vũ Thị Sáu')).not.toBe(nameKey('Vũ Thị Bảy'));
  });

  it('keep their laws', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, (value) => {
        expect(foldName(foldName(value))).toBe(foldName(value));
        expect(normaliseName(normaliseName(value))).toBe(normaliseName(value));
        expect(nameKey(value)).toBe(nameKey(foldName(value).split(' ').reverse().join(' ')));
        expect(Array.isArray(checkName(value))).toBe(true);
      }),
    );
  });

  it.each([
    ['Trần Thị Bình', []],
    ['John Brown', []],
    ['Dawn Moore', []],
    ['Nguyeexn Thij Hoa', ['warning name-looks-mistyped']],
    ['Phuowng', ['warning name-looks-mistyped']],
    ['Nguye6n4 Van8 A', ['error name-has-digits']],
    ['---', ['error name-empty']],
    ['', ['error name-empty']],
  ])('are checked: %s', (name, expected) => expect(codes(checkName(name))).toEqual(expected));
});

describe('document numbers', () => {
  const check = (documentType: number, documentNumber?: string, rest: object = {}) =>
    codes(checkDocument({ documentType, documentNumber, ...rest }));

  it.each([
    [1, '049190001234', []],
    [1, '04919000123', ['error document-number-format']],
    [2, '205123456', []],
    [2, '2051234567', ['error document-number-format']],
    [4, 'C01X00T47', []],
    [4, 'C01X00T4789', ['error document-number-format']],
    [3, 'A'.repeat(21), ['error document-number-format']],
    [6, 'DN4490123456789', []],
    [1, undefined, ['error document-number-required']],
    [9, undefined, ['error document-description-required']],
    [42, 'x', []],
  ])('type %i number %s', (type, number, expected) => expect(check(type, number)).toEqual(expected));

  it('lets a person without papers pass when described', () => {
    expect(check(9, undefined, { description: 'Mất giấy tờ' })).toEqual([]);
  });

  it('doubts, never refuses, a personal number that contradicts the person', () => {
    expect(check(1, '049190001234', { birthDate: '1990-08-15', sex: 'F' })).toEqual([]);
    expect(check(1, '049190001234', { birthDate: '1991', sex: 'M' })).toEqual([
      'warning personal-number-birth-year',
      'warning personal-number-sex',
    ]);
    expect(check(1, '003190001234')).toEqual(['warning personal-number-province']);
    expect(check(1, '049190001234', { nationality: 'FRA' })).toEqual(['warning document-type-unusual']);
  });

  it('are read however they are written', () => {
    expect(normaliseDocumentNumber(' 049 190.001-234 ')).toBe('049190001234');
    expect(normaliseDocumentNumber('ｃ０１ｘ')).toBe('C01X');
  });

  it('tell sex and century', () => {
    expect(parsePersonalNumber('049190001234')).toEqual({
      provinceCode: '049',
      sex: 'F',
      birthYear: 1990,
      serial: '001234',
    });
    expect(parsePersonalNumber('048204000001')).toMatchObject({ sex: 'M', birthYear: 2004 });
    expect(parsePersonalNumber('0481')).toBeNull();
  });
});

describe('birth dates', () => {
  it.each([
    ['1990-08-15', '1990-08-15'],
    ['1990', '1990'],
    ['2028-02-29', '2028-02-29'],
    ['1990-02-31', 'date-not-in-calendar'],
    ['1990-13-01', 'date-not-in-calendar'],
    ['15/08/1990', 'date-malformed'],
    ['', 'date-malformed'],
  ])('%s', (text, expected) => {
    const result = parseBirthDate(text);
    expect(result.ok ? result.value : result.code).toBe(expected);
  });
});
