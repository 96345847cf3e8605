import { protectBreakdown } from './breakdown-protection';
import { COMPLEMENTARY, Counts, SHOWN, SMALL } from './counts';
import {
  ALL,
  type Breakdown,
  type CellName,
  type HiddenReason,
  isOffered,
  type PeriodFigures,
  UNKNOWN,
} from './family';
import { LeafParts } from './leaf-parts';
import { NumberedAxis } from './numbered-axis';
import { type Grid, protectPlaces } from './place-protection';

const REASONS: Readonly<Record<number, HiddenReason | null>> = {
  [SHOWN]: null,
  [SMALL]: 'small',
  [COMPLEMENTARY]: 'complementary',
};

interface ProtectedBreakdown {
  readonly axis: NumberedAxis;
  readonly counts: Counts;
}

/** Which cells of a period may be shown. It depends on all figures of the scope and period, never on what was asked. */
export class ProtectedFigures {
  constructor(
    private readonly areas: NumberedAxis,
    private readonly kinds: NumberedAxis,
    private readonly places: Counts,
    private readonly breakdowns: ReadonlyMap<string, ProtectedBreakdown>,
    /** All of the scope are fewer than the threshold: nothing is shown. */
    readonly isWithheld: boolean,
  ) {}

  /**
   * Null for a cell that may be shown. The reasons are for those who run the system: whoever is told which hidden cells are
   * the small ones can conclude more, so that a caller learns only that a cell is hidden.
   */
  reasonOf(cell: CellName): HiddenReason | null {
    if (!isOffered(cell)) return 'not-offered';
    if (this.isWithheld) return 'small';
    const [area, kind] = [this.areas.node(cell.area), this.kinds.node(cell.kind)];
    // Where nobody was counted there is nobody to hide.
    if (area === undefined || kind === undefined) return null;
    const place = area * this.kinds.nodes.length + kind;
    if (cell.breakdown === undefined || (cell.value ?? ALL) === ALL)
      return REASONS[this.places.reasons[place] ?? 0] ?? null;
    const breakdown = this.breakdowns.get(cell.breakdown);
    if (!breakdown) return 'not-offered';
    const value = breakdown.axis.node(cell.value);
    if (value === undefined) return null;
    return REASONS[breakdown.counts.reasons[place * breakdown.counts.width + value] ?? 0] ?? null;
  }

  isShown(cell: CellName): boolean {
    return this.reasonOf(cell) === null;
  }

  /** How many persons are in a cell, hidden or not. */
  personsIn({ area, kind, breakdown, value = ALL }: CellName): number {
    const [a, k] = [this.areas.node(area), this.kinds.node(kind)];
    if (a === undefined || k === undefined) return 0;
    const place = a * this.kinds.nodes.length + k;
    if (breakdown === undefined || value === ALL) return this.places.total(place);
    const { axis, counts } = this.breakdowns.get(breakdown) ?? {};
    const at = axis?.node(value);
    return at === undefined || !counts ? 0 : counts.total(place * counts.width + at);
  }

  /** All cells of the family in which somebody could be counted, always in the same order. */
  *cells(): Iterable<CellName> {
    for (const [a, area] of this.areas.nodes.entries()) {
      for (const [k, kind] of this.kinds.nodes.entries()) {
        yield { area, kind };
        if (a !== 0 && k !== 0) continue;
        for (const [breakdown, { axis }] of this.breakdowns) {
          for (const value of axis.nodes.slice(1)) yield { area, kind, breakdown, value };
        }
      }
    }
  }

  /** All hidden cells, always in the same order. */
  *hidden(): Iterable<CellName & { readonly reason: HiddenReason }> {
    for (const cell of this.cells()) {
      const reason = this.reasonOf(cell);
      if (reason) yield { ...cell, reason };
    }
  }
}

/**
 * Decides what of one scope and period must not be shown, so that no small number of persons can be found out from all that
 * is shown together: each small cell could hold the threshold or more, and each hidden cell another number, with every shown
 * figure as it is (`protect.attack.spec.ts`). The figures of all measures of a cell are shown or hidden with it.
 * Throws when a breakdown counts more people somewhere than are there.
 */
