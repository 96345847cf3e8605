import fc from 'fast-check';
import { isAllowedDomain, readAddress } from './target';

describe('where reports may go', () => {
  it.each(['tran.an@danang.example', "o'neil+x@sub.danang.example", 'a@b.vn'])('%s is an address', (text) => {
    expect(readAddress(text)?.address).toBe(text);
  });

  it.each([
    '',
    'a',
    '@danang.example',
    'a@',
    'a@localhost',
    'a@[127.0.0.1]',
    'a@danang.example\r\nBcc: b@evil.example',
    'a@danang.example\nX: y',
    'a%0d%0a@danang.example\r',
    'a@danang.example, b@evil.example',
    'a@danang.example;b@evil.example',
    '"a b"@danang.example',
    'A <a@danang.example>',
    'a@evil.example@danang.example',
    'a%evil.example@danang.example',
    '.a@danang.example',
    'a..b@danang.example',
    'ạ@danang.example',
    `${'a'.repeat(65)}@danang.example`,
    `a@${'d'.repeat(250)}.example`,
  ])('%j is none', (text) => expect(readAddress(text)).toBeNull());

  it('is never what could end a line or name a second receiver', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const read = readAddress(`${a}@${b}`);
        if (read) expect(read.address).toMatch(/^[^\s,;:<>()"\\@[\]]+@[a-z0-9.-]+$/);
      }),
    );
  });

  it('is an allowed domain or lies in one, and is not what only ends alike', () => {
    expect(isAllowedDomain('danang.example', ['danang.example'])).toBe(true);
    expect(isAllowedDomain('so.danang.example', ['danang.example'])).toBe(true);
    expect(isAllowedDomain('notdanang.example', ['danang.example'])).toBe(false);
    expect(isAllowedDomain('danang.example.evil', ['danang.example'])).toBe(false);
    expect(isAllowedDomain('danang.example', [])).toBe(false);
  });
});
