import type { AdminLevel } from './admin-unit';
import type { Place, PlaceIndex } from './place-index';
import type { PlaceToken } from './place-text';
import { typeBefore, typeMeans, type PlaceType } from './place-types';

/** A run of words that names places of one level. Words `start` to `end` (not included) are the name, the type word before it. */
export interface Mention {
  readonly level: AdminLevel;
  readonly places: readonly Place[];
  readonly type: PlaceType | null;
  readonly typeStart: number;
  readonly start: number;
  readonly end: number;
  readonly spelling: string;
  /** Whether the text has marks at all, so that a word without them is spelled so. */
  readonly marked: boolean;
  /** Whether something other than a word of the name stands on that side: a break, the type word, the end of the text. */
  readonly cleanLeft: boolean;
  cleanRight: boolean;
}

export interface Mentions {
  readonly wards: readonly Mention[];
  readonly districts: readonly Mention[];
  readonly provinces: readonly Mention[];
}

const LEVELS: readonly AdminLevel[] = ['ward', 'district', 'province'];

/** Finds every run of words that is the name of a place, read at each level that its type word allows. */
export function findMentions(tokens: readonly PlaceToken[], index: PlaceIndex): Mentions {
  const marked = tokens.some((token) => token.spelling !== token.key);
  const found: Mention[] = [];
  const typeStarts = new Set<number>();
  for (let start = 0; start < tokens.length; start++) {
    const before = typeBefore(tokens, start, marked);
    if (before) typeStarts.add(before.start);
    let key = '';
    let spelling = '';
    for (let end = start + 1; end <= Math.min(tokens.length, start + index.maxWords); end++) {
      const token = tokens[end - 1] as PlaceToken;
      if (end > start + 1 && token.breakBefore === 2) break;
      key += token.key;
      spelling += token.spelling;
      const places = index.find(key);
      if (places.length === 0) continue;
      for (const level of LEVELS) {
        const reading = readingOf(places, level, before?.type ?? null, key);
        if (reading.length === 0) continue;
        found.push({
          level,
          places: reading,
          type: before?.type ?? null,
          typeStart: before?.start ?? start,
          start,
          end,
          spelling,
          marked,
          cleanLeft: before !== null || tokens[start]?.breakBefore !== 0,
          cleanRight: end === tokens.length || tokens[end]?.breakBefore !== 0,
        });
      }
    }
  }
  // A type word or a typed or larger place that follows directly ends a name as well as a comma does.
  const largerStarts = new Set(found.filter((mention) => mention.level !== 'ward').map((mention) => mention.typeStart));
  for (const mention of found) mention.cleanRight ||= typeStarts.has(mention.end) || largerStarts.has(mention.end);
  const at = (level: AdminLevel): Mention[] => found.filter((mention) => mention.level === level);
  return { wards: at('ward'), districts: at('district'), provinces: at('province') };
}

function readingOf(places: readonly Place[], level: AdminLevel, type: PlaceType | null, key: string): Place[] {
  if (type !== null && !typeMeans(type, level)) return [];
  // A bare number is a house, not a ward or a district.
  if (type === null && /^\d+$/.test(key)) return [];
  return places.filter((place) => place.unit.level === level);
}

export const overlap = (a: Mention, b: Mention): boolean => a.typeStart < b.end && b.typeStart < a.end;
