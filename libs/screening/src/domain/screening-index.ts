import { readPerson } from './compare-persons';
import { type NameRarity, VIETNAMESE_NAME_RARITY } from './name-rarity';
import type { PersonDescription } from './person-description';
import { type ScreeningEntry, type ScreeningHit, ScreeningSegment } from './screening-segment';

/** Changes are kept beside the whole until they are more than this part of it. */
const REBUILD_AT = 1 / 8;

/**
 * Listed people, prepared so that each of many people seen is compared with all of them at once. Finds exactly those whom
 * comparePersons would find one by one (screening-index.spec.ts). An index never changes: `with` makes another.
 */
export class ScreeningIndex {
  private readonly segments: readonly ScreeningSegment[];
  /** Ids of the first segment that no longer count. */
  private readonly gone: ReadonlySet<string>;

  /** Of entries with the same id the last counts. `kept` is for `with` alone. */
  constructor(
    entries: readonly ScreeningEntry[],
    private readonly rarity: NameRarity = VIETNAMESE_NAME_RARITY,
    kept?: { readonly whole: ScreeningSegment; readonly gone: ReadonlySet<string> },
  ) {
    const changed = new ScreeningSegment([...new Map(entries.map((entry) => [entry.id, entry])).values()], rarity);
    this.segments = kept ? [kept.whole, changed] : [changed];
    this.gone = kept?.gone ?? new Set();
  }

  /** How many people are listed. */
  get size(): number {
    return this.segments.reduce((total, { entries }) => total + entries.length, 0) - this.gone.size;
  }

  /** All listed people whose score is `threshold` or more, best first, then by id. */
  screen(seen: PersonDescription, threshold: number): ScreeningHit[] {
    const person = readPerson(seen);
    return this.segments
      .flatMap((segment, at) => segment.screen(person, threshold).filter(({ id }) => at > 0 || !this.gone.has(id)))
      .sort((a, b) => b.score.score - a.score.score || (a.id < b.id ? -1 : 1));
  }

  /**
   * The index with entries added or replaced, and others taken out by id; taking out who is not listed changes nothing.
   * Costs as much as the changes since the whole was last built; now and then the whole is built anew.
   */
  with(changed: readonly ScreeningEntry[], removed: readonly string[] = []): ScreeningIndex {
    const [whole, earlier] = this.segments;
    const entries = new Map((earlier?.entries ?? []).map((entry) => [entry.id, entry]));
    for (const id of removed) entries.delete(id);
    for (const entry of changed) entries.set(entry.id, entry);
    const gone = new Set(this.gone);
    for (const id of [...removed, ...entries.keys()]) if (whole?.has(id)) gone.add(id);
    if (!whole || gone.size + entries.size > Math.max(100, whole.entries.length * REBUILD_AT)) {
      const rest = (whole?.entries ?? []).filter(({ id }) => !gone.has(id));
      return new ScreeningIndex([...rest, ...entries.values()], this.rarity);
    }
    return new ScreeningIndex([...entries.values()], this.rarity, { whole, gone });
  }
}
