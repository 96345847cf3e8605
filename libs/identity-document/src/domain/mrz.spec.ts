import fc from 'fast-check';
import { parseMrz } from './mrz';
import { checkDigit } from './mrz-check';
import type { ScannedDocument } from './scanned-document';

const today = '2026-11-23';
const VIETNAMESE_CARD = [
  'IDVNM1900012342049190001234<<3',
  '9001158F3012316VNM<<<<<<<<<<<8',
  'TRAN<<THI<BINH<<<<<<<<<<<<<<<<',
];

function read(text: string) {
  const result = parseMrz(text, { today });
  const document: Partial<ScannedDocument> = result.ok ? result.document : {};
  return { ok: result.ok, document, codes: result.findings.map((f) => `${f.code} ${f.field}`) };
}

const field = (text: string, width: number): string => text.padEnd(width, '<').slice(0, width);

/** A passport's two lines with correct check digits. */
function td3(p: {
  state: string;
  names: string;
  number: string;
  nationality: string;
  birth: string;
  sex: string;
  expiry: string;
}): string[] {
  const number = field(p.number, 9);
  const optional = field('', 14);
  const numberPart = number + checkDigit(number);
  const birthPart = p.birth + checkDigit(p.birth);
  const rest = p.expiry + checkDigit(p.expiry) + optional + checkDigit(optional);
  const composite = checkDigit(numberPart + birthPart + rest);
  return [
    `P<${field(p.state, 3)}${field(p.names, 39)}`,
    `${numberPart}${field(p.nationality, 3)}${birthPart}${p.sex}${rest}${composite}`,
  ];
}

const passport = {
  state: 'D',
  names: 'MUELLER<<HANS<PETER',
  number: 'C01X00T47',
  nationality: 'D',
  birth: '640812',
  sex: 'M',
  expiry: '310228',
};

describe('parseMrz', () => {
  it('reads a Vietnamese card, with the whole number', () => {
    expect(read(VIETNAMESE_CARD.join('\n'))).toEqual({
      ok: true,
      codes: ['name-without-diacritics fullName'],
      document: {
        format: 'mrz-td1',
        documentType: 1,
        documentNumber: '049190001234',
        fullName: 'TRAN THI BINH',
        birthDate: '1990-01-15',
        sex: 'F',
        nationality: 'VNM',
        expiresOn: '2030-12-31',
        issuingState: 'VNM',
        extras: [],
      },
    });
  });

  it('reads a passport; Germany is D', () => {
    expect(read(td3(passport).join('\n'))).toMatchObject({
      codes: [],
      document: {
        documentType: 4,
        documentNumber: 'C01X00T47',
        fullName: 'MUELLER HANS PETER',
        nationality: 'D',
        birthDate: '1964-08-12',
        expiresOn: '2031-02-28',
      },
    });
  });

  it.each([
    ['in one run', td3(passport).join('')],
    ['in lower case', td3(passport).join('\n').toLowerCase()],
    ['with spaces for fillers', td3(passport).join('\n').replaceAll('<', ' ')],
    ['with guillemets', td3(passport).join('\r\n').replaceAll('<', '«')],
    ['with fillers lost at the end', `${td3(passport)[0]?.slice(0, -3)}\n${td3(passport)[1]}`],
    ['with junk after it', `${td3(passport).join('\n')}\n\n`],
  ])('reads it %s', (_how, text) => {
    expect(read(text)).toMatchObject({ codes: [], document: { documentNumber: 'C01X00T47', birthDate: '1964-08-12' } });
  });

  it('puts a misread digit right where the check digit proves it', () => {
    const [first, second] = td3(passport);
    const { codes, document } = read(`${first}\n${second?.replace('6408125', '64O8125')}`);
    expect(document.birthDate).toBe('1964-08-12');
    expect(codes).toContain('mrz-repaired birthDate');
  });

  it('takes the century that is not in the future', () => {
    expect(read(td3({ ...passport, birth: '260101' }).join('\n')).document.birthDate).toBe('2026-01-01');
    expect(read(td3({ ...passport, birth: '270101' }).join('\n')).document.birthDate).toBe('1927-01-01');
  });

  it('leaves what the document does not say', () => {
    const { document, codes } = read(td3({ ...passport, birth: '64<<<<', sex: '<' }).join('\n'));
    expect(document).toMatchObject({ birthDate: '1964', sex: undefined });
    expect(codes).toEqual(['mrz-sex-unspecified sex']);
  });

  it('doubts an expired document and an impossible date', () => {
    expect(read(td3({ ...passport, expiry: '200101' }).join('\n')).codes).toEqual(['document-expired expiresOn']);
    expect(read(td3({ ...passport, birth: '640231' }).join('\n')).codes).toEqual(['scan-field-unreadable birthDate']);
  });

  it.each([
    ['', 'scan-empty scan'],
    ['P<D', 'scan-not-recognised scan'],
    [`${'A'.repeat(44)}\n${'B'.repeat(44)}`, 'scan-not-recognised scan'],
    ['<'.repeat(501), 'scan-too-long scan'],
  ])('refuses %j', (text, code) => expect(read(text)).toMatchObject({ ok: false, codes: [code] }));

  const people = fc.record({
    state: fc.constantFrom('USA', 'FRA', 'KOR', 'D', 'GBR', 'CHN'),
    names: fc.stringMatching(/^[A-Z]{2,12}<<[A-Z]{2,10}(<[A-Z]{2,6})?$/),
    number: fc.stringMatching(/^[A-Z0-9]{6,9}$/),
    nationality: fc.constantFrom('USA', 'FRA', 'KOR', 'D', 'GBR', 'CHN'),
    birth: fc
      .date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(2, 10).replaceAll('-', '')),
    sex: fc.constantFrom('M', 'F'),
    expiry: fc.constant('330101'),
  });

  it('reads every well-formed passport without a doubt', () => {
    fc.assert(
      fc.property(people, (person) => {
        const { codes, document } = read(td3(person).join('\n'));
        expect(codes).toEqual([]);
        expect(document.documentNumber).toBe(person.number);
        expect(document.birthDate?.replaceAll('-', '').slice(2)).toBe(person.birth);
      }),
    );
  });

  it('notices any one changed digit of a checked field', () => {
    const position = fc.constantFrom(
      ...Array.from({ length: 9 }, (_, i) => i),
      13,
      14,
      15,
      16,
      17,
      18,
      21,
      22,
      23,
      24,
      25,
      26,
    );
    fc.assert(
      fc.property(people, position, fc.integer({ min: 1, max: 9 }), (person, at, shift) => {
        const [first = '', second = ''] = td3(person);
        const old = second[at] ?? '';
        fc.pre(/\d/.test(old));
        const changed = second.slice(0, at) + String((Number(old) + shift) % 10) + second.slice(at + 1);
        expect(read(`${first}\n${changed}`).codes.join()).toMatch(/mrz-check-digit|mrz-repaired/);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) =>
        expect(typeof read(text).ok).toBe('boolean'),
      ),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9<]{90}$/), (text) => expect(typeof read(text).ok).toBe('boolean')),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^P[A-Z0-9<]{87}$/), (text) => expect(typeof read(text).ok).toBe('boolean')),
    );
  });
});
