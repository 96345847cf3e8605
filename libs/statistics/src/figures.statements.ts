import { LONGER } from './cell.statements';
import { CLASS_IDS, CLASSES } from './domain/accommodation-class';
import { type Base, BASES } from './domain/bases';
import { type Dimension, isCode } from './domain/dimensions';
import type { Grain } from './domain/periods';
import type { Level } from './domain/query-level';
import { daysOfStays } from './stay-events';

type Cells = (typeof BASES)[Base]['cells'];

/** What one statement is made of: cells of one sort, and by what they are told apart. */
export interface CellQuestion {
  readonly cells: Cells;
  readonly bases: readonly Base[];
  readonly by: readonly Dimension[];
  readonly level: Level;
  /** Whether what years and quarters came to is kept of all places already. */
  readonly longer: boolean;
  /** How the period is cut; null: not at all. */
  readonly grain: Grain | null;
}

/** Stars before what has none, as the kind of both may be the same. */
const CLASS = `CASE ${CLASS_IDS.map((id) => {
  const { kinds, stars } = CLASSES[id];
  const kind = `p.kind IN (${kinds.map((one) => `'${one}'`).join(', ')})`;
  return `WHEN ${kind}${stars === undefined ? '' : ` AND p.stars = ${stars}`} THEN '${id}'`;
}).join(' ')} END`;

const KEYS: Readonly<Partial<Record<Dimension, string>>> = {
  ward: 'p.ward_id',
  'former-ward': 'p.former_ward_id',
  zone: 'p.zone_id',
  kind: 'p.kind',
  stars: 'p.stars::text',
  'stay-kind': 'c.stay_kind',
  class: CLASS,
};

/**
 * Places of a level that the caller may see and that are like $2 wards, $3 commune of old, $4 zone, $5 kinds, $6 stars
 * (nought: none). Row-level security holds the cells back besides.
 */
const placesOf = (name: string, level: string): string => `
  ${name} AS MATERIALIZED (
    SELECT place_id, ward_id, former_ward_id, zone_id, kind, stars FROM statistic_place
    WHERE level = ${level} AND place_id IN (SELECT statistic_places_in_areas())
      AND ($2::text[] IS NULL OR ward_id = ANY($2)) AND ($3::text IS NULL OR former_ward_id = $3)
      AND ($4::text IS NULL OR zone_id = $4) AND ($5::text[] IS NULL OR kind = ANY($5))
      AND ($6::smallint[] IS NULL OR coalesce(stars, 0) = ANY($6))
  )`;

/** Those of the level $1. */
export const PLACES = placesOf('p', '$1');
/** Besides, where days are made of stays, which lie in areas: the areas of the wards. */
const placesFor = ({ level, by }: CellQuestion): string =>
  level === 'ward' && by.some(isCode) ? `${PLACES}, ${placesOf('areas', `'area'`)}` : PLACES;

/** Nothing but fixed words goes into the text. */
function dimensionOf({ cells, by }: CellQuestion, suffix = ''): string {
  if (cells !== 'stay') return `'${cells}${suffix}'`;
  return `'${by.find(isCode) ?? 'all'}${suffix}'`;
}

export const keysOf = (by: readonly Dimension[]): string =>
  by.map((one, at) => `${KEYS[one] ?? 'c.value'} AS k${at + 1}`).join(', ');
export const comma = (text: string): string => (text === '' ? '' : `${text}, `);
export const groups = (by: readonly Dimension[]): string => by.map((_, at) => `k${at + 1}`).join(', ');
/** Looks each place up in the key of the cells; joined to them alone, all places of a dimension would be read. */
const OF_PLACES = 'c.place_id = ANY (ARRAY(SELECT place_id FROM p))';
const OF_STAY_KINDS = `($7::text[] IS NULL OR c.stay_kind = ANY($7))`;

/** The part that a day lies in, by its first day within the period. */
const partOf = (day: string, grain: Grain | null): string =>
  grain === null ? '$8::date' : `greatest(date_trunc('${grain}', ${day}::timestamp)::date, $8::date)`;
const INTERVALS: Readonly<Record<Grain, string>> = {
  day: '1 day',
  week: '1 week',
  month: '1 month',
  quarter: '3 months',
  year: '1 year',
};
const partEnd = (day: string, grain: Grain | null): string =>
  grain === null
    ? '$9::date'
    : `least((date_trunc('${grain}', ${day}::timestamp) + interval '${INTERVALS[grain]}')::date, $9::date)`;

const onlyKinds = (base: Base): string => {
  const { stayKinds } = BASES[base];
  return stayKinds ? ` FILTER (WHERE stay_kind IN (${stayKinds.map((kind) => `'${kind}'`).join(', ')}))` : '';
};

