/**
 * What a text may carry without showing it: soft hyphen, zero-width characters, byte order mark, marks of writing
 * direction, lone surrogates. Joiners (U+200C, U+200D) stay: names of some scripts need them.
 */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Cs}]/gu;
const GAPS = /[\s\p{Cc}]+/gu;

/** Without invisible characters, in Unicode NFC. Line ends and tabs stay. */
export function withoutInvisible(value: string): string {
  return value.replace(INVISIBLE, '').normalize('NFC');
}

/** One line: NFC, every run of white space and control characters is one space, none at the ends. */
export function tidy(value: string): string {
  return withoutInvisible(value).replace(GAPS, ' ').trim();
}
