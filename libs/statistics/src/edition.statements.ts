import { ALL } from './domain/disclosure/family';
import type { EditionPlan, NodePick, Source } from './domain/editions/edition-plan';
import type { Grain } from './domain/periods';

const PEOPLE = ['arrivals', 'overnight', 'departures', 'late', 'cancelled', 'nights', 'room_nights_used'];
const FLOWS = ['room_nights', 'bed_nights', 'trips'];
/** Of the last month of a part. */
const LEVELS = ['facilities', 'rooms', 'beds'];

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
  SELECT DISTINCT ON (month) month, number, withheld, made_at,
         ${grain === null ? '$2::date' : `greatest(date_trunc('${grain}', month::timestamp)::date, $2::date)`} AS part
  FROM statistic_edition WHERE scope_id = $1 AND month >= $2::date AND month < $3::date ORDER BY month, number DESC`;

/** Which editions answer a question. */
export const editionsSql = `
  SELECT month::text AS month, number, withheld, made_at AS "madeAt" FROM (${EDITIONS(null)}) AS e ORDER BY month`;

/** Cells of one source added up over the months of each part. A part is hidden when a month of it is. */
export function cellsSql(
  { scopeId, from, until, grain }: Asked,
  { area, kind }: Pick<EditionPlan, 'area' | 'kind'>,
  { breakdown, value }: Source,
): CellStatement {
  const values: unknown[] = [scopeId, from, until, breakdown];
  const within = (column: string, pick: NodePick): string => nodesOf(`c.${column}`, pick, values);
  const conditions = [
    within('area', area),
    within('kind', kind),
    breakdown === '' ? `c.value = ''` : `c.value <> '-' AND ${within('value', value)}`,
  ];
  const key = (column: string, { apart, prefix }: NodePick): string =>
    apart ? `substr(c.${column}, ${prefix.length + 1})` : `''`;
  const text = `
    WITH e AS MATERIALIZED (${EDITIONS(grain)}),
    months AS (SELECT *, month = max(month) OVER (PARTITION BY part) AS is_last FROM e)
    SELECT ${key('area', area)} AS area, ${key('kind', kind)} AS kind, ${key('value', value)} AS value, m.part::text AS part,
           bool_or(c.hidden) AS hidden,
           ${[...PEOPLE, ...FLOWS].map((column) => `coalesce(sum(c.${column}), 0)::integer AS ${column}`).join(', ')},
           ${LEVELS.map((column) => `coalesce(sum(c.${column}) FILTER (WHERE m.is_last), 0)::integer AS ${column}`).join(', ')}
    FROM months m JOIN statistic_edition_cell c ON c.scope_id = $1 AND c.breakdown = $4 AND c.month = m.month AND c.number = m.number
    WHERE ${conditions.join(' AND ')} GROUP BY 1, 2, 3, 4`;
  return { text, values };
}

function nodesOf(column: string, { prefix, only }: NodePick, values: unknown[]): string {
  if (prefix === ALL) return `${column} = '${ALL}'`;
  if (only !== null) return `${column} = ANY ($${values.push(only.map((one) => prefix + one))}::text[])`;
  if (prefix === '') return 'true';
  // The names of a family of nodes lie beside each other: from its prefix up to the sign after its last one.
  const end = prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
  return `${column} >= $${values.push(prefix)} AND ${column} < $${values.push(end)}`;
}
