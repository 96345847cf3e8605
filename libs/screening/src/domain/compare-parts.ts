import { cheapestPairing } from './cheapest-pairing';
import { compareWords, type WordContext, type WordFeature } from './compare-words';
import type { NameRarity } from './name-rarity';
import type { NameFeature, NameWeights } from './name-features';
import type { NameWord } from './name-word';
import type { ReadName, Role } from './read-name';
import { joinForm } from './spelling-forms';

/** One thing that stands between two names. */
export interface Difference {
  readonly feature: NameFeature;
  /** How often, or how many bits for `missing-middle-bits`. */
  readonly amount: number;
  /** Words concerned, from 0; -1: none on that side. */
  readonly one: number;
  readonly other: number;
}

/** Which words belong together, and what stands between the names. */
export interface Pairing {
  readonly cost: number;
  /** Log of how unlikely strangers share the words that agree: the sum over pairs of words, by the commoner of each two. */
  readonly agreement: number;
  readonly differences: readonly Difference[];
  /** For each word of the first name the word of the second, or -1. */
  readonly partners: readonly number[];
}

const WEIGHT_OF_ROLE: Readonly<Record<Role, number>> = { given: 2, surname: 1, middle: 0 };
export const heavier = (one: Role, other: Role): Role => (WEIGHT_OF_ROLE[one] >= WEIGHT_OF_ROLE[other] ? one : other);

/** The feature with its weight for the role. Other names have no roles. */
export function featureFor(feature: WordFeature, role: Role, vietnamese: boolean): NameFeature {
  if (feature === 'tone' || feature === 'vowel') return `${feature}-${role}`;
  if (feature === 'other-name' || feature === 'differs') return `${feature}-${vietnamese ? role : 'foreign'}`;
  return feature;
}

/** Pairs the words of two names so that the least stands between them. */
export function pairWords(one: ReadName, other: ReadName, weights: NameWeights, rarity: NameRarity): Pairing {
  return new WordPairing(one, other, weights, rarity).result();
}

class WordPairing {
  private readonly differences: Difference[] = [];
  private readonly partners: number[];
  private readonly taken: boolean[];
  private readonly context: WordContext;
  private cost = 0;
  private agreement = 0;

  constructor(
    private readonly one: ReadName,
    private readonly other: ReadName,
    private readonly weights: NameWeights,
    private readonly rarity: NameRarity,
  ) {
    this.partners = new Array<number>(one.words.length).fill(-1);
    this.taken = new Array<boolean>(other.words.length).fill(false);
    this.context = { vietnamese: one.vietnamese || other.vietnamese, bare: one.marked !== other.marked };
  }

  result(): Pairing {
    this.pairSame();
    const joined = this.pairJoined();
    this.pairRest(joined);
    if (this.context.bare) this.add(this.context.vietnamese ? 'diacritics-missing' : 'accent', 1, -1, -1);
    this.weighOrder();
    return { cost: this.cost, agreement: this.agreement, differences: this.differences, partners: this.partners };
  }

  private add(feature: NameFeature, amount: number, one: number, other: number): void {
    this.differences.push({ feature, amount, one, other });
    this.cost += this.weights.costs[feature] * amount;
  }

  /** Words that are the same pair first, the first of several with the first. */
  private pairSame(): void {
    for (const [i, word] of this.one.words.entries()) {
      const j = this.other.words.findIndex(({ text }, at) => text === word.text && !this.taken[at]);
      if (j < 0) continue;
      this.pair(i, j);
      this.agree(i, j);
    }
  }

  private pair(i: number, j: number): void {
    this.partners[i] = j;
    this.taken[j] = true;
  }

  private agree(i: number, j: number): void {
    const [word, partner] = [this.one.words[i], this.other.words[j]];
    if (word && partner) this.agreement += Math.min(rarenessOf(word, this.rarity), rarenessOf(partner, this.rarity));
  }

  /** Words written apart on one side and together on the other. Returns the words of the first name that are used up. */
  private pairJoined(): ReadonlySet<number> {
    const used = new Set<number>();
    const free = (i: number): boolean => this.partners[i] === -1 && !used.has(i);
    forEachJoin(this.one, free, (first, last, form) => {
      const j = this.other.words.findIndex((word, at) => !this.taken[at] && joins(word, form));
      if (j < 0) return;
      for (let i = first; i <= last; i += 1) used.add(i);
      this.pair(first, j);
      this.agree(first, j);
      this.add('joined', 1, first, j);
    });
    forEachJoin(
      this.other,
      (j) => !this.taken[j],
      (first, last, form) => {
        const i = this.one.words.findIndex((word, at) => free(at) && joins(word, form));
        if (i < 0) return;
        for (let j = first; j <= last; j += 1) this.taken[j] = true;
        this.partners[i] = first;
        this.add('joined', 1, i, first);
      },
    );
    return used;
  }

