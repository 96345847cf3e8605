import { nameSearchKeys, type SearchPurpose, soundPairs } from '@luutru/declaration';
import { foldName, nameKey } from '@luutru/identity-document';
import { expandName } from '@luutru/screening';
import type { SearchCriteria } from './domain/search-criteria';

/** A value to look for among names, and how far it is from what was typed: 0 is the name itself. */
export interface NameLookUp {
  readonly purpose: SearchPurpose;
  readonly value: string;
  readonly tier: number;
}

/** How many names may be meant by a mistyped one (ARCHITECTURE: 64 to 256). */
export const EXPANSIONS = 192;
const VIETNAM = 'VNM';
const NEAR = 1;
const FAR = 2;

/**
 * What to look up for a name, nearest first: the name in any order, which also finds those who have it without the words
 * between; names that may be meant; the name without its middle; how its words sound, unless only Vietnamese are asked for.
 */
export function nameLookUps({ names, nationality }: SearchCriteria): readonly NameLookUp[] {
  const wanted = new Map<string, NameLookUp>();
  const add = (purpose: SearchPurpose, value: string, tier: number): void => {
    const key = `${purpose}|${value}`;
    if (value !== '' && !wanted.has(key)) wanted.set(key, { purpose, value, tier });
  };
  for (const name of names) {
    const words = foldName(name).split(' ');
    if (words.length === 1) {
      add('given-name', nameKey(name), 0);
      add('name', nameKey(name), 0);
      continue;
    }
    add('name', nameKey(name), 0);
    for (const { key } of expandName(name, { limit: EXPANSIONS })) add('name', key, NEAR);
    const short = nameSearchKeys(name, VIETNAM).filter(({ purpose }) => purpose === 'name');
    for (const { value } of short) add('name', value, FAR);
    // In another order family and given name may stand anywhere: any two words may be all that was declared.
    for (const value of pairs(words)) add('name', value, FAR);
    if (nationality !== VIETNAM) for (const value of soundPairs(words)) add('name-sound', value, NEAR);
  }
  return [...wanted.values()].sort((a, b) => a.tier - b.tier);
}

const pairs = (words: readonly string[]): string[] =>
  words.slice(0, 4).flatMap((one, at) => words.slice(at + 1, 4).map((other) => nameKey(`${one} ${other}`)));
