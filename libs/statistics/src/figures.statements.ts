import { DEKAD, LONGER } from './cell.statements';
import { CLASS_IDS, CLASSES } from './domain/accommodation-class';
import { type Base, BASES } from './domain/bases';
import { type Dimension, isCode } from './domain/dimensions';
import type { CellSpan, Cover, Piece } from './domain/cover';
import { type Grain, monthOf, type Period } from './domain/periods';
import type { Level } from './domain/query-level';
import { isShown } from './place.statements';
import { daysOfStays } from './stay-events';

type Cells = (typeof BASES)[Base]['cells'];

/** What is kept besides days and months, of all places already. */
export interface Kept {
  /** What years and quarters came to. */
  readonly longer: boolean;
  /** The dekads of wards, by codes. */
  readonly dekads: boolean;
}

/** What one statement is made of: cells of one sort, and by what they are told apart. */
export interface CellQuestion {
  readonly cells: Cells;
  readonly bases: readonly Base[];
  readonly by: readonly Dimension[];
  readonly level: Level;
  readonly kept: Kept;
  /** How the period is cut; null: not at all. */
  readonly grain: Grain | null;
}

/** Whether it is asked who, or what, was there, and not only what happened. */
export const asksPresence = (bases: readonly Base[]): boolean => bases.some((base) => BASES[base].kind !== 'sum');

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
    WHERE level = ${level} AND ${isShown('place_id')}
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

/** Only wards have dekads, and only where days would be made of stays. */
export const hasDekads = ({ cells, by, level, kept }: CellQuestion): boolean =>
  kept.dekads && level === 'ward' && cells === 'stay' && by.some(isCode);

const INTERVALS: Readonly<Record<Grain, string>> = {
  day: '1 day',
  week: '1 week',
  month: '1 month',
  quarter: '3 months',
  year: '1 year',
};
const onlyKinds = (base: Base): string => {
  const { stayKinds } = BASES[base];
  return stayKinds ? ` FILTER (WHERE stay_kind IN (${stayKinds.map((kind) => `'${kind}'`).join(', ')}))` : '';
};

/** Cells by month as c, of the months from one up to, not including, another. */
const months = (question: CellQuestion, lower: string | null, upper: string, suffix = ''): string => `
  p JOIN statistic_month c USING (place_id) WHERE c.dimension = ${dimensionOf(question, suffix)} AND ${OF_PLACES}
    AND ${OF_STAY_KINDS} AND ${lower === null ? '' : `${lower} < ${upper} AND c.month >= ${lower} AND `}c.month < ${upper}`;

/** All months before one: years, and the last one so far, where these are kept, and the months of its quarter. */
function monthsBefore(question: CellQuestion, month: string): readonly string[] {
  const isKept =
    question.kept.longer && (question.level !== 'area' || question.cells !== 'stay' || !question.by.some(isCode));
  if (!isKept) return [months(question, null, month)];
  const start = (unit: 'year' | 'quarter'): string => `date_trunc('${unit}', ${month}::timestamp)::date`;
  const [year, quarter] = [start('year'), start('quarter')];
  return [
    months(question, null, year, LONGER.year),
    months(question, `greatest(${year}, (${quarter} - interval '3 months')::date)`, quarter, LONGER.soFar),
    months(question, quarter, month),
  ];
}

const dekadsFrom = (question: CellQuestion, lower: string, upper: string): string =>
  months(question, lower, upper, DEKAD);

/** Cells by day as c; what areas do not hold by day is made of their stays. */
function daysFrom(question: CellQuestion, lower: string, upper: string): string {
  const code = question.by.find(isCode);
  if (question.cells === 'stay' && question.level !== 'province' && code) {
    const places = question.level === 'ward' ? 'areas' : 'p';
    return `${places} AS p JOIN (${daysOfStays(code, lower, upper, places)}) c USING (place_id) WHERE ${OF_STAY_KINDS}`;
  }
  return `p JOIN statistic_day c USING (place_id) WHERE c.dimension = ${dimensionOf(question)} AND ${OF_STAY_KINDS}
    AND ${OF_PLACES} AND c.day >= ${lower} AND c.day < ${upper}`;
}

/** Where cells of a time begin and end, and the nights that their changes make until then. */
const SPANS: Readonly<Record<CellSpan, { readonly at: string; readonly ends: string; readonly nights: string }>> = {
  day: { at: 'c.day', ends: 'c.day', nights: '0' },
  dekad: {
    at: 'c.month',
    ends: `CASE WHEN extract(day FROM c.month) = 21 THEN (date_trunc('month', c.month::timestamp) + interval '1 month')::date ELSE c.month + 10 END`,
    nights: 'c.present_nights',
  },
  month: { at: 'c.month', ends: `(c.month + interval '1 month')::date`, nights: 'c.present_nights' },
};