  /** The rest: each word of the shorter rest gets a partner, the cheapest way; what is left over is missing. */
  private pairRest(joined: ReadonlySet<number>): void {
    const left = indexes(this.one.words.length, (i) => this.partners[i] === -1 && !joined.has(i));
    const right = indexes(this.other.words.length, (j) => !this.taken[j]);
    if (left.length === 0 && right.length === 0) return;
    const features = left.map((i) => right.map((j) => this.between(i, j)));
    const price = (row: number, column: number): number => {
      const feature = features[row]?.[column];
      return feature ? this.weights.costs[feature] : 0;
    };
    const missing = {
      left: left.map((i) => this.priceOfMissing(this.one, i)),
      right: right.map((j) => this.priceOfMissing(this.other, j)),
    };
    const partnerOf =
      left.length <= right.length
        ? cheapestPairing(left.length, right.length, price, missing.right)
        : invert(
            cheapestPairing(right.length, left.length, (r, c) => price(c, r), missing.left),
            left.length,
          );
    for (const [row, i] of left.entries()) {
      const column = partnerOf[row] ?? -1;
      const j = right[column];
      if (j === undefined) {
        this.addMissing(this.one, i, i, -1);
        continue;
      }
      this.pair(i, j);
      const feature = features[row]?.[column];
      if (feature) this.add(feature, 1, i, j);
      if (!feature?.startsWith('differs')) this.agree(i, j);
    }
    for (const j of right) if (!this.taken[j]) this.addMissing(this.other, j, -1, j);
  }

  private between(i: number, j: number): NameFeature | null {
    const [word, partner] = [this.one.words[i], this.other.words[j]];
    const [role, partnerRole] = [this.one.roles[i], this.other.roles[j]];
    if (!word || !partner || !role || !partnerRole) return null;
    const feature = compareWords(word, partner, this.context);
    return feature && featureFor(feature, heavier(role, partnerRole), this.context.vietnamese);
  }

  private priceOfMissing(name: ReadName, at: number): number {
    const feature = missingFeature(name, at, this.context.vietnamese);
    const bits = feature === 'missing-middle' ? this.bitsOf(name, at) * this.weights.costs['missing-middle-bits'] : 0;
    return this.weights.costs[feature] + bits;
  }

  private addMissing(name: ReadName, at: number, one: number, other: number): void {
    const feature = missingFeature(name, at, this.context.vietnamese);
    this.add(feature, 1, one, other);
    if (feature === 'missing-middle') this.add('missing-middle-bits', this.bitsOf(name, at), one, other);
  }

  private bitsOf(name: ReadName, at: number): number {
    return missingBits(name, at, this.rarity);
  }

  private weighOrder(): void {
    const order = this.partners.filter((partner) => partner >= 0);
    if (order.every((partner, at) => at === 0 || partner > (order[at - 1] ?? -1))) return;
    const turned = isTurned(order);
    this.add(this.context.vietnamese ? (turned ? 'order-turned' : 'order-mixed') : 'order-foreign', 1, -1, -1);
  }
}

/** Log of how few people bear the word. */
export const rarenessOf = ({ folded }: NameWord, rarity: NameRarity): number =>
  -Math.log(Math.min(1, Math.max(1e-6, rarity.shareOf(folded))));

export function missingFeature(name: ReadName, at: number, vietnamese: boolean): NameFeature {
  const word = name.words[at];
  if (!vietnamese) return word?.isParticle ? 'missing-particle' : 'missing-foreign';
  return `missing-${name.roles[at] ?? 'middle'}`;
}

/** Bits by which a middle name tells people apart, beyond the three of Văn and Thị. */
export const missingBits = (name: ReadName, at: number, rarity: NameRarity): number =>
  Math.min(8, Math.max(0, -Math.log2(rarity.shareOf(name.words[at]?.folded ?? '')) - 3));

/** Surname last, given name first, or all the other way round: the same name as other countries and forms write it. */
function isTurned(order: readonly number[]): boolean {
  const falls = order.filter((partner, at) => at > 0 && partner < (order[at - 1] ?? -1)).length;
  if (falls === order.length - 1) return true;
  return falls === 1 && (order.at(-1) ?? 0) < (order[0] ?? 0);
}

/** Every two or three words in a row that are free, joined. */
function forEachJoin(
  name: ReadName,
  isFree: (at: number) => boolean,
  visit: (first: number, last: number, form: string) => void,
): void {
  for (let first = 0; first + 1 < name.words.length; first += 1) {
    let form = name.words[first]?.folded ?? '';
    for (let last = first + 1; last < name.words.length && last < first + 4; last += 1) {
      form += name.words[last]?.folded ?? '';
      let allFree = true;
      for (let at = first; at <= last; at += 1) allFree &&= isFree(at);
      if (allFree) visit(first, last, form);
    }
  }
}

const joins = (word: NameWord, joined: string): boolean => word.joinForm === joinForm(joined);

const indexes = (length: number, keep: (at: number) => boolean): number[] => {
  const kept: number[] = [];
  for (let at = 0; at < length; at += 1) if (keep(at)) kept.push(at);
  return kept;
};

function invert(partnerOf: readonly number[], length: number): number[] {
  const inverted = new Array<number>(length).fill(-1);
  for (const [row, column] of partnerOf.entries()) inverted[column] = row;
  return inverted;
}
