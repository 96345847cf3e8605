import fc from 'fast-check';
import { parseMrz } from './mrz';
import { mrzCheckDigit } from './mrz-check-digit';
import { MRZ_LAYOUTS, type Place } from './mrz-layout';

const today = '2026-11-23';
const [td1Layout, td3Layout] = MRZ_LAYOUTS;
const digit = (text: string): string => mrzCheckDigit(text) ?? '?';
const checked = (text: string): string => text + digit(text);

const shortDate = (min: string, max: string) =>
  fc
    .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
    .map((iso) => ({ iso, text: iso.slice(2).replaceAll('-', '') }));

const person = fc.record({
  state: fc.constantFrom('USA', 'FRA', 'KOR', 'D', 'GBR', 'CHN', 'AUS'),
  name: fc.stringMatching(/^[A-Z]{2,10}<<[A-Z]{2,8}(<[A-Z]{2,6})?$/),
  number: fc.stringMatching(/^[A-Z0-9]{6,9}$/),
  /** Within a hundred years, or two digits cannot tell the century. */
  birth: shortDate('1926-11-24', '2026-11-23'),
  sex: fc.constantFrom('M', 'F'),
  expiry: shortDate('2026-11-23', '2045-12-31'),
  optional: fc.stringMatching(/^[A-Z0-9]{0,11}$/),
});
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

function td3(p: Person): string[] {
  const number = checked(p.number.padEnd(9, '<'));
  const birth = checked(p.birth.text);
  const rest = checked(p.expiry.text) + checked(p.optional.padEnd(14, '<'));
  return [
    `P<${p.state.padEnd(3, '<')}${p.name.padEnd(39, '<')}`,
    `${number}${p.state.padEnd(3, '<')}${birth}${p.sex}${rest}${digit(number + birth + rest)}`,
  ];
}

/** `first` is the number field with check digit and the optional data after it, 25 characters. */
function td1(p: Person, header: string, first: string): string[] {
  const birth = checked(p.birth.text);
  const expiry = checked(p.expiry.text);
  const more = ''.padEnd(11, '<');
  return [
    header + first,
    `${birth}${p.sex}${expiry}${header.slice(2)}${more}${digit(first + birth + expiry + more)}`,
    p.name.padEnd(30, '<'),
  ];
}

const foreignCard = (p: Person): string[] =>
  td1(p, `I<${p.state.padEnd(3, '<')}`, checked(p.number.padEnd(9, '<')) + p.optional.padEnd(15, '<'));

const longNumberCard = (p: Person, tail: string): string[] => {
  const head = p.number.padEnd(9, '7');
  return td1(p, `I<${p.state.padEnd(3, '<')}`, `${head}<${tail}${digit(head + tail)}`.padEnd(25, '<'));
};

const vietnameseCard = (p: Person, number: string): string[] =>
  td1(p, 'IDVNM', `${checked(number.slice(3))}${number}<<${digit(number)}`);

const separator = fc.constantFrom('\n', '\r\n', '');

function expectRead(lines: string[], between: string, p: Person, number: string, codes: string[] = []): void {
  const result = parseMrz(lines.join(between), { today });
  expect(result.findings.map((finding) => finding.code)).toEqual(codes);
  expect(result.ok && result.document).toMatchObject({
    documentNumber: number,
    fullName: p.name.replace(/<+/g, ' '),
    birthDate: p.birth.iso,
    sex: p.sex,
    expiresOn: p.expiry.iso,
  });
}

describe('parseMrz, for any person', () => {
  it('reads every well-formed passport without a doubt', () => {
    fc.assert(fc.property(person, separator, (p, between) => expectRead(td3(p), between, p, p.number)));
  });

  it('reads every well-formed card without a doubt', () => {
    fc.assert(fc.property(person, separator, (p, between) => expectRead(foreignCard(p), between, p, p.number)));
    const tail = fc.stringMatching(/^[A-Z0-9]{1,5}$/);
    fc.assert(
      fc.property(person, separator, tail, (p, between, more) =>
        expectRead(longNumberCard(p, more), between, p, p.number.padEnd(9, '7') + more),
      ),
    );
  });

  it('reads the twelve digits of every Vietnamese card', () => {
    fc.assert(
      fc.property(person, separator, fc.stringMatching(/^0[0-9]{11}$/), (p, between, number) =>
        expectRead(vietnameseCard(p, number), between, p, number, ['name-without-diacritics']),
      ),
    );
  });

  /** Every place that a check digit covers, and the check digits. */
  const covered = (places: readonly Place[] = []): [number, number][] =>
    places.flatMap(([line, start, end]) =>
      Array.from({ length: end - start }, (_, i): [number, number] => [line, start + i]),
    );

  function noticesOneDigit(lines: string[], places: [number, number][], pick: number, shift: number): void {
    const digits = places.filter(([line, at]) => /\d/.test(lines[line]?.[at] ?? ''));
    const [line = 0, at = 0] = digits[pick % digits.length] ?? [];
    const old = lines[line] ?? '';
    const changed = [...lines];
    changed[line] = old.slice(0, at) + String((Number(old[at]) + shift) % 10) + old.slice(at + 1);
    const result = parseMrz(changed.join('\n'), { today });
    expect(result.findings.map((finding) => finding.code)).toContain('check-digit-failed');
  }

  it('notices any one changed digit that a check digit covers', () => {
    const pick = fc.nat(200);
    const shift = fc.integer({ min: 1, max: 9 });
    const inTd3 = covered([...(td3Layout?.compositeOver ?? []), ...(td3Layout ? [td3Layout.composite] : [])]);
    const inTd1 = covered([...(td1Layout?.compositeOver ?? []), ...(td1Layout ? [td1Layout.composite] : [])]);
    fc.assert(
      fc.property(person, pick, shift, (p, i, by) => noticesOneDigit(td3(p), inTd3, i, by)),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(person, pick, shift, (p, i, by) => noticesOneDigit(foreignCard(p), inTd1, i, by)),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(person, fc.stringMatching(/^0[0-9]{11}$/), pick, shift, (p, number, i, by) =>
        noticesOneDigit(vietnameseCard(p, number), inTd1, i, by),
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['2YA3C4<<<7USA7208012M2611239CATX0769<<<<<<32', 'P<USAAAAAAA<<AA', 'AAAAAA AA'],
    ['31JQC003H0CHN6912314M3309162<<<<<<<<<<<<<<02', 'P<CHNAAAA<<AAAAAA<AA', 'AAAA AAAAAA AA'],
  ])('takes no other layout for it because a digit was misread: %s', (second, first, fullName) => {
    for (const between of ['\n', '']) {
      const result = parseMrz([first.padEnd(44, '<'), second].join(between), { today });
      expect(result.ok && [result.document.format, result.document.fullName]).toEqual(['mrz-td3', fullName]);
      expect(result.findings.map((finding) => finding.code)).toContain('check-digit-failed');
    }
  });

  it('never puts a birth after today', () => {
    fc.assert(
      fc.property(person, fc.stringMatching(/^[0-9]{2}$/), (p, year) => {
        const result = parseMrz(td3({ ...p, birth: { iso: '', text: `${year}0615` } }).join('\n'), { today });
        expect(result.ok && result.document.birthDate && result.document.birthDate <= today).toBe(true);
      }),
    );
  });
});