export function protectFigures(figures: PeriodFigures): ProtectedFigures {
  const { threshold } = figures;
  const [areas, kinds] = [new NumberedAxis(figures.areas), new NumberedAxis(figures.kinds)];
  const { grid, amounts } = gridOf(figures, areas, kinds);
  const cells = areas.nodes.length * kinds.nodes.length;
  // A node that is gone holds nobody now.
  const forced = [...(figures.alsoHide ?? [])].filter(
    ({ area, kind }) => areas.node(area) !== undefined && kinds.node(kind) !== undefined,
  );
  const placeSets = grid.areaOf.map((area, row) => setsOf(areas, kinds, area, grid.kindOf[row] ?? 0, () => true));
  const places = new Counts(amounts, placeSets, [[0]], cells, 1);
  const placeOf = ({ area, kind }: CellName): number =>
    (areas.node(area) ?? 0) * kinds.nodes.length + (kinds.node(kind) ?? 0);
  const forcedPlaces = places.total(0) === 0 ? [] : forced.filter(({ value = ALL }) => value === ALL).map(placeOf);
  const widthOf = (place: number): number =>
    Number(place >= kinds.nodes.length) + Number(place % kinds.nodes.length > 0);
  const shifts = protectPlaces(places, grid, threshold, toHide(places.totals, threshold, forcedPlaces, widthOf));

  const protectedOnes = new Map<string, ProtectedBreakdown>();
  const sets = grid.areaOf.map((area, row) =>
    setsOf(areas, kinds, area, grid.kindOf[row] ?? 0, (a, k) => a === 0 || k === 0),
  );
  for (const [name, breakdown] of figures.breakdowns) {
    const axis = new NumberedAxis(withUnknown(breakdown));
    const width = axis.nodes.length;
    const valueSets = axis.nodesOf.map((nodes) => nodes.slice(1));
    const counts = new Counts(
      leavesOf(name, breakdown, grid, amounts, areas, kinds, axis),
      sets,
      valueSets,
      cells * width,
      width,
    );
    // Where a shown sum says that nobody is, nothing can be hidden.
    const also = forced
      .filter((cell) => cell.breakdown === name && axis.node(cell.value))
      .filter((cell) => places.total(placeOf(cell)) > 0 || places.reasons[placeOf(cell)] !== SHOWN)
      .map((cell) => placeOf(cell) * width + (axis.node(cell.value) ?? 0));
    const small = toHide(counts.totals, threshold, also, (cell) => widthOf(Math.floor(cell / width)));
    if (shifts) protectBreakdown({ counts, grid, parts: new LeafParts(axis.leaves), threshold, cells: small, shifts });
    protectedOnes.set(name, { axis, counts });
  }
  return new ProtectedFigures(areas, kinds, places, protectedOnes, shifts === null);
}

/** The numbers of small cells and of those forced, the wider first. */
function toHide(
  totals: Float64Array,
  threshold: number,
  forced: readonly number[],
  depthOf: (cell: number) => number,
): number[] {
  const found = new Set(forced);
  totals.forEach((total, cell) => {
    if (total > 0 && total < threshold) found.add(cell);
  });
  return [...found].sort((a, b) => depthOf(a) - depthOf(b) || a - b);
}

/** The sets of rows that a row is in, by the nodes of its area and kind. */
function setsOf(
  areas: NumberedAxis,
  kinds: NumberedAxis,
  area: number,
  kind: number,
  isAsked: (area: number, kind: number) => boolean,
): number[] {
  const kindNodes = kinds.nodesOf[kind] ?? [];
  return (areas.nodesOf[area] ?? []).flatMap((a) =>
    kindNodes.filter((k) => isAsked(a, k)).map((k) => a * kinds.nodes.length + k),
  );
}

function gridOf(
  { places, threshold }: PeriodFigures,
  areas: NumberedAxis,
  kinds: NumberedAxis,
): { grid: Grid; amounts: Float64Array } {
  if (!(threshold >= 2)) throw new Error('A threshold below 2 hides nothing');
  const persons = new Map<number, number>();
  for (const place of places) {
    const at = areas.leaf(place.area) * kinds.leaves.length + kinds.leaf(place.kind);
    persons.set(at, (persons.get(at) ?? 0) + place.persons);
  }
  const found = [...persons.keys()].sort((a, b) => a - b);
  const amounts = Float64Array.from(found, (at) => persons.get(at) ?? 0);
  const rowAt: (number | undefined)[] = Array.from({ length: areas.leaves.length * kinds.leaves.length });
  found.forEach((at, row) => (rowAt[at] = row));
  const areaOf = found.map((at) => Math.floor(at / kinds.leaves.length));
  const kindOf = found.map((at) => at % kinds.leaves.length);
  const rowsOf = Array.from({ length: areas.nodes.length * kinds.nodes.length }, (): number[] => []);
  const order = found.map((_, row) => row).sort((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0) || a - b);
  for (const row of order) {
    for (const set of setsOf(areas, kinds, areaOf[row] ?? 0, kindOf[row] ?? 0, () => true)) rowsOf[set]?.push(row);
  }
  const besideOf = found.map((_, row) => [
    ...order.filter((one) => one !== row && kindOf[one] === kindOf[row]),
    ...order.filter((one) => one !== row && areaOf[one] === areaOf[row]),
  ]);
  return { grid: { areaOf, kindOf, kinds: kinds.leaves.length, rowAt, besideOf, rowsOf }, amounts };
}

const withUnknown = ({ values }: Breakdown): Map<string, readonly string[]> =>
  new Map([...values, [UNKNOWN, values.get(UNKNOWN) ?? [UNKNOWN]]]);

function leavesOf(
  name: string,
  { counts }: Breakdown,
  { rowAt }: Grid,
  persons: Float64Array,
  areas: NumberedAxis,
  kinds: NumberedAxis,
  values: NumberedAxis,
): Float64Array {
  const width = values.leaves.length;
  const left = Float64Array.from(persons);
  const leaves = new Float64Array(persons.length * width);
  for (const count of counts) {
    const row = rowAt[areas.leaf(count.area) * kinds.leaves.length + kinds.leaf(count.kind)];
    if (row === undefined) throw new Error(`The breakdown ${name} counts people where there is no facility`);
    const leaf = row * width + values.leaf(count.value);
    leaves[leaf] = (leaves[leaf] ?? 0) + count.persons;
    left[row] = (left[row] ?? 0) - count.persons;
  }
  const unknown = values.leaf(UNKNOWN);
  left.forEach((rest, row) => {
    if (rest < 0) throw new Error(`The breakdown ${name} counts more people than there are`);
    leaves[row * width + unknown] = (leaves[row * width + unknown] ?? 0) + rest;
  });
  return leaves;
}
