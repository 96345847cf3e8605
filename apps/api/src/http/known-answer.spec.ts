import { isKnown, weakTag } from './known-answer';

describe('an answer that the client may hold already', () => {
  const tag = weakTag('{"arrivals":120}');
  it.each([
    [tag, true],
    [tag.slice(2), true],
    [`"other", ${tag}`, true],
    ['*', true],
    ['"other"', false],
    ['', false],
    [undefined, false],
  ])('asked with If-None-Match %s', (given, known) => {
    expect(isKnown({ headers: { ...(given !== undefined && { 'if-none-match': given }) } }, tag)).toBe(known);
  });
});
