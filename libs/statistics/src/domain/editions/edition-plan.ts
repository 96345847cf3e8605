import type { Base } from '../bases';
import { type Dimension, DIMENSIONS } from '../dimensions';
import { ALL } from '../disclosure/family';
import type { FigureQuery, QueryFault } from '../figure-query';
import { basesOf, MEASURES } from '../measures';
import { isMonthStart } from '../periods';
import { FOREIGN, FOREIGN_OF_KIND, NONE, STAY_KIND } from './month-cells';
import type { Offer, PeopleCount } from './month-counts';
import { BREAKDOWNS, dimensionsOf, isClosedMeasure, type ReleaseScope, type Sort } from './release-scope';

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
    const found = MEASURES[measure].of.map((base) => baseOf(base, sort, value));
    const isPart = found.some((one) => one !== null && one.node !== NONE);
    const wrong = found.includes(null) ? value : isPart ? crossed : undefined;
    if (!wrong) return [];
    const pointer = by.includes(wrong) ? '/by' : (POINTERS[wrong] ?? '/by');
    return [{ code: 'measure-not-by', pointer, params: { measure, dimension: wrong } }];
  });
}

/** Which part of the people a base counts, beyond what is asked for; null: the two are not crossed. */
function baseOf(
  base: Base,
  sort: Sort,
  value: Dimension | undefined,
): { readonly node: string; readonly column: Column } | null {
  const people = (column: PeopleCount, node: string = NONE) => ({ node, column: { people: column } });
  const offer = (column: Offer) =>
    value === undefined || (base === 'trips' && value === 'route') ? { node: NONE, column: { offer: column } } : null;
  const ofKind = (kind: string, column: PeopleCount) => (value === undefined ? people(column, STAY_KIND + kind) : null);
  const foreign = (column: PeopleCount) =>
    value === undefined || value === 'stay-kind' ? people(column, FOREIGN) : null;
  switch (base) {
    case 'arrivals':
    case 'overnight':
    case 'departures':
    case 'late':
    case 'cancelled':
      return people(base);
    case 'foreignArrivals':
      return foreign('arrivals');
    case 'foreignOvernight':
      return foreign('overnight');
    case 'passengers':
      return ofKind('passenger', 'arrivals');
    case 'inPatients':
      return ofKind('patient', 'arrivals');
    case 'relatives':
      return ofKind('relative', 'arrivals');
    case 'sleepers':
      return people('arrivals');
    case 'guestNights':
      return people('nights');
    case 'bedNightsUsed':
      return sort === 'medical' ? ofKind('patient', 'nights') : people('nights');
    case 'roomNightsUsed':
      return value === undefined ? people('roomNightsUsed') : null;
    case 'trips':
    case 'rooms':
    case 'beds':
    case 'roomNights':
    case 'bedNights':
      return offer(base);
    default:
      return null;
  }
}

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
  const asked: Source = value
    ? { breakdown: BREAKDOWNS[value.dimension]?.breakdown ?? NONE, value: value.nodes }
    : { breakdown: NONE, value: WHOLE };
  const sources: Source[] = [];
  const numberOf = (source: Source): number => {
    const at = sources.findIndex((one) => JSON.stringify(one) === JSON.stringify(source));
    return at >= 0 ? at : sources.push(source) - 1;
  };
  numberOf(asked);
  const bases = basesOf(query.measures);
  const columns = new Map(
    bases.map((base) => {
      const found = baseOf(base, sort, value?.dimension);
      if (!found) throw new Error(`The base ${base} cannot be answered`);
      return [base, { source: numberOf(sourceOf(found.node, asked)), column: found.column }] as const;
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

/** The part of what is asked that has the node of the people's breakdown; of a kind of stay its own part. */
function sourceOf(node: string, asked: Source): Source {
  if (node === NONE) return asked;
  if (asked.breakdown === NONE) return { breakdown: 'people', value: { prefix: '', only: [node], apart: false } };
  return { breakdown: 'people', value: { ...asked.value, prefix: FOREIGN_OF_KIND } };
}
