import { classOf } from '../accommodation-class';
import { ALL, type Breakdown, type CellName, type PeriodFigures } from '../disclosure/family';
import {
  type MonthCounts,
  type Offer,
  OFFERS,
  PEOPLE_COUNTS,
  type PeopleCount,
  type PlaceCounts,
} from './month-counts';
import { breakdownsOf, type EditionShape, isByDepartment, type ReleaseScope, type Sort } from './release-scope';

/** A cell and all that is counted in it, before anything is hidden. */
export interface CountedCell {
  readonly cell: Required<CellName>;
  readonly people: Record<PeopleCount, number>;
  readonly offers: Record<Offer, number>;
}

/** The figures of a scope and month as they are protected, and every cell in which there is anything. */
export interface MonthCells {
  readonly figures: PeriodFigures;
  readonly cells: ReadonlyMap<string, CountedCell>;
}

/** How places and values become nodes of the axes. */
export interface Shape {
  readonly areaOf: (place: PlaceCounts) => Leaf;
  readonly kindOf: (place: PlaceCounts) => Leaf;
  /** Null: the breakdown is not told of. */
  readonly valueOf: (breakdown: string, value: string) => Leaf | null;
  readonly breakdowns: readonly string[];
}

export interface Leaf {
  readonly leaf: string;
  readonly nodes: readonly string[];
}

/** The breakdown and the value of cells that tell people apart by nothing but places. */
export const NONE = '';

export const cellKey = ({ breakdown = NONE, area = ALL, kind = ALL, value = NONE }: CellName): string =>
  [breakdown, area, kind, value === ALL ? NONE : value].join('\n');

/** The usual shape of a scope: both maps of wards, zones, kinds, stars and classes, and all that stays are told apart by. */
export const shapeOf = ({ sort }: Pick<ReleaseScope, 'sort'>, shape: EditionShape): Shape => ({
  areaOf: ({ ward, formerWard, zone }) => ({
    leaf: [ward, formerWard ?? '', zone ?? ''].join('|'),
    nodes: [`ward:${ward}`, ...(formerWard ? [`former-ward:${formerWard}`] : []), ...(zone ? [`zone:${zone}`] : [])],
  }),
  kindOf: ({ kind, stars }) => {
    const ofForm = classOf(kind, stars);
    return {
      leaf: `${kind}|${stars ?? 0}`,
      nodes: [`kind:${kind}`, `stars:${stars ?? 0}`, ...(ofForm ? [`class:${ofForm}`] : [])],
    };
  },
  valueOf: (breakdown, value) => valueLeaf(sort, shape, breakdown, value),
  breakdowns: breakdownsOf(sort, shape),
});

/** Nodes of the people's breakdown: all foreigners, a kind of stay, and the foreigners of it. */
export const FOREIGN = 'foreign';
export const STAY_KIND = 'stay-kind:';
export const FOREIGN_OF_KIND = 'foreign-stay-kind:';
const DEPARTMENT = 'department:';
/** What the names of nodes begin with that tell the stays of a kind by department. */
export const kindOfDepartment = (kind: string): string => `${kind}-of-${DEPARTMENT}`;

function valueLeaf(sort: Sort, shape: EditionShape, breakdown: string, value: string): Leaf {
  const [first = '', second = '', ...rest] = value.split('|');
  if (breakdown === 'people') {
    const isForeign = first !== 'VNM';
    const own = [`nationality:${first}`, ...(isForeign ? [FOREIGN] : [])];
    if (sort === 'mixed') return { leaf: first, nodes: own };
    const kinds = [STAY_KIND + second, ...(isForeign ? [FOREIGN_OF_KIND + second] : [])];
    const department = isByDepartment(sort, shape) ? rest.join('|') : '';
    const departments = department ? [DEPARTMENT + department, kindOfDepartment(second) + department] : [];
    return { leaf: value, nodes: [...own, ...kinds, ...departments] };
  }
  if (breakdown !== 'employment') return { leaf: value, nodes: [value] };
  const employer = value.slice(first.length + 1);
  return {
    leaf: value,
    nodes: [...(employer ? [`employer:${employer}`] : []), ...(first ? [`employer-zone:${first}`] : [])],
  };
}