/** What the rows say of a base, by the name of the column. */
function sumsOf(base: Base): readonly (readonly [name: string, sum: string])[] {
  const { column, kind } = BASES[base];
  const sum = (of: string, type: string): string => `coalesce(sum(${of})${onlyKinds(base)}, 0)::${type}`;
  if (kind === 'sum') return [[base, sum(String(column), 'integer')]];
  return [
    [`${base}_present`, sum('present', 'integer')],
    [`${base}_nights`, sum('nights', 'float8')],
  ];
}

/** A statement with the days that it asks of, from $8 on. */
export interface CellsStatement {
  readonly sql: string;
  readonly days: readonly string[];
}

/**
 * What happened in each part of the period, and who, or what, was there: rows without a part say how many when the period began,
 * the others by how many more are there at the end of the part, and the nights that makes until then. Where the period is not cut
 * there are no parts: how many are there at its end, and all nights. $7 kinds of stay. Where all is nought there is no row.
 */
export function cellsStatement(question: CellQuestion, period: Period, cover: Cover): CellsStatement {
  const { by, bases, grain } = question;
  const days: string[] = [];
  const given = (day: string): string => `$${(days.includes(day) ? days.indexOf(day) : days.push(day) - 1) + 8}::date`;
  const isThere = asksPresence(bases);
  const counts = [...new Set(bases.flatMap((base) => BASES[base].column ?? [])), ...(isThere ? ['present'] : [])];
  const rows = ({ of, from, until }: Piece): string => {
    const cells = of === 'day' ? daysFrom : of === 'dekad' ? dekadsFrom : months;
    const { at, ends, nights } = SPANS[of];
    const columns = [
      ...counts.map((column) => `c.${column}`),
      ...(isThere ? [`${ends} AS ends`, `${nights} AS nights`] : []),
    ];
    return `SELECT ${comma(keysOf(by))}c.stay_kind, ${at} AS at, ${columns.join(', ')} FROM ${cells(question, given(from), given(until))}`;
  };
  const inPart = (day: string): string => (grain === null ? '' : `${day} AS part, `);
  const part = `greatest(date_trunc('${grain}', c.at::timestamp)::date, ${given(period.from)})`;
  const partEnd = (): string =>
    grain === null
      ? given(period.until)
      : `least((date_trunc('${grain}', c.at::timestamp) + interval '${INTERVALS[grain]}')::date, ${given(period.until)})`;
  const within = (from: string, sign: 1 | -1): string => {
    const minus = sign < 0 ? '-' : '';
    const columns = [
      ...counts.map((column) => `${minus}c.${column} AS ${column}`),
      ...(isThere ? [`${minus}(c.nights + c.present * (${partEnd()} - c.ends)) AS nights`] : []),
    ];
    return `SELECT ${comma(groups(by))}stay_kind, ${inPart(part)}${columns.join(', ')} FROM ${from} AS c`;
  };
  // Without parts to follow one another, who was there when the period began was there in all its nights.
  const nights = (): string => (grain === null ? `c.present * (${given(period.until)} - ${given(period.from)})` : '0');
  const before = (from: string, sign: 1 | -1 = 1): string => {
    const minus = sign < 0 ? '-' : '';
    const columns = counts.map((column) => (column === 'present' ? `${minus}c.present AS present` : `0 AS ${column}`));
    return `SELECT ${comma(groups(by))}stay_kind, ${inPart('NULL::date')}${columns.join(', ')}, ${minus}${nights()} AS nights FROM ${from} AS c`;
  };
  const keyed = (from: string): string => `(SELECT ${comma(keysOf(by))}c.stay_kind, c.present FROM ${from})`;
  const headRead = isThere || cover.withoutHead;
  const heads = headRead
    ? cover.head.map((piece, at) => ({ name: `head${at}`, sign: piece.sign, sql: rows(piece) }))
    : [];
  const arms = [
    ...(isThere ? monthsBefore(question, given(monthOf(period.from))).map((from) => before(keyed(from))) : []),
    ...(isThere ? heads.map(({ name, sign }) => before(name, sign)) : []),
    ...(cover.withoutHead ? heads.map(({ name, sign }) => within(name, sign < 0 ? 1 : -1)) : []),
    ...cover.within.map((piece) => within(`(${rows(piece)})`, piece.sign)),
  ];
  const summed = bases.flatMap(sumsOf);
  const shown = [
    ...(grain === null ? [] : ['part::text AS part']),
    ...summed.map(([name, sum]) => `${sum} AS "${name}"`),
  ];
  const told = [...by.map((_, at) => `k${at + 1}`), ...(grain === null ? [] : ['part'])];
  const tables = [placesFor(question), ...heads.map(({ name, sql }) => `${name} AS MATERIALIZED (${sql})`)];
  const sql = `
    WITH ${tables.join(', ')}
    SELECT ${comma(groups(by))}${shown.join(', ')} FROM (${arms.join(' UNION ALL ')}) AS c
    ${told.length === 0 ? '' : `GROUP BY ${told.join(', ')} `}HAVING ${summed.map(([, sum]) => `${sum} <> 0`).join(' OR ')}`;
  return { sql, days };
}
