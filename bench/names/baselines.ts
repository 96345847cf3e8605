import { fold } from './vietnamese-pairs';

export type Similarity = (asked: string, found: string) => number;

const plain = (name: string): string => fold(name.normalize('NFC')).replace(/\s+/g, ' ').trim();

/** Jaro-Winkler with the usual prefix scale of 0.1 over at most four letters. */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Array<boolean>(other.length).fill(false);
  const matches: string[] = [];
  for (let i = 0; i < one.length; i += 1) {
    for (let j = Math.max(0, i - reach); j < Math.min(other.length, i + reach + 1); j += 1) {
      if (taken[j] || one[i] !== other[j]) continue;
      taken[j] = true;
      matches.push(one.charAt(i));
      break;
    }
  }
  if (matches.length === 0) return 0;
  const others = [...other].filter((_letter, j) => taken[j]);
  const swapped = matches.filter((letter, at) => letter !== others[at]).length / 2;
  const share = matches.length;
  const jaro = (share / one.length + share / other.length + (share - swapped) / share) / 3;
  let prefix = 0;
  while (prefix < 4 && one[prefix] !== undefined && one[prefix] === other[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** similarity() of pg_trgm: words padded with two spaces before and one behind, shared over all trigrams. */
export function trigram(one: string, other: string): number {
  const of = (name: string): Set<string> =>
    new Set(
      name.split(/[^\p{L}\p{N}]+/u).flatMap((word) => {
        if (word === '') return [];
        const padded = `  ${word} `;
        return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
      }),
    );
  const [left, right] = [of(one), of(other)];
  const shared = [...left].filter((part) => right.has(part)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}

const sorted = (name: string): string => name.split(' ').sort().join(' ');
const cased = (name: string): string => name.normalize('NFC').toLowerCase();

/** What is usually done; each is given its best threshold on dev. */
export const BASELINES: Readonly<Record<string, Similarity>> = {
  exact: (asked, found) => (cased(asked) === cased(found) ? 1 : 0),
  'folded-exact': (asked, found) => (plain(asked) === plain(found) ? 1 : 0),
  'folded-sorted-exact': (asked, found) => (sorted(plain(asked)) === sorted(plain(found)) ? 1 : 0),
  'jaro-winkler': (asked, found) => jaroWinkler(cased(asked), cased(found)),
  'jaro-winkler-folded': (asked, found) => jaroWinkler(plain(asked), plain(found)),
  trigram: (asked, found) => trigram(cased(asked), cased(found)),
  'trigram-folded': (asked, found) => trigram(plain(asked), plain(found)),
};
