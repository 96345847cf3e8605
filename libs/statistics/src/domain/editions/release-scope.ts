import { CLASSED_KINDS } from '../accommodation-class';
import type { Dimension } from '../dimensions';
import type { Measure } from '../measures';

/** Facilities whose stays are of one sort: where they are mixed, everybody knows that no bus has a department. */
export const SORT_IDS = ['lodging', 'medical', 'zone', 'road', 'mixed'] as const;
export type Sort = (typeof SORT_IDS)[number];

/** Places as the setting `app.areas` names them. */
export interface ScopeArea {
  readonly wards: readonly string[];
  readonly formerWards: readonly string[];
  readonly zones: readonly string[];
  readonly kinds: readonly string[];
}

/** What is protected together, and for whoever asks under the same policy for the same places. */
export interface ReleaseScope {
  readonly scopeId: string;
  readonly policyId: string;
  readonly areas: readonly ScopeArea[];
  /** Fewer persons are not shown. */
  readonly threshold: number;
  readonly sort: Sort;
}

const SORTS: Readonly<Record<Exclude<Sort, 'mixed'>, readonly string[]>> = {
  lodging: CLASSED_KINDS,
  medical: ['co-so-kham-chua-benh'],
  zone: ['nha-o-kcn'],
  road: ['nha-xe'],
};

/** What sort of stays facilities of these kinds have. */
export function sortOf(kinds: readonly string[]): Sort {
  const found = Object.entries(SORTS).find(([, own]) => kinds.every((kind) => own.includes(kind)));
  return kinds.length > 0 && found ? (found[0] as Sort) : 'mixed';
}

/**
 * What an edition tells people apart by. A month keeps the shape of its first edition: another one would give out beside it what it
 * hides. Shape 1 told departments by themselves; shape 2 tells the kinds of stay in them.
 */
export type EditionShape = 1 | 2;
export const NEWEST_SHAPE: EditionShape = 2;

/** Nodes of a breakdown. */
export interface NodesOf {
  readonly breakdown: string;
  /** What the names of the nodes begin with. */
  readonly prefix: string;
}

/** Where a dimension of stays is told: one breakdown holds all that overlap, so that they are protected together. */
export interface BreakdownOf extends NodesOf {
  readonly sorts: readonly Sort[];
  /** Where editions of the first shape tell it, if elsewhere. */
  readonly first?: NodesOf;
}

const ALWAYS: readonly Sort[] = SORT_IDS;
const PURE: readonly Sort[] = ['lodging', 'medical', 'zone', 'road'];

export const BREAKDOWNS: Readonly<Partial<Record<Dimension, BreakdownOf>>> = {
  nationality: { breakdown: 'people', prefix: 'nationality:', sorts: ALWAYS },
  'stay-kind': { breakdown: 'people', prefix: 'stay-kind:', sorts: PURE },
  reason: { breakdown: 'reason', prefix: '', sorts: ALWAYS },
  origin: { breakdown: 'origin', prefix: '', sorts: ALWAYS },
  sex: { breakdown: 'sex', prefix: '', sorts: ALWAYS },
  age: { breakdown: 'age', prefix: '', sorts: ALWAYS },
  hour: { breakdown: 'hour', prefix: '', sorts: ALWAYS },
  department: {
    ...{ breakdown: 'people', prefix: 'department:', sorts: ['medical'] },
    first: { breakdown: 'department', prefix: '' },
  },
  employer: { breakdown: 'employment', prefix: 'employer:', sorts: ['zone'] },
  'employer-zone': { breakdown: 'employment', prefix: 'employer-zone:', sorts: ['zone'] },
  route: { breakdown: 'route', prefix: '', sorts: ['road'] },
};

/** What can be told of a scope: `length` would give away who stays no night by what other measures say, days of the week single days. */
export const dimensionsOf = (sort: Sort): readonly Dimension[] => [
  'ward',
  'former-ward',
  'zone',
  'kind',
  'stars',
  'class',
  ...(Object.keys(BREAKDOWNS) as Dimension[]).filter((dimension) => BREAKDOWNS[dimension]?.sorts.includes(sort)),
];

/**
 * Measures that say of a part of a scope what is hidden elsewhere: whose nights are counted, and whose are not, tells how many
 * passengers or relatives there are.
 */
const CLOSED: Readonly<Record<Sort, readonly Measure[]>> = {
  lodging: ['in-patients', 'relatives', 'passengers'],
  medical: ['passengers'],
  zone: ['in-patients', 'relatives', 'passengers'],
  road: ['in-patients', 'relatives', 'average-stay', 'bed-nights-used', 'bed-occupancy'],
  mixed: ['in-patients', 'relatives', 'passengers', 'average-stay', 'bed-nights-used', 'bed-occupancy'],
};

export const isClosedMeasure = (measure: Measure, sort: Sort): boolean => CLOSED[sort].includes(measure);

/** The breakdowns that a scope of a sort is counted by. */
export const breakdownsOf = (sort: Sort, shape: EditionShape): readonly string[] => [
  ...new Set(
    Object.values(BREAKDOWNS).flatMap(({ breakdown, sorts, first }) =>
      sorts.includes(sort) ? [shape === 1 ? (first?.breakdown ?? breakdown) : breakdown] : [],
    ),
  ),
];

/** Whether the people of a scope are told apart by department together with nationality and kind of stay. */
export const isByDepartment = (sort: Sort, shape: EditionShape): boolean => sort === 'medical' && shape > 1;
