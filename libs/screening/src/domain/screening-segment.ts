import { MOST_BY_BIRTH_DATE } from './birth-date-evidence';
import { compareRead, otherEvidence, type PersonScore, readPerson, type ReadPerson } from './compare-persons';
import { MOST_WITHOUT_LIKE_WORD, NamePostings } from './name-postings';
import type { NameRarity } from './name-rarity';
import { nearKeys } from './number-evidence';
import type { PersonDescription } from './person-description';
import { PERSON_WEIGHTS } from './person-weights';

/** A listed person under the caller's own id. */
export interface ScreeningEntry {
  readonly id: string;
  readonly person: PersonDescription;
}

/** A listed person who may be the one seen. */
export interface ScreeningHit {
  readonly id: string;
  readonly score: PersonScore;
}

/** All that birth date, sex and nationality can add. */
const MOST_BY_OTHERS =
  MOST_BY_BIRTH_DATE + PERSON_WEIGHTS['sex-same'] + Math.max(PERSON_WEIGHTS['nationality-same'], 0);
/** Sums of the same figures in another order differ by less. */
const ROUNDING = 1e-6;

/** Listed people that never change, prepared for looking up. */
export class ScreeningSegment {
  private readonly people: readonly ReadPerson[];
  private readonly names: NamePostings;
  /** Which person a name belongs to. */
  private readonly owners: readonly number[];
  private readonly byNumber = new Map<string, number[]>();
  private readonly nameless: readonly number[];
  private readonly ids: ReadonlySet<string>;

  constructor(
    readonly entries: readonly ScreeningEntry[],
    private readonly rarity: NameRarity,
  ) {
    this.ids = new Set(entries.map(({ id }) => id));
    this.people = entries.map(({ person }) => readPerson(person));
    this.names = new NamePostings(
      this.people.flatMap(({ names }) => names),
      rarity,
    );
    this.owners = this.people.flatMap(({ names }, at) => names.map(() => at));
    this.nameless = this.people.flatMap(({ names }, at) => (names.length === 0 ? [at] : []));
    for (const [at, { numbers }] of this.people.entries()) {
      for (const key of numbers.flatMap(nearKeys)) {
        const list = this.byNumber.get(key);
        if (list) list.push(at);
        else this.byNumber.set(key, [at]);
      }
    }
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** Exactly those whom comparePersons gives `threshold` or more. */
  screen(seen: ReadPerson, threshold: number): ScreeningHit[] {
    const hits: ScreeningHit[] = [];
    for (const at of this.candidates(seen, threshold)) {
      const [person, entry] = [this.people[at], this.entries[at]];
      if (!person || !entry) continue;
      const score = compareRead(person, seen, this.rarity);
      if (score.score >= threshold) hits.push({ id: entry.id, score });
    }
    return hits;
  }

  private candidates(seen: ReadPerson, threshold: number): Iterable<number> {
    const needed = oddsOf(threshold) - PERSON_WEIGHTS.start - ROUNDING;
    const anybody = Math.max(
      MOST_WITHOUT_LIKE_WORD,
      seen.names.length === 0 ? PERSON_WEIGHTS['name-unknown'] : -Infinity,
    );
    if (anybody + MOST_BY_OTHERS >= needed) return this.people.keys();
    const found = new Set(this.nameless);
    for (const number of seen.numbers) {
      for (const key of nearKeys(number)) for (const at of this.byNumber.get(key) ?? []) found.add(at);
    }
    for (const name of seen.names) {
      this.names.forEach(name, needed - MOST_BY_OTHERS, (id, most) => {
        const owner = this.owners[id] ?? 0;
        const person = this.people[owner];
        if (!person || found.has(owner)) return;
        if (most === Infinity || most + sum(otherEvidence(person, seen)) >= needed) found.add(owner);
      });
    }
    return found;
  }
}

const sum = (reasons: readonly { readonly weight: number }[]): number =>
  reasons.reduce((total, { weight }) => total + weight, 0);

/** Log-odds of a score. Scores come near 1 without reaching it but by rounding. */
function oddsOf(score: number): number {
  if (score <= 0) return -Infinity;
  return score >= 1 ? 30 : Math.log(score / (1 - score));
}
