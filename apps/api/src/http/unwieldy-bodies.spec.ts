import { Readable } from 'node:stream';
import { hasTooManyCommas, isUnwieldy } from './unwieldy-bodies';

const nested = (depth: number): object => (depth === 1 ? {} : { a: nested(depth - 1) });
const names = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, i]));

describe('unwieldy bodies', () => {
  it.each([
    ['as deep as can be', nested(16), false],
    ['one level too deep', nested(17), true],
    ['many names', names(200), false],
    ['one name too many', { person: names(201) }, true],
    ['a long list', Array.from({ length: 30_000 }, () => 0), false],
    ['a list too long', Array.from({ length: 30_001 }, () => 0), true],
    ['lists that are too long together', Array.from({ length: 200 }, () => Array.from({ length: 150 }, () => 0)), true],
    ['nothing', null, false],
    ['a text', 'x', false],
    ['a stream', Readable.from(['x']), false],
  ])('%s', (_what, body, unwieldy) => {
    expect(isUnwieldy(body)).toBe(unwieldy);
  });

  it.each([
    ['a large photo', `{"anhTruocB64":"${'A'.repeat(5_000_000)}"}`, false],
    ['the longest list with its commas', JSON.stringify(Array.from({ length: 30_000 }, () => 'a, b')), false],
    ['more commas than any list needs', JSON.stringify(Array.from({ length: 100_000 }, () => 0)), true],
  ])('before they are parsed: %s', (_what, text, tooMany) => {
    expect(hasTooManyCommas(text)).toBe(tooMany);
  });
});
