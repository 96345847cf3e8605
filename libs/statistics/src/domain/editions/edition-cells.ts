import type { EarlierEdition } from '../disclosure/edition';
import { ALL, type CellName, UNKNOWN } from '../disclosure/family';
import type { ProtectedFigures } from '../disclosure/protect';
import { mayStandBesideDays } from '../disclosure/running-days';
import { cellKey, type MonthCells, NONE } from './month-cells';
import type { MonthCounts, Offer, PeopleCount } from './month-counts';

/** A cell of an edition. Of hidden ones, and of those of whom nothing is said, no counts of people are kept. */
export interface EditionCell {
  readonly cell: Required<CellName>;
  readonly persons: number;
  readonly hidden: boolean;
  readonly people: Readonly<Record<PeopleCount, number>> | null;
  readonly offers: Readonly<Record<Offer, number>> | null;
}

/** A month as it is given out: which cells, and whether anything of people is shown at all. */
export interface EditionContent {
  readonly withheld: boolean;
  readonly cells: readonly EditionCell[];
}

/** Whether the exact sums of a month may be given beside its days rounded down (ADR 0031); a month of nobody may. */
export function standsBesideDays({ days }: Pick<MonthCounts, 'days'>, threshold: number): boolean {
  return (['arrivals', 'nights'] as const).every((count) => {
    const each = days.map((day) => day[count]);
    const total = each.reduce((sum, one) => sum + one, 0);
    return total === 0 || mayStandBesideDays(total, each, threshold);
  });
}

/** The cells of an edition: all in which there is anybody or anything, and all that are hidden. */
export function editionOf(figures: ProtectedFigures, { cells }: MonthCells, mayStand: boolean): EditionContent {
  if (figures.isWithheld || !mayStand) {
    const places = [...cells.values()].filter(({ cell }) => cell.breakdown === NONE);
    const hidden = places.map(({ cell, offers }) => ({
      cell,
      persons: figures.personsIn(named(cell)),
      hidden: true,
      people: null,
      offers,
    }));
    return { withheld: true, cells: hidden };
  }
  const found = new Map<string, EditionCell>();
  for (const { cell, people, offers } of cells.values()) {
    const name = named(cell);
    const [persons, hidden] = [figures.personsIn(name), !figures.isShown(name)];
    const isSomething = persons > 0 || hidden || Object.values(offers).some((count) => count > 0);
    if (isSomething) found.set(cellKey(cell), { cell, persons, hidden, people: hidden ? null : people, offers });
  }
  for (const name of figures.cells()) {
    const key = cellKey(name);
    const [persons, hidden] = [figures.personsIn(name), !figures.isShown(name)];
    if (found.has(key) || (!hidden && (persons === 0 || name.value !== UNKNOWN))) continue;
    found.set(key, { cell: stored(name), persons, hidden, people: null, offers: null });
  }
  return { withheld: false, cells: [...found.values()] };
}

/** An edition as it was given out, for the next one to be held against. */
export class StoredEdition implements EarlierEdition {
  private readonly found: ReadonlyMap<string, Pick<EditionCell, 'cell' | 'persons' | 'hidden'>>;

  constructor(
    readonly isWithheld: boolean,
    cells: readonly Pick<EditionCell, 'cell' | 'persons' | 'hidden'>[],
  ) {
    this.found = new Map(cells.map((one) => [cellKey(one.cell), one]));
  }

  *cells(): Iterable<CellName> {
    for (const { cell } of this.found.values()) yield named(cell);
  }

  *hidden(): Iterable<CellName> {
    for (const { cell, hidden } of this.found.values()) if (hidden) yield named(cell);
  }

  personsIn(cell: CellName): number {
    return this.found.get(cellKey(cell))?.persons ?? 0;
  }
}

/** Without what says nothing, as the rules of hiding name cells. */
const named = ({ breakdown, area, kind, value }: Required<CellName>): CellName =>
  breakdown === NONE ? { area, kind } : { area, kind, breakdown, value };

const stored = ({ area = ALL, kind = ALL, breakdown = NONE, value = NONE }: CellName): Required<CellName> => ({
  area,
  kind,
  breakdown,
  value: value === ALL ? NONE : value,
});
