import { foldName, nameKey, normalisePhone, soundKey } from '@luutru/identity-document';
import { VIETNAM } from './stay-draft';

/** Kinds of rows in name_index; stored, so that a number is never given another meaning. */
export const NAME_KINDS = {
  /** The whole name. Every stay has exactly one. */
  whole: 1,
  /** Family and given name, of names with words between them. */
  short: 2,
  /** The last word. Every stay has exactly one. */
  given: 3,
  /** How two words of a foreign name sound; three rows at most. */
  sounds: [4, 5, 6],
  /** The first word of a foreign name, which may be the given one. */
  first: 7,
} as const;

/** Kinds of rows in person_index; stored, likewise. */
export const PERSON_KINDS = { number: 1, phone: 2, tail: 3 } as const;

/** What a value is fingerprinted as. Whole and short names share a purpose: one look-up finds both. */
export type SearchPurpose = 'name' | 'given-name' | 'name-sound' | 'document' | 'phone' | 'document-tail';

/** A value that a stay is found by. */
export interface SearchKey {
  readonly kind: number;
  readonly purpose: SearchPurpose;
  readonly value: string;
}

export const TAIL_LENGTH = 6;

/** The keys of a name. A name of words in any order and spelling has the same ones as far as nameKey() sees it so. */
export function nameSearchKeys(fullName: string, nationality: string): SearchKey[] {
  const words = foldName(fullName).split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const keys: SearchKey[] = [
    { kind: NAME_KINDS.whole, purpose: 'name', value: nameKey(fullName) },
    { kind: NAME_KINDS.given, purpose: 'given-name', value: nameKey(last) },
  ];
  if (nationality === VIETNAM) {
    if (words.length > 2) keys.push({ kind: NAME_KINDS.short, purpose: 'name', value: nameKey(`${first} ${last}`) });
    return keys;
  }
  if (words.length > 1) keys.push({ kind: NAME_KINDS.first, purpose: 'given-name', value: nameKey(first) });
  soundPairs(words).forEach((value, at) =>
    keys.push({ kind: NAME_KINDS.sounds[at] ?? NAME_KINDS.sounds[0], purpose: 'name-sound', value }),
  );
  return keys;
}

/** How pairs of a name's words sound: of the first two and the last, or of the only word. Three at most. */
export function soundPairs(words: readonly string[]): string[] {
  const ends = [...new Set([words[0], words[1], words.at(-1)].filter((word) => word !== undefined))].map(soundKey);
  const pairs = ends.flatMap((one, at) => ends.slice(at + 1).map((other) => [one, other].sort().join(' ')));
  return pairs.length === 0 ? ends.slice(0, 1) : [...new Set(pairs)];
}

/** The keys of what a person carries: the paper's number, its end together with the birth year, and the phone. */
export function personSearchKeys(person: {
  readonly documentNumber: string | null;
  readonly phone: string | null;
  readonly birthYear: number;
}): SearchKey[] {
  const { documentNumber, birthYear } = person;
  const keys: SearchKey[] = [];
  if (documentNumber !== null) {
    keys.push({ kind: PERSON_KINDS.number, purpose: 'document', value: documentNumber });
    if (documentNumber.length > TAIL_LENGTH) {
      const value = tailKey(documentNumber.slice(-TAIL_LENGTH), birthYear);
      keys.push({ kind: PERSON_KINDS.tail, purpose: 'document-tail', value });
    }
  }
  const phone = person.phone === null ? null : normalisePhone(person.phone);
  if (phone !== null) keys.push({ kind: PERSON_KINDS.phone, purpose: 'phone', value: phone });
  return keys;
}

export const tailKey = (tail: string, birthYear: number): string => `${tail}|${birthYear}`;
