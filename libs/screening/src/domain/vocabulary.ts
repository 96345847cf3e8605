import { featureFor, heavier } from './compare-parts';
import { compareWords } from './compare-words';
import type { NameWord } from './name-word';
import { NAME_WEIGHTS } from './name-weights';
import type { Role } from './read-name';

/** A word of the vocabulary that may stand for the word asked about. */
export interface LikeWord {
  /** Index into the vocabulary. */
  readonly at: number;
  /** The least that a pair of the two costs, in whatever names they stand. */
  readonly cost: number;
}

/** How the name that a word stands in is written: what the comparison of its words depends on. */
export interface Setting {
  readonly role: Role;
  readonly marked: boolean;
  readonly vietnamese: boolean;
}

const ROLES: readonly Role[] = ['surname', 'middle', 'given'];
const KEPT_AT_MOST = 5_000;

/** The different words of many names, and which of them a word may stand for. */
export class Vocabulary {
  private readonly words: NameWord[] = [];
  private readonly indexes = new Map<string, number>();
  /** Words come again and again; what they were found to be like is kept, up to a bound. */
  private readonly kept = new Map<string, readonly LikeWord[]>();

  /** Index of a word, which is added when it is new. */
  add(word: NameWord): number {
    const known = this.indexes.get(word.text);
    if (known !== undefined) return known;
    this.words.push(word);
    this.indexes.set(word.text, this.words.length - 1);
    return this.words.length - 1;
  }

  /** All words but those that differ outright, cheapest first. */
  like(word: NameWord, setting: Setting): readonly LikeWord[] {
    const key = `${word.text} ${setting.role} ${setting.marked} ${setting.vietnamese}`;
    const known = this.kept.get(key);
    if (known) return known;
    if (this.kept.size >= KEPT_AT_MOST) this.kept.clear();
    const found: LikeWord[] = [];
    for (let at = 0; at < this.words.length; at += 1) {
      const other = this.words[at];
      const cost = other ? leastCost(word, other, setting) : Infinity;
      if (cost < Infinity) found.push({ at, cost });
    }
    found.sort((a, b) => a.cost - b.cost);
    this.kept.set(key, found);
    return found;
  }
}

/** Over all settings that the other word may be found in; Infinity when the words differ outright in each. */
function leastCost(word: NameWord, other: NameWord, { role, marked, vietnamese }: Setting): number {
  let least = Infinity;
  for (const isVietnamese of vietnamese ? [true] : [false, true]) {
    // A word with marks stands in a name with marks, one without may stand in either.
    for (const otherMarked of other.marked ? [true] : [false, true]) {
      const context = { vietnamese: isVietnamese, bare: marked !== otherMarked };
      const feature = compareWords(word, other, context);
      if (feature === null) return 0;
      if (feature === 'differs') continue;
      for (const otherRole of ROLES) {
        least = Math.min(least, NAME_WEIGHTS.costs[featureFor(feature, heavier(role, otherRole), isVietnamese)]);
      }
    }
  }
  return least;
}
