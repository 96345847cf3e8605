import { comparePersons, type PersonScore } from './compare-persons';
import type { NameRarity } from './name-rarity';
import type { PersonDescription } from './person-description';

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

/** Listed people, prepared for screening one person after the other. */
export class ScreeningIndex {
  private readonly entries: ReadonlyMap<string, ScreeningEntry>;

  constructor(
    entries: readonly ScreeningEntry[],
    private readonly rarity?: NameRarity,
  ) {
    this.entries = new Map(entries.map((entry) => [entry.id, entry]));
  }

  get size(): number {
    return this.entries.size;
  }

  /** All listed people whose score is `threshold` or more, best first. */
  screen(seen: PersonDescription, threshold: number): ScreeningHit[] {
    return [...this.entries.values()]
      .map(({ id, person }) => ({ id, score: comparePersons(person, seen, this.rarity) }))
      .filter(({ score }) => score.score >= threshold)
      .sort((a, b) => b.score.score - a.score.score);
  }

  /** The index with entries added or replaced, and others taken out by id. */
  with(changed: readonly ScreeningEntry[], removed: readonly string[] = []): ScreeningIndex {
    const entries = new Map(this.entries);
    for (const id of removed) entries.delete(id);
    for (const entry of changed) entries.set(entry.id, entry);
    return new ScreeningIndex([...entries.values()], this.rarity);
  }
}
