import { ALL } from './domain/disclosure/family';
import type { EditionPlan, NodePick, Source } from './domain/editions/edition-plan';
import type { Offer, PeopleCount } from './domain/editions/month-counts';
import type { NodesOf } from './domain/editions/release-scope';
import type { Grain } from './domain/periods';

/** What is counted of a cell, by the name of its column. */
export type CellCount = PeopleCount | Offer;
const COLUMNS: Readonly<Partial<Record<CellCount, string>>> = {
  roomNightsUsed: 'room_nights_used',
  roomNights: 'room_nights',
  bedNights: 'bed_nights',
};
/** Of the last month of a part. */
const LEVELS: readonly CellCount[] = ['facilities', 'rooms', 'beds'];

/** How the cells of a part are read. */
export interface CellStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Asked {
  readonly scopeId: string;
  readonly from: string;
  readonly until: string;
  readonly grain: Grain | null;
}

/** The newest edition of each month. $1 scope, $2 first month, $3 the month after the last. */
const EDITIONS = (grain: Grain | null): string => `
  SELECT DISTINCT ON (month) month, number, withheld, shape, made_at,
         ${grain === null ? '$2::date' : `greatest(date_trunc('${grain}', month::timestamp)::date, $2::date)`} AS part
  FROM statistic_edition WHERE scope_id = $1 AND month >= $2::date AND month < $3::date ORDER BY month, number DESC`;

/** Which editions answer a question. */
export const editionsSql = `
  SELECT month::text AS month, number, withheld, shape, made_at AS "madeAt" FROM (${EDITIONS(null)}) AS e ORDER BY month`;

/**
 * Has cells added up in a hash table until the transaction ends: of what lies beside each other PostgreSQL takes there to be a thirtieth
 * of what there is, and would sort it all on disk. Worth a question of its own where two dimensions are crossed.
 */
export const hashSql = `SELECT set_config('enable_sort', 'off', true), set_config('enable_incremental_sort', 'off', true)`;

/** The counts of cells of one source, added up over the months of each part. A part is hidden when a month of it is. */
export function cellsSql(
  { scopeId, from, until, grain }: Asked,
  { area, kind }: Pick<EditionPlan, 'area' | 'kind'>,
  { breakdown, value, first }: Source,
  counts: readonly CellCount[],
): CellStatement {
  const values: unknown[] = [scopeId, from, until];
  const within = (column: string, pick: NodePick): string => nodesOf(`c.${column}`, pick, values);
  const places = `${within('area', area)} AND ${within('kind', kind)}`;
  const told = (column: string, { apart }: NodePick): string => (apart ? `c.${column}` : `''`);
  const key = (column: string, { apart, prefix }: NodePick): string =>
    apart ? `substr(c.${column}, ${prefix.length + 1})` : `''`;
  const cellsOf = (of: string, nodes: NodePick, node: string, shapes = ''): string => `
      SELECT m.part, m.is_last, ${told('area', area)} AS area, ${told('kind', kind)} AS kind, ${node} AS value,
             ${['hidden', ...counts.map(columnOf)].map((column) => `c.${column}`).join(', ')}
      FROM months m JOIN statistic_edition_cell c
        ON c.scope_id = $1 AND c.breakdown = $${values.push(of)} AND c.month = m.month AND c.number = m.number ${shapes}
      WHERE ${places} AND ${of === '' ? `c.value = ''` : `c.value <> '-' AND ${within('value', nodes)}`}`;
  // Nodes of the first shape are called as those of the newest.
  const renamed = ({ prefix }: NodesOf): string =>
    value.apart ? `$${values.push(value.prefix)}::text || substr(c.value, ${prefix.length + 1})` : `''`;
  const cells = first
    ? `${cellsOf(breakdown, value, told('value', value), 'AND m.shape > 1')}
      UNION ALL ${cellsOf(first.breakdown, { ...value, prefix: first.prefix }, renamed(first), 'AND m.shape = 1')}`
    : cellsOf(breakdown, value, told('value', value));
  // Names are shortened once they are added up: there are a dozen cells of each.
  const text = `
    WITH e AS MATERIALIZED (${EDITIONS(grain)}),
    months AS (SELECT *, month = max(month) OVER (PARTITION BY part) AS is_last FROM e)
    SELECT ${key('area', area)} AS area, ${key('kind', kind)} AS kind, ${key('value', value)} AS value, c.part::text AS part,
           ${['bool_or(c.hidden) AS hidden', ...counts.map(sumOf)].join(', ')}
    FROM (${cells}) c GROUP BY c.area, c.kind, c.value, c.part`;
  return { text, values };
}

const columnOf = (count: CellCount): string => COLUMNS[count] ?? count;

function sumOf(count: CellCount): string {
  const of = LEVELS.includes(count) ? 'FILTER (WHERE c.is_last)' : '';
  return `coalesce(sum(c.${columnOf(count)}) ${of}, 0)::integer AS "${count}"`;
}

function nodesOf(column: string, { prefix, only }: NodePick, values: unknown[]): string {
  if (prefix === ALL) return `${column} = '${ALL}'`;
  if (only !== null) return `${column} = ANY ($${values.push(only.map((one) => prefix + one))}::text[])`;
  if (prefix === '') return 'true';
  // The names of a family of nodes lie beside each other: from its prefix up to the sign after its last one.
  const end = prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
  return `${column} >= $${values.push(prefix)} AND ${column} < $${values.push(end)}`;
}
