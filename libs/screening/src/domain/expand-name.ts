import { nameKey } from '@luutru/identity-document';
import { readName } from './read-name';
import { alternativesOf } from './word-alternatives';

/** A search key that a stored name may have. */
export interface NameExpansion {
  /** As nameKey() of identity-document makes it. */
  readonly key: string;
  /** 0 for the name as asked; the larger, the less likely. */
  readonly distance: number;
}

/** Words in so many ways, so far from the name asked. */
interface Way {
  readonly words: readonly string[];
  readonly distance: number;
}

const MIDDLE_MISSING = 1.2;
const JOINED = 1.4;
/** A common middle name that the one who asks left out. */
const LEFT_OUT: readonly (readonly [string, number])[] = [
  ['thi', 1.6],
  ['van', 1.6],
];

/**
 * Search keys of the names that may be meant by a mistyped one, nearest first, at most `limit`; the caller looks all of
 * them up in a blind index. Only words of Vietnamese names and rules of transliteration are tried: a stored name that was
 * itself mistyped into no word at all is found by its other words alone, or not.
 */
export function expandName(asked: string, options: { readonly limit: number }): readonly NameExpansion[] {
  const limit = Math.max(0, Math.floor(options.limit));
  const words = readName(asked).words.map(({ text, folded }) => ({ text, folded }));
  const own = nameKey(asked);
  if (own === '' || limit === 0) return [];
  const distances = new Map<string, number>([[own, 0]]);
  const add = ({ words: way, distance }: Way): void => {
    const key = nameKey(way.join(' '));
    if (key !== '' && distance < (distances.get(key) ?? Infinity)) distances.set(key, distance);
  };
  const alternatives = words.map(({ text }) => alternativesOf(text));
  for (const way of nearestWays(alternatives, limit)) add(way);
  for (const way of otherParts(words.map(({ folded }) => folded))) add(way);
  return [...distances]
    .map(([key, distance]) => ({ key, distance: Math.round(distance * 100) / 100 }))
    .sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1))
    .slice(0, limit);
}

/** The nearest ways to choose an alternative for each word. The best of all are made of the best of fewer words. */
function nearestWays(
  alternatives: readonly (readonly { readonly word: string; readonly distance: number }[])[],
  limit: number,
): readonly Way[] {
  let ways: Way[] = [{ words: [], distance: 0 }];
  for (const choices of alternatives) {
    ways = ways
      .flatMap((way) =>
        choices
          .slice(0, limit)
          .map(({ word, distance }) => ({ words: [...way.words, word], distance: way.distance + distance })),
      )
      .sort((a, b) => a.distance - b.distance)
      .slice(0, limit);
  }
  return ways;
}

/** With a middle name more or less, and with words written together. */
function* otherParts(words: readonly string[]): Iterable<Way> {
  for (let at = 0; at + 1 < words.length; at += 1) {
    yield { words: words.toSpliced(at, 2, `${words[at]}${words[at + 1]}`), distance: JOINED };
  }
  for (let at = 1; at + 1 < words.length; at += 1) yield { words: words.toSpliced(at, 1), distance: MIDDLE_MISSING };
  if (words.length !== 2) return;
  for (const [middle, distance] of LEFT_OUT) yield { words: words.toSpliced(1, 0, middle), distance };
}
