import { rarenessOf } from './compare-parts';
import { NAME_WEIGHTS } from './name-weights';
import type { NameRarity } from './name-rarity';
import { PERSON_WEIGHTS } from './person-weights';
import type { ReadName } from './read-name';
import { joinForm } from './spelling-forms';
import { Vocabulary } from './vocabulary';

const { costs } = NAME_WEIGHTS;
const LEAST_DIFFERS = Math.min(
  costs['differs-surname'],
  costs['differs-middle'],
  costs['differs-given'],
  costs['differs-foreign'],
);
const LEAST_MISSING = Math.min(
  costs['missing-surname'],
  costs['missing-middle'],
  costs['missing-given'],
  costs['missing-foreign'],
  costs['missing-particle'],
);

/** The most that a name can say for two people of whom no word of the names is alike. */
export const MOST_WITHOUT_LIKE_WORD = -LEAST_DIFFERS;

/**
 * Names by their words. For a name asked about it tells, of each name that has a like word, the most its comparison can
 * come to: never less than it does (screening-index.spec.ts), so that nothing is lost when the rest is not compared.
 */
export class NamePostings {
  private readonly vocabulary = new Vocabulary();
  private readonly postings: number[][] = [];
  /** Names by words written together, of names that may have them apart, and the other way round. */
  private readonly joins = new Map<string, number[]>();
  private readonly wholes = new Map<string, number[]>();
  private readonly lengths: Uint8Array;
  private readonly matched: Uint8Array;
  private readonly most: Float64Array;
  /** The same of the pairs alone that speak for the name. */
  private readonly mostFor: Float64Array;
  private readonly stamp: Int32Array;
  private clock = 0;

  constructor(
    names: readonly ReadName[],
    private readonly rarity: NameRarity,
  ) {
    this.lengths = Uint8Array.from(names, ({ words }) => words.length);
    this.matched = new Uint8Array(names.length);
    this.most = new Float64Array(names.length);
    this.mostFor = new Float64Array(names.length);
    this.stamp = new Int32Array(names.length).fill(-1);
    for (const [id, { words }] of names.entries()) {
      for (const word of words) {
        append(this.postings, this.vocabulary.add(word), id);
        push(this.wholes, word.joinForm, id);
      }
      for (const form of joinedForms(words.map(({ folded }) => folded))) push(this.joins, form, id);
    }
  }

  /** Calls `visit` with each name that may come to `least` or more; Infinity when words may be written together. */
  forEach(asked: ReadName, least: number, visit: (id: number, most: number) => void): void {
    const touched = this.gather(asked);
    const joined = this.joinedWith(asked);
    for (const id of joined) visit(id, Infinity);
    const length = asked.words.length;
    for (let at = 0; at < touched.length; at += 1) {
      const id = touched[at] ?? 0;
      const [other, matched] = [this.lengths[id] ?? 0, this.matched[id] ?? 0];
      const differing = Math.max(0, Math.min(length, other) - matched);
      const against = differing * LEAST_DIFFERS + Math.abs(length - other) * LEAST_MISSING;
      // Where more words have a like one than the other name has words, the worst may go without.
      const most = ((matched > other ? this.mostFor[id] : this.most[id]) ?? 0) - against;
      if (most >= least && !joined.has(id)) visit(id, most);
    }
  }

  /** For each name the words that have a partner, and what these pairs come to at most. */
  private gather(asked: ReadName): number[] {
    const touched: number[] = [];
    if (this.clock > 2 ** 30) {
      this.clock = 0;
      this.stamp.fill(-1);
    }
    const start = this.clock;
    for (const [at, word] of asked.words.entries()) {
      const setting = { role: asked.roles[at] ?? 'middle', marked: asked.marked, vietnamese: asked.vietnamese };
      const now = (this.clock += 1);
      const rareness = Math.min(rarenessOf(word, this.rarity), PERSON_WEIGHTS.mostAgreement);
      for (const like of this.vocabulary.like(word, setting)) {
        // A word left without its partner differs from another.
        const gain = Math.max(rareness - like.cost, -LEAST_DIFFERS);
        const ids = this.postings[like.at] ?? [];
        for (let index = 0; index < ids.length; index += 1) {
          const id = ids[index] ?? 0;
          const last = this.stamp[id] ?? -1;
          // The cheapest like word comes first.
          if (last === now) continue;
          if (last <= start) {
            touched.push(id);
            this.matched[id] = 0;
            this.most[id] = 0;
            this.mostFor[id] = 0;
          }
          this.stamp[id] = now;
          this.matched[id] = (this.matched[id] ?? 0) + 1;
          this.most[id] = (this.most[id] ?? 0) + gain;
          if (gain > 0) this.mostFor[id] = (this.mostFor[id] ?? 0) + gain;
        }
      }
    }
    return touched;
  }

  private joinedWith(asked: ReadName): ReadonlySet<number> {
    const ids = new Set<number>();
    for (const word of asked.words) for (const id of this.joins.get(word.joinForm) ?? []) ids.add(id);
    for (const form of joinedForms(asked.words.map(({ folded }) => folded))) {
      for (const id of this.wholes.get(form) ?? []) ids.add(id);
    }
    return ids;
  }
}

/** All runs of two to four words in the form in which they are looked for as one. */
export function joinedForms(words: readonly string[]): string[] {
  const forms: string[] = [];
  for (let first = 0; first < words.length; first += 1) {
    for (let end = first + 2; end <= Math.min(words.length, first + 4); end += 1) {
      forms.push(joinForm(words.slice(first, end).join('')));
    }
  }
  return forms;
}

function append(lists: number[][], at: number, id: number): void {
  const list = lists[at];
  if (!list) lists[at] = [id];
  else if (list.at(-1) !== id) list.push(id);
}

function push(lists: Map<string, number[]>, key: string, id: number): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [id]);
  else if (list.at(-1) !== id) list.push(id);
}
