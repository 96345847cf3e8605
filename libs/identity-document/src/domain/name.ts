import { doubt, fault, type Finding } from './finding';

/** NFC, single spaces, no space at the ends; the case stays as typed. */
export function normaliseName(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[\s\u00A0\u200B\uFEFF]+/gu, ' ')
    .trim();
}

/** Lower case without tones and marks: `Nguyễn Đức` -> `nguyen duc`. For comparing and searching only. */
export function foldName(value: string): string {
  return value
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đð]/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Spellings of one family name that registers use side by side: Hoàng/Huỳnh, Vũ/Võ, folded. */
const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['huynh', 'hoang'],
  ['vo', 'vu'],
]);

/** One key for all spellings and orders of a name; equal keys mean "may be the same name", never "is the same person". */
export function nameKey(value: string): string {
  return foldName(value)
    .split(' ')
    .map((token) => VARIANTS.get(token) ?? token)
    .sort()
    .join(' ');
}

/**
 * A Vietnamese syllable with keys of the Telex input method left as letters: Nguyeexn, Traafn, Phuowng, DDuwcs, Vawn.
 * Brown, Dawn and Moore are no such syllables.
 */
const TELEX_REMAINS =
  /^(?:ngh?|[cgkpt]h|nh|gi|qu|tr|dd|[bcdghklmnpqrstvx])?[iuy]{0,2}(?:aa|ee|oo|aw|ow|uw)[aeiouy]?(?:[sfrxj](?:ch?|m|n[gh]?|p|t)?|(?:ch?|m|n[gh]?|p|t)[sfrxj])$|uow\p{L}|^dd[aeiouy]|^vawn$/iu;

/** Faults and doubts about a name as given by hand or scanner. */
export function checkName(value: string): Finding[] {
  const name = normaliseName(value);
  if (!/\p{L}/u.test(name)) return [fault('name-empty', 'fullName')];
  // Also what the VNI input method leaves behind: Nguye6n4.
  if (/\p{N}/u.test(name)) return [fault('name-has-digits', 'fullName')];
  return hasKeyRemains(name) ? [doubt('name-looks-mistyped', 'fullName')] : [];
}

/** True when keys of a Vietnamese input method stand in the text as letters. */
export const hasKeyRemains = (name: string): boolean => name.split(' ').some((token) => TELEX_REMAINS.test(token));
