import { addDays } from '@luutru/calendar';
import type { Transaction } from '@luutru/platform';
import type { AnomalyMeasure } from './domain/measures';

export interface AreaKey {
  readonly level: 'ward' | 'province';
  readonly id: string;
}

/** The days of one area by measure. */
export type AreaSeries = Readonly<Record<AnomalyMeasure, ReadonlyMap<string, number>>>;

interface Row {
  readonly ward: string;
  readonly day: string | null;
  readonly arrivals: number;
  readonly foreign: number;
  readonly present: number;
}

const DAYS_SQL = `
  WITH p AS MATERIALIZED (SELECT place_id, ward_id FROM statistic_place WHERE level = 'area' AND province_id = $1)
  SELECT p.ward_id AS ward, c.day::text AS day, sum(c.arrivals)::integer AS arrivals, sum(c.foreign_arrivals)::integer AS "foreign",
         sum(c.present)::integer AS present
  FROM p JOIN statistic_day c USING (place_id)
  WHERE c.dimension = 'all' AND c.place_id = ANY (ARRAY(SELECT place_id FROM p)) AND c.day >= $2 AND c.day <= $3 GROUP BY 1, 2
  UNION ALL
  SELECT p.ward_id, NULL, 0, 0, sum(c.present)::integer FROM p JOIN statistic_month c USING (place_id)
  WHERE c.dimension = 'all' AND c.place_id = ANY (ARRAY(SELECT place_id FROM p)) AND c.month < $2 GROUP BY 1
  ORDER BY 1, 2 NULLS FIRST`;

/**
 * Day by day what happened in a province and its wards, from the first of a month on; nought where nothing did. Nights are made of
 * who was there before and what changed. An area begins with its first day that has anything.
 */
export async function readDays(
  tx: Transaction,
  provinceId: string,
  from: string,
  until: string,
): Promise<ReadonlyMap<string, { readonly area: AreaKey; readonly series: AreaSeries }>> {
  const rows = await tx.query<Row[]>(DAYS_SQL, [provinceId, from, until]);
  const wards = new Map<string, Row[]>();
  for (const row of rows) wards.set(row.ward, [...(wards.get(row.ward) ?? []), row]);
  const found = new Map<string, { area: AreaKey; series: AreaSeries }>();
  for (const [id, own] of wards) found.set(id, { area: { level: 'ward', id }, series: seriesOf(own, until) });
  if (rows.length > 0) {
    found.set(provinceId, { area: { level: 'province', id: provinceId }, series: seriesOf(summed(rows), until) });
  }
  return found;
}

function summed(rows: readonly Row[]): Row[] {
  const days = new Map<string | null, Row>();
  for (const row of rows) {
    const { arrivals = 0, foreign = 0, present = 0 } = days.get(row.day) ?? {};
    days.set(row.day, {
      ...row,
      arrivals: arrivals + row.arrivals,
      foreign: foreign + row.foreign,
      present: present + row.present,
    });
  }
  return [...days.values()].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
}

function seriesOf(rows: readonly Row[], until: string): AreaSeries {
  const series = {
    arrivals: new Map<string, number>(),
    international: new Map<string, number>(),
    'guest-nights': new Map<string, number>(),
  };
  const byDay = new Map(rows.map((row) => [row.day, row]));
  let present = byDay.get(null)?.present ?? 0;
  const first = rows.find(({ day }) => day !== null)?.day;
  for (let day = first ?? addDays(until, 1); day <= until; day = addDays(day, 1)) {
    const row = byDay.get(day);
    present += row?.present ?? 0;
    series.arrivals.set(day, row?.arrivals ?? 0);
    series.international.set(day, row?.foreign ?? 0);
    series['guest-nights'].set(day, present);
  }
  return series;
}