/** First day and the day after the last of the days of the period before and after its whole months $10 to $11. */
const EDGES = [
  ['$8::date', 'least($10::date, $9::date)'],
  ['greatest($11::date, $8::date)', '$9::date'],
] as const;

/** Cells by month as c, of the months from one up to, not including, another. */
const months = (question: CellQuestion, lower: string | null, upper: string, suffix = ''): string => `
  p JOIN statistic_month c USING (place_id) WHERE c.dimension = ${dimensionOf(question, suffix)} AND ${OF_PLACES}
    AND ${OF_STAY_KINDS} AND ${lower === null ? '' : `${lower} < ${upper} AND c.month >= ${lower} AND `}c.month < ${upper}`;

const startOfThe = (unit: keyof typeof LONGER): string => `date_trunc('${unit}', $12::date::timestamp)::date`;
/** All months before that of the first day of the period: years and quarters where these are kept, and the rest of the last. */
function monthsBefore(question: CellQuestion): readonly string[] {
  if (!question.longer || (question.cells === 'stay' && question.by.some(isCode)))
    return [months(question, null, '$12::date')];
  const [year, quarter] = [startOfThe('year'), startOfThe('quarter')];
  return [
    months(question, null, year, LONGER.year),
    months(question, year, quarter, LONGER.quarter),
    months(question, quarter, '$12::date'),
  ];
}

/** Cells by day as c; what areas do not hold by day is made of their stays. */
function days(question: CellQuestion, lower: string, upper: string): string {
  const code = question.by.find(isCode);
  if (question.cells === 'stay' && question.level !== 'province' && code) {
    const places = question.level === 'ward' ? 'areas' : 'p';
    return `${places} AS p JOIN (${daysOfStays(code, lower, upper, places)}) c USING (place_id) WHERE ${OF_STAY_KINDS}`;
  }
  return `p JOIN statistic_day c USING (place_id) WHERE c.dimension = ${dimensionOf(question)} AND ${OF_STAY_KINDS}
    AND ${OF_PLACES} AND ${lower} < ${upper} AND c.day >= ${lower} AND c.day < ${upper}`;
}

const MONTH_END = `(c.month + interval '1 month')::date`;
/** Nights that a change makes until the end of its part. */
const NIGHTS_OF = {
  day: (grain: Grain | null): string => `c.present * (${partEnd('c.day', grain)} - c.day)`,
  month: (grain: Grain | null): string =>
    `c.present_nights + c.present * (${partEnd('c.month', grain)} - ${MONTH_END})`,
} as const;

const columnOf = (base: Base): string => {
  const { column, kind } = BASES[base];
  if (kind === 'sum') return `coalesce(sum(${column})${onlyKinds(base)}, 0)::integer AS "${base}"`;
  return `coalesce(sum(present)${onlyKinds(base)}, 0)::integer AS "${base}_present",
          coalesce(sum(nights)${onlyKinds(base)}, 0)::float8 AS "${base}_nights"`;
};

/**
 * What happened in each part of the period, and who, or what, was there: rows without a part say how many when the period began,
 * the others by how many more are there at the end of the part, and the nights that makes until then. $7 kinds of stay, $8 first
 * day, $9 the day after the last, $10 and $11 the same of its whole months; $12 the first day of the month of $8, where it is
 * asked who was there.
 */
export function cellsSql(question: CellQuestion): string {
  const { by, bases, grain } = question;
  const sums = [...new Set(bases.flatMap((base) => BASES[base].column ?? []))];
  const isThere = bases.some((base) => BASES[base].kind !== 'sum');
  const select = (part: string, counts: readonly string[], nights: string, from: string): string => {
    const columns = [`${part} AS part`, ...counts, ...(isThere ? ['c.present', `${nights} AS nights`] : [])];
    return `SELECT ${comma(keysOf(by))}c.stay_kind, ${columns.join(', ')} FROM ${from}`;
  };
  const before = (from: string): string =>
    select(
      'NULL::date',
      sums.map((column) => `0 AS ${column}`),
      '0',
      from,
    );
  const within = (grainOf: 'day' | 'month', from: string): string =>
    select(
      partOf(`c.${grainOf}`, grain),
      sums.map((column) => `c.${column}`),
      NIGHTS_OF[grainOf](grain),
      from,
    );
  return `
    WITH ${placesFor(question)}
    SELECT ${comma(groups(by))}part::text AS part, ${bases.map(columnOf).join(', ')} FROM (${[
      ...(isThere ? [...monthsBefore(question), days(question, '$12::date', '$8::date')].map(before) : []),
      within('month', months(question, '$10::date', '$11::date')),
      ...EDGES.map(([lower, upper]) => within('day', days(question, lower, upper))),
    ].join(' UNION ALL ')}) AS c GROUP BY ${comma(groups(by))}part`;
}
