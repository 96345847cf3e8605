import fc from 'fast-check';
import {
  checkDocument,
  checkName,
  FINDING_CODES,
  type Finding,
  type FindingCode,
  findingCatalogue,
  foldName,
  nameKey,
  normaliseDocumentNumber,
  normaliseName,
  parseBirthDate,
  parseCccdQr,
  parseMrz,
  parsePersonalNumber,
} from './index';

const CARD = 'IDVNM1900012342049190001234<<3\n9001158F3012316VNM<<<<<<<<<<<8\nTRAN<<THI<BINH';
const QR = '049190001234||TRẦN THỊ BÌNH|15081990|Nữ|Hội An, Quảng Nam|10052021';
const qr = (text: string) => parseCccdQr(text).findings;
const mrz = (text: string) => parseMrz(text, { today: '2031-01-01' }).findings;
const bornOn = (text: string): Pick<Finding, 'code'>[] => {
  const result = parseBirthDate(text);
  return result.ok ? [] : [{ code: result.code }];
};

/** An input for every code: a code that nothing can emit any more has no example and must go. */
const EXAMPLES: Readonly<Record<FindingCode, () => readonly Pick<Finding, 'code' | 'params'>[]>> = {
  'scan-empty': () => qr(''),
  'scan-too-long': () => mrz('<'.repeat(3_000)),
  'scan-not-recognised': () => mrz('hello'),
  'scan-too-few-fields': () => qr('049190001234|TRẦN THỊ BÌNH'),
  'scan-is-visa': () => mrz(`V<FRA${'MARTIN<<LUC'.padEnd(39, '<')}\n${'1'.repeat(44)}`),
  'scan-field-unreadable': () => qr(QR.replace('Nữ', '?')),
  'scan-keyboard-mangled': () => qr(QR.replace('TRẦN', 'TRAANF')),
  'mrz-all-checks-failed': () => mrz(`P<FRA${'MARTIN<<LUC'.padEnd(39, '<')}\n${'X'.repeat(44)}`),
  'mrz-repaired': () => mrz(CARD.replace('9001158F', '9OO1158F')),
  'check-digit-failed': () => mrz(CARD.replace('9001158F', '9001168F')),
  'birth-date-year-only': () => qr(QR.replace('15081990', '00001990')),
  'sex-unspecified': () => mrz(CARD.replace('8F', '8<')),
  'nationality-unknown': () => mrz(CARD.replace('6VNM', '6ZZZ')),
  'document-expired': () => mrz(CARD),
  'name-without-diacritics': () => mrz(CARD),
  'name-truncated': () => mrz(CARD.replace('BINH', 'BINH'.repeat(10))),
  'name-empty': () => checkName(''),
  'name-too-long': () => checkName('An '.repeat(100)),
  'name-has-digits': () => checkName('Nguyễn Văn 2'),
  'name-has-symbols': () => checkName('Nguyễn @ An'),
  'name-not-latin': () => checkName('王 伟'),
  'name-single-word': () => checkName('An'),
  'name-looks-mistyped': () => checkName('Nguyeexn Vawn An'),
  'document-type-unknown': () => checkDocument({ documentType: 10 }),
  'document-type-not-for-nationality': () => checkDocument({ documentType: 1, nationality: 'FRA' }),
  'document-number-required': () => checkDocument({ documentType: 1 }),
  'document-number-twelve-digits': () => checkDocument({ documentType: 1, documentNumber: '1' }),
  'document-number-nine-or-twelve-digits': () => checkDocument({ documentType: 2, documentNumber: '1' }),
  'document-number-letters-digits': () => checkDocument({ documentType: 4, documentNumber: '1/2' }),
  'document-number-free-text': () => checkDocument({ documentType: 5, documentNumber: '<>' }),
  'document-description-required': () => checkDocument({ documentType: 9 }),
  'personal-number-province': () => checkDocument({ documentType: 1, documentNumber: '003190001234' }),
  'personal-number-birth-year': () =>
    checkDocument({ documentType: 1, documentNumber: '049190001234', birthDate: '1991' }),
  'personal-number-sex': () => checkDocument({ documentType: 1, documentNumber: '049190001234', sex: 'M' }),
  'date-malformed': () => bornOn('x'),
  'date-not-in-calendar': () => bornOn('1990-02-31'),
};

describe('findingCatalogue', () => {
  it('explains every code once, in both languages', () => {
    expect(findingCatalogue.map((entry) => entry.code)).toEqual([...FINDING_CODES]);
    for (const { message, fix } of findingCatalogue) {
      for (const text of [message.vi, message.en, fix.vi, fix.en]) expect(text.trim().length).toBeGreaterThan(5);
    }
  });

  it.each(FINDING_CODES)('%s can happen, with every parameter its text names', (code) => {
    const emitted = EXAMPLES[code]().find((finding) => finding.code === code);
    expect(emitted).toBeDefined();
    const entry = findingCatalogue.find((definition) => definition.code === code);
    const named = [
      ...`${entry?.message.vi}${entry?.message.en}${entry?.fix.vi}${entry?.fix.en}`.matchAll(/\{(\w+)\}/g),
    ];
    for (const [, name = ''] of named) expect(emitted?.params).toHaveProperty(name);
  });
});

describe('for any input', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom('\uD800', '\uDC00', '\u0000', '|', '<', '\n', 'P', 'I', 'ễ', '\u0303', '9', ' '),
      maxLength: 200,
    }),
    fc
      .array(fc.string({ unit: 'binary', maxLength: 15 }), { maxLength: 12 })
      .map((parts) => `049190001234|${parts.join('|')}`),
    fc.stringMatching(/^I[A-Z<]{4}[A-Z0-9<]{85}$/),
    fc.stringMatching(/^P<[A-Z]{3}[A-Z0-9<]{83}$/),
    fc.string({ unit: 'binary', minLength: 1_900, maxLength: 2_100, size: 'max' }),
  );

  it('nothing throws, and every finding is in the catalogue and repeats nothing of the input', () => {
    const known = new Set(findingCatalogue.map((entry) => entry.code));
    fc.assert(
      fc.property(text, text, fc.integer({ min: -1, max: 11 }), (one, other, documentType) => {
        const findings = [
          ...parseCccdQr(one).findings,
          ...parseMrz(one).findings,
          ...parseMrz(one, { today: '2026-11-23' }).findings,
          ...checkName(one),
          ...checkDocument({
            documentType,
            documentNumber: one,
            description: other,
            birthDate: other,
            nationality: one,
          }),
        ];
        for (const { code, field, params } of findings) {
          expect(known.has(code)).toBe(true);
          for (const value of Object.values(params ?? {}))
            expect(typeof value === 'number' || value === field).toBe(true);
        }
        for (const read of [normaliseName, foldName, nameKey, normaliseDocumentNumber])
          expect(typeof read(one)).toBe('string');
        expect([parsePersonalNumber(one), parseBirthDate(one).ok]).toHaveLength(2);
      }),
      { numRuns: 1_000 },
    );
  });

  it('refused scans carry an error, read ones only warnings', () => {
    fc.assert(
      fc.property(text, (one) => {
        for (const result of [parseCccdQr(one), parseMrz(one)]) {
          expect(result.findings.some((finding) => finding.severity === 'error')).toBe(!result.ok);
        }
      }),
    );
  });
});
