import { parseMrz } from './mrz';
import { mrzCheckDigit } from './mrz-check-digit';
import type { ScannedDocument } from './scanned-document';

const today = '2026-11-23';
const CARD = ['IDVNM1900012342049190001234<<3', '9001158F3012316VNM<<<<<<<<<<<8', 'TRAN<<THI<BINH<<<<<<<<<<<<<<<<'];
/** Specimens of ICAO Doc 9303 (the state of Utopia). */
const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const TD2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];

function read(lines: readonly string[] | string, options: { today?: string } = { today }) {
  const result = parseMrz(typeof lines === 'string' ? lines : lines.join('\n'), options);
  const document: Partial<ScannedDocument> = result.ok ? result.document : {};
  return { ok: result.ok, document, codes: result.findings.map((f) => `${f.code} ${f.field}`) };
}

const digit = (text: string): string => mrzCheckDigit(text) ?? '?';

/** A passport with the parts given and right check digits. */
function passport(
  parts: Partial<
    Record<'state' | 'nationality' | 'number' | 'birth' | 'sex' | 'expiry' | 'name' | 'optional', string>
  > = {},
) {
  const p = {
    state: 'FRA',
    number: '12AB34567',
    birth: '850314',
    sex: 'M',
    expiry: '330101',
    name: 'MARTIN<<LUC',
    optional: '',
    ...parts,
  };
  const checked = (text: string): string => text + digit(text);
  const number = checked(p.number.padEnd(9, '<'));
  const birth = checked(p.birth);
  const rest = checked(p.expiry) + checked(p.optional.padEnd(14, '<'));
  return [
    `P<${p.state.padEnd(3, '<')}${p.name.padEnd(39, '<')}`,
    `${number}${(p.nationality ?? p.state).padEnd(3, '<')}${birth}${p.sex}${rest}${digit(number + birth + rest)}`,
  ] as const;
}

const change = (line: string, at: number, to: string): string => line.slice(0, at) + to + line.slice(at + to.length);