/** Adds up the counts of a month in every cell of its family. */
export function monthCells(counts: MonthCounts, shape: Shape, threshold: number): MonthCells {
  const cells = new Cells();
  const [areas, kinds] = [new Map<string, readonly string[]>(), new Map<string, readonly string[]>()];
  const places = new Map<number, { area: Leaf; kind: Leaf; persons: number }>();
  for (const place of counts.places) {
    const [area, kind] = [shape.areaOf(place), shape.kindOf(place)];
    areas.set(area.leaf, area.nodes);
    kinds.set(kind.leaf, kind.nodes);
    // A room in use has somebody in it, also where they are counted in another place because the facility has changed since.
    const own = { area, kind, persons: place.roomNightsUsed > 0 ? 1 : 0 };
    places.set(place.placeId, own);
    cells.addPlace(own, (cell) => {
      for (const offer of OFFERS) cell.offers[offer] += place[offer];
      cell.people.roomNightsUsed += place.roomNightsUsed;
    });
  }
  const breakdowns = new Map(shape.breakdowns.map((name) => [name, new Gathered()]));
  for (const stay of counts.stays) {
    const place = places.get(stay.placeId);
    if (!place) throw new Error('Stays are counted where there is no facility');
    const add = (cell: CountedCell): void => {
      for (const count of PEOPLE_COUNTS) cell.people[count] += stay[count];
    };
    if (stay.breakdown === NONE) {
      place.persons = Math.max(place.persons, stay.persons);
      cells.addPlace(place, add);
      continue;
    }
    const value = shape.valueOf(stay.breakdown, stay.value);
    const breakdown = breakdowns.get(stay.breakdown);
    if (!value || !breakdown) continue;
    breakdown.add(place, value, stay.persons);
    cells.addValue(place, stay.breakdown, value, add);
  }
  for (const { placeId, value, trips } of counts.routes) {
    const place = places.get(placeId);
    const breakdown = breakdowns.get('route');
    if (!place || !breakdown) continue;
    const leaf = { leaf: value, nodes: [value] };
    breakdown.add(place, leaf, 0);
    cells.addValue(place, 'route', leaf, (cell) => (cell.offers.trips += trips));
  }
  const figures: PeriodFigures = {
    threshold,
    areas,
    kinds,
    places: [...places.values()].map(({ area, kind, persons }) => ({ area: area.leaf, kind: kind.leaf, persons })),
    breakdowns: new Map([...breakdowns].map(([name, gathered]) => [name, gathered.breakdown()])),
  };
  return { figures, cells: cells.found };
}

interface Place {
  readonly area: Leaf;
  readonly kind: Leaf;
}

class Gathered {
  private readonly values = new Map<string, readonly string[]>();
  private readonly counts: { area: string; kind: string; value: string; persons: number }[] = [];

  add({ area, kind }: Place, { leaf, nodes }: Leaf, persons: number): void {
    this.values.set(leaf, nodes);
    this.counts.push({ area: area.leaf, kind: kind.leaf, value: leaf, persons });
  }

  breakdown(): Breakdown {
    return { values: this.values, counts: this.counts };
  }
}

class Cells {
  readonly found = new Map<string, CountedCell>();

  addPlace({ area, kind }: Place, add: (cell: CountedCell) => void): void {
    for (const one of [ALL, ...area.nodes]) {
      for (const other of [ALL, ...kind.nodes]) add(this.at(NONE, one, other, NONE));
    }
  }

  /** A breakdown goes with an area or with a kind, never with both. */
  addValue({ area, kind }: Place, breakdown: string, { nodes }: Leaf, add: (cell: CountedCell) => void): void {
    for (const value of nodes) {
      for (const one of [ALL, ...area.nodes]) add(this.at(breakdown, one, ALL, value));
      for (const other of kind.nodes) add(this.at(breakdown, ALL, other, value));
    }
  }

  private at(breakdown: string, area: string, kind: string, value: string): CountedCell {
    const key = [breakdown, area, kind, value].join('\n');
    let cell = this.found.get(key);
    if (!cell) {
      const nought = <K extends string>(names: readonly K[]): Record<K, number> =>
        Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
      const people = nought([...PEOPLE_COUNTS, 'roomNightsUsed' as const]);
      cell = { cell: { breakdown, area, kind, value }, people, offers: nought(OFFERS) };
      this.found.set(key, cell);
    }
    return cell;
  }
}
