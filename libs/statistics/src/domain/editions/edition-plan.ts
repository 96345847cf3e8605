import type { Base } from '../bases';
import { type Dimension, DIMENSIONS } from '../dimensions';
import { ALL } from '../disclosure/family';
import type { FigureQuery, QueryFault } from '../figure-query';
import { basesOf, MEASURES } from '../measures';
import { isMonthStart } from '../periods';
import { FOREIGN, FOREIGN_OF_KIND, kindOfDepartment, NONE, STAY_KIND } from './month-cells';
import type { Offer, PeopleCount } from './month-counts';
import { BREAKDOWNS, dimensionsOf, isClosedMeasure, type NodesOf, type ReleaseScope, type Sort } from './release-scope';

/** Which nodes of an axis: `prefix` names a family of nodes that do not overlap, `only` some of it. */
export interface NodePick {
  readonly prefix: string;
  readonly only: readonly string[] | null;
  /** Told apart, or added up. */
  readonly apart: boolean;
}

/** Cells of one breakdown. */
export interface Source {
  readonly breakdown: string;
  readonly value: NodePick;
  /** Where editions of the first shape tell the same, if elsewhere; null: they do not. */
  readonly first?: NodesOf | null;
}

/** What of a cell a base is made of; `people` is hidden with the cell, `offer` never. */
export type Column = { readonly people: PeopleCount } | { readonly offer: Offer };

/** How a question is answered by the cells of editions. */
export interface EditionPlan {
  readonly bases: readonly Base[];
  readonly area: NodePick;
  readonly kind: NodePick;
  readonly sources: readonly Source[];
  /** By base: the number of its source, and its column. */
  readonly columns: ReadonlyMap<Base, { readonly source: number; readonly column: Column }>;
  /** Where each dimension of the question is found. */
  readonly keys: readonly ('area' | 'kind' | 'value')[];
}

const WHOLE: NodePick = { prefix: ALL, only: null, apart: false };
const AREA: readonly Dimension[] = ['ward', 'former-ward', 'zone'];
const KIND: readonly Dimension[] = ['kind', 'stars', 'class'];

/** Measures that are given day by day, of all of a scope and rounded down. */
export const DAY_MEASURES = ['arrivals', 'guest-nights'] as const;

/** The dimensions that a question tells apart or filters by, with the values of the filter. */
function picked({ by, filter }: FigureQuery): Map<Dimension, readonly string[] | null> {
  const { wards, formerWard, zone, kinds, stars, stayKinds } = filter;
  const filters: [Dimension, readonly string[] | undefined][] = [
    ['ward', wards],
    ['former-ward', formerWard === undefined ? undefined : [formerWard]],
    ['zone', zone === undefined ? undefined : [zone]],
    ['kind', kinds],
    ['stars', stars?.map(String)],
    ['stay-kind', stayKinds],
  ];
  const found = new Map<Dimension, readonly string[] | null>(by.map((dimension) => [dimension, null]));
  for (const [dimension, only] of filters) if (only !== undefined) found.set(dimension, [...new Set(only)]);
  return found;
}

/** What of a question the rules of ADR 0031 leave without an answer; days are answered by {@link dayFaults}. */
export function editionFaults(query: FigureQuery, { sort }: Pick<ReleaseScope, 'sort'>): readonly QueryFault[] {
  const { period, grain, by } = query;
  const faults: QueryFault[] = [];
  const fault = (code: string, pointer: string, params?: QueryFault['params']): void =>
    void faults.push({ code, pointer, ...(params && { params }) });
  if (grain === 'week') fault('statistics-weeks-closed', '/grain');
  if (!isMonthStart(period.from)) fault('statistics-whole-months', '/from');
  if (!isMonthStart(period.until)) fault('statistics-whole-months', '/to');
  const pointerOf = (dimension: Dimension): string => (by.includes(dimension) ? '/by' : (POINTERS[dimension] ?? '/by'));
  const dimensions = [...picked(query).keys()];
  const allowed = dimensionsOf(sort);
  for (const dimension of dimensions.filter((one) => !allowed.includes(one))) {
    fault('statistics-dimension-closed', pointerOf(dimension), { dimension, allowed: allowed.join(', ') });
  }
  const [areas, kinds, values] = [AREA, KIND, STAY].map((group) => dimensions.filter((one) => group.includes(one)));
  for (const group of [areas, kinds, values]) {
    const [first, second] = group ?? [];
    if (first && second) fault('statistics-not-crossed', pointerOf(second), { one: first, other: second });
  }
  const [area, kind, value] = [areas?.[0], kinds?.[0], values?.[0]];
  if (area && kind && value)
    fault('statistics-not-crossed', pointerOf(value), { one: `${area}, ${kind}`, other: value });
  faults.push(...measureFaults(query, sort, value, area && kind ? kind : undefined));
  return faults;
}

const STAY: readonly Dimension[] = (Object.keys(DIMENSIONS) as Dimension[]).filter(
  (dimension) => DIMENSIONS[dimension].of === 'stay',
);
const POINTERS: Readonly<Partial<Record<Dimension, string>>> = {
  ward: '/ward',
  'former-ward': '/formerWard',
  zone: '/zone',
  kind: '/kind',
  stars: '/stars',
  'stay-kind': '/stayKind',
};