describe('parseMrz', () => {
  const vietnamese = {
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
  };

  it('reads a Vietnamese card with all twelve digits of its number', () => expect(read(CARD)).toEqual(vietnamese));

  it.each([
    ['CR LF', CARD.join('\r\n')],
    ['one run', CARD.join('')],
    ['one run without the last fillers', CARD.join('').replace(/<+$/, '')],
    ['lower case', CARD.join('\n').toLowerCase()],
    ['spaces for fillers', CARD.join('\n').replaceAll('<', ' ')],
    ['spaces between the lines', CARD.join(' ')],
    ['spaces inside', CARD.map((line) => line.replace(/(.{10})/g, '$1 ')).join('\n')],
    ['guillemets for two fillers', CARD.join('\n').replaceAll('<<', '«')],
    ['guillemets for one filler', CARD.join('\n').replaceAll('<', '«')],
    ['full-width characters', CARD.join('\n').replaceAll('<', '＜')],
    ['the end of the name line lost', [CARD[0], CARD[1], 'TRAN<<THI<BINH'].join('\n')],
    ['junk behind the lines', CARD.map((line) => `${line}<K7`).join('\n')],
    ['text before and after', `CĂN CƯỚC CÔNG DÂN\n${CARD.join('\n')}\nscanned 10:15`],
    ['a byte order mark and empty lines', `\uFEFF\n\n${CARD.join('\n\n')}\n`],
  ])('reads the same from %s', (_how, text) => expect(read(text)).toEqual(vietnamese));

  it('reads the specimens of the standard; a state that does not exist is doubted', () => {
    const anna = { fullName: 'ERIKSSON ANNA MARIA', birthDate: '1974-08-12', sex: 'F', nationality: 'UTO' };
    const doubts = ['nationality-unknown nationality', 'document-expired expiresOn'];
    const cases = [
      [TD3, { format: 'mrz-td3', documentType: 4, documentNumber: 'L898902C3', extras: ['ZE184226B'] }],
      [TD1, { format: 'mrz-td1', documentType: 9, documentNumber: 'D23145890', extras: [] }],
      [TD2, { format: 'mrz-td2', documentType: 9, documentNumber: 'D23145890', extras: [] }],
    ] as const;
    for (const [lines, expected] of cases) {
      expect(read(lines)).toMatchObject({ codes: doubts, document: { ...anna, ...expected, expiresOn: '2012-04-15' } });
    }
  });

  it('reads a number of more than nine characters', () => {
    const long = ['I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', 'STEVENSON<<PETER<JOHN<<<<<<<<<'];
    expect(read(long).document).toMatchObject({ documentNumber: 'D23145890734', birthDate: '1934-07-12' });
    expect(read(long).codes).toEqual(['nationality-unknown nationality']);
  });

  it.each([
    ['D', 'D', []],
    ['GBD', 'GBD', []],
    ['XXB', 'XXB', []],
    ['RKS', 'RKS', []],
    ['ZZZ', 'ZZZ', ['nationality-unknown nationality']],
    ['8RA', 'BRA', ['mrz-repaired nationality']],
    ['7RA', undefined, ['scan-field-unreadable nationality']],
  ])('reads the nationality %s', (nationality, expected, codes) => {
    expect(read(passport({ nationality }))).toMatchObject({ codes });
    expect(read(passport({ nationality })).document.nationality).toBe(expected);
  });

  it('adds that a Vietnamese name lacks its marks and that a full name line may be cut', () => {
    expect(read(passport({ state: 'VNM', number: 'C1234567', name: 'LE<<MINH<KHOI' }))).toMatchObject({
      codes: ['name-without-diacritics fullName'],
      document: { fullName: 'LE MINH KHOI', documentNumber: 'C1234567' },
    });
    expect(read(passport({ name: `PAPANDROPOULOUS<<JONATHON<ALEC<JOHN<PE` })).codes).toEqual([]);
    expect(read(passport({ name: `NILAVADHANANANDA<<${'CHAYAPA'.repeat(3)}` })).codes).toEqual([
      'name-truncated fullName',
    ]);
    expect(read(passport({ name: 'MART1N<<LUC' })).codes).toEqual(['scan-field-unreadable fullName']);
    expect(read(passport({ name: '' })).codes).toEqual(['scan-field-unreadable fullName']);
  });

  it.each([
    ['a birth date', 13, '8503I4', 'birthDate'],
    ['a check digit', 19, 'O', 'birthDate'],
    ['an expiry', 21, '33OIO1', 'expiresOn'],
  ])('puts misread digits of %s right', (_what, at, misread, field) => {
    const [first, second] = passport({ birth: '850314', expiry: '330101' });
    const fitting = field === 'birthDate' && at === 19 ? passport({ birth: '850301' }) : null;
    const line = change(fitting?.[1] ?? second, at, misread);
    const original = read(fitting ?? [first, second]);
    const wanted = fitting && fitting[1][19] !== '0' ? 'check-digit-failed' : 'mrz-repaired';
    expect(read([first, line]).codes).toEqual([`${wanted} ${field}`]);
    expect(read([first, line]).document).toEqual(original.document);
  });

  it('puts a misread number right where its form leaves no choice', () => {
    expect(read([change(CARD[0] ?? '', 15, 'O4919OOO'), ...CARD.slice(1)])).toEqual({
      ...vietnamese,
      codes: ['mrz-repaired documentNumber', 'name-without-diacritics fullName'],
    });
    const [first, second] = passport({ state: 'VNM', number: 'B1234568' });
    const misread = read([first, change(second, 0, '8I23456B')]);
    expect(misread.codes).toEqual(['mrz-repaired documentNumber', 'name-without-diacritics fullName']);
    expect(misread.document.documentNumber).toBe('B1234568');
    const [other, line] = passport({ number: '12AB34567' });
    expect(read([other, change(line, 0, 'I')])).toMatchObject({
      codes: ['check-digit-failed documentNumber'],
      document: { documentNumber: 'I2AB34567' },
    });
  });

  it.each([
    [0, 'documentNumber'],
    [13, 'birthDate'],
    [21, 'expiresOn'],
    [28, 'scan'],
    [43, 'scan'],
  ])('keeps the value and names the field when the check digit at %i fails', (at, field) => {
    const [first, second] = passport({ number: '123456789', optional: '123' });
    const other = String((Number(second[at]) + 1) % 10);
    expect(read([first, change(second, at, other)]).codes).toContain(`check-digit-failed ${field}`);
  });

  it('doubts a Vietnamese card whose two numbers differ', () => {
    const line = `IDVNM190001235${digit('190001235')}049190001234<<3`;
    expect(read([line, ...CARD.slice(1)]).codes).toContain('check-digit-failed documentNumber');
  });

  it('takes the century that does not put the birth in the future', () => {
    expect(read(passport({ birth: '261123' })).document.birthDate).toBe('2026-11-23');
    expect(read(passport({ birth: '261124' })).document.birthDate).toBe('1926-11-24');
    expect(read(passport({ birth: '26<<<<' })).document.birthDate).toBe('2026');
    expect(read(passport({ birth: '27<<<<' })).document.birthDate).toBe('1927');
  });

  it('without today takes the expiry for it', () => {
    expect(read(passport({ birth: '300101', expiry: '330101' }), {}).document.birthDate).toBe('2030-01-01');
    expect(read(passport({ birth: '340101', expiry: '330101' }), {}).document.birthDate).toBe('1934-01-01');
    expect(read(passport({ birth: '600101', expiry: '991231' }), {}).document.birthDate).toBe('1960-01-01');
    expect(read(passport({ birth: '600101', expiry: '<<<<<<' }), {}).codes).toEqual([
      'scan-field-unreadable birthDate',
    ]);
  });

  it('leaves open what the document leaves open', () => {
    expect(read(passport({ birth: '64<<<<', sex: '<', expiry: '<<<<<<' }))).toMatchObject({
      codes: ['sex-unspecified sex', 'birth-date-year-only birthDate'],
      document: { birthDate: '1964' },
    });
    expect(read(passport({ birth: '640000' })).document.birthDate).toBe('1964');
    expect(read(passport({ sex: 'X' })).codes).toEqual(['sex-unspecified sex']);
    expect(read(passport({ sex: '7' })).codes).toEqual(['scan-field-unreadable sex']);
    expect(read(passport({ birth: '<<<<<<' })).codes).toEqual(['scan-field-unreadable birthDate']);
    expect(read(passport({ birth: '640231' })).codes).toEqual(['scan-field-unreadable birthDate']);
    expect(read(passport({ expiry: '330231' })).codes).toEqual(['scan-field-unreadable expiresOn']);
    expect(read(passport({ number: '<' })).codes).toEqual(['scan-field-unreadable documentNumber']);
  });

  it('doubts a document from the day after its expiry', () => {
    expect(read(passport({ expiry: '261123' })).codes).toEqual([]);
    expect(read(passport({ expiry: '261122' })).codes).toEqual(['document-expired expiresOn']);
    expect(read(passport({ expiry: '261122' }), {}).codes).toEqual([]);
  });

  it.each([
    ['', 'scan-empty scan'],
    [' \n\uFEFF', 'scan-empty scan'],
    ['hello', 'scan-not-recognised scan'],
    ['P<FRA', 'scan-not-recognised scan'],
    ['049190001234|205123456|TRẦN THỊ BÌNH|15081990|Nữ|Hội An|10052021', 'scan-not-recognised scan'],
    [['P<FRAMARTIN<<LUC'.padEnd(44, '<'), 'X'.repeat(44)].join('\n'), 'mrz-all-checks-failed scan'],
    [
      ['V<UTOERIKSSON<<ANNA<MARIA'.padEnd(44, '<'), 'L8988901C4XXX4009078F9612109<<<<<<<<<<<<<<<<'].join('\n'),
      'scan-is-visa scan',
    ],
    ['<'.repeat(2_001), 'scan-too-long scan'],
  ])('refuses %j', (text, code) => expect(read(text)).toEqual({ ok: false, document: {}, codes: [code] }));
});