/** `crossed` is a kind that is asked for beside an area: then there are people in all, and no part of them. */
function measureFaults(
  { measures, by }: FigureQuery,
  sort: Sort,
  value: Dimension | undefined,
  crossed: Dimension | undefined,
): QueryFault[] {
  return measures.flatMap((measure): QueryFault[] => {
    if (isClosedMeasure(measure, sort)) {
      const allowed = (Object.keys(MEASURES) as (keyof typeof MEASURES)[]).filter((one) => !isClosedMeasure(one, sort));
      return [
        { code: 'statistics-measure-closed', pointer: '/measures', params: { measure, allowed: allowed.join(', ') } },
      ];
    }
    const found = MEASURES[measure].of.map((base) => PARTS[base]?.(value, sort) ?? null);
    const isPart = found.some((one) => one !== null && one.node !== NONE);
    const wrong = found.includes(null) ? value : isPart ? crossed : undefined;
    if (!wrong) return [];
    const pointer = by.includes(wrong) ? '/by' : (POINTERS[wrong] ?? '/by');
    return [{ code: 'measure-not-by', pointer, params: { measure, dimension: wrong } }];
  });
}

/** A part of the people, by its node, and what is counted of it. */
interface Part {
  readonly node: string;
  readonly column: Column;
  /** What the names of its nodes begin with where it is told apart by what is asked. */
  readonly prefix?: string;
}

/** The part that a base counts of what is asked for; null: the two are not crossed. */
type PartOf = (value: Dimension | undefined, sort: Sort) => Part | null;

const people = (column: PeopleCount, node: string = NONE): Part => ({ node, column: { people: column } });
const all =
  (column: PeopleCount): PartOf =>
  () =>
    people(column);
const alone =
  (part: Part): PartOf =>
  (value) =>
    value === undefined ? part : null;
const foreign =
  (column: PeopleCount): PartOf =>
  (value) =>
    value === undefined || value === 'stay-kind' ? { ...people(column, FOREIGN), prefix: FOREIGN_OF_KIND } : null;
/** Those who stay in one way, who are told by department too. */
const ofKind =
  (kind: string, column: PeopleCount): PartOf =>
  (value) =>
    value === undefined || value === 'department'
      ? { ...people(column, STAY_KIND + kind), prefix: kindOfDepartment(kind) }
      : null;
const offer = (column: Offer): PartOf => alone({ node: NONE, column: { offer: column } });

const PARTS: Readonly<Partial<Record<Base, PartOf>>> = {
  arrivals: all('arrivals'),
  overnight: all('overnight'),
  departures: all('departures'),
  late: all('late'),
  cancelled: all('cancelled'),
  guestNights: all('nights'),
  // Where it is offered nobody travels.
  sleepers: all('arrivals'),
  foreignArrivals: foreign('arrivals'),
  foreignOvernight: foreign('overnight'),
  // Nobody but passengers comes to bus operators: they are the arrivals of the very cells, hidden alike.
  passengers: (value, sort) =>
    sort === 'road' && value !== undefined
      ? people('arrivals')
      : alone(people('arrivals', `${STAY_KIND}passenger`))(value, sort),
  inPatients: ofKind('patient', 'arrivals'),
  relatives: ofKind('relative', 'arrivals'),
  // Relatives have no bed of their own.
  bedNightsUsed: (value, sort) => (sort === 'medical' ? ofKind('patient', 'nights')(value, sort) : people('nights')),
  roomNightsUsed: alone(people('roomNightsUsed')),
  trips: (value, sort) => offer('trips')(value === 'route' ? undefined : value, sort),
  rooms: offer('rooms'),
  beds: offer('beds'),
  roomNights: offer('roomNights'),
  bedNights: offer('bedNights'),
};

/** How a question without faults is answered. */
export function editionPlan(query: FigureQuery, { sort }: Pick<ReleaseScope, 'sort'>): EditionPlan {
  const dimensions = picked(query);
  const pick = (group: readonly Dimension[]): { dimension: Dimension; nodes: NodePick } | null => {
    const dimension = [...dimensions.keys()].find((one) => group.includes(one));
    if (!dimension) return null;
    const prefix = BREAKDOWNS[dimension]?.prefix ?? `${dimension}:`;
    return {
      dimension,
      nodes: { prefix, only: dimensions.get(dimension) ?? null, apart: query.by.includes(dimension) },
    };
  };
  const [area, kind, value] = [pick(AREA), pick(KIND), pick(STAY)];
  const asked = value ? askedOf(value.dimension, value.nodes) : { breakdown: NONE, value: WHOLE };
  const sources: Source[] = [];
  const numberOf = (source: Source): number => {
    const at = sources.findIndex((one) => JSON.stringify(one) === JSON.stringify(source));
    return at >= 0 ? at : sources.push(source) - 1;
  };
  numberOf(asked);
  const bases = basesOf(query.measures);
  const columns = new Map(
    bases.map((base) => {
      const found = PARTS[base]?.(value?.dimension, sort);
      if (!found) throw new Error(`The base ${base} cannot be answered`);
      return [base, { source: numberOf(sourceOf(found, asked)), column: found.column }] as const;
    }),
  );
  return {
    bases,
    area: area?.nodes ?? WHOLE,
    kind: kind?.nodes ?? WHOLE,
    sources,
    columns,
    keys: query.by.map((dimension) =>
      AREA.includes(dimension) ? 'area' : KIND.includes(dimension) ? 'kind' : 'value',
    ),
  };
}

function askedOf(dimension: Dimension, value: NodePick): Source {
  const { breakdown = NONE, first } = BREAKDOWNS[dimension] ?? {};
  return { breakdown, value, ...(first && { first }) };
}

/** The part of what is asked that has the node of the people's breakdown. */
function sourceOf({ node, prefix }: Part, asked: Source): Source {
  if (node === NONE) return asked;
  if (asked.breakdown === NONE || prefix === undefined) {
    return { breakdown: 'people', value: { prefix: '', only: [node], apart: false } };
  }
  // What the first shape tells in a breakdown of its own it tells of everybody only.
  return { breakdown: 'people', value: { ...asked.value, prefix }, ...(asked.first && { first: null }) };
}
