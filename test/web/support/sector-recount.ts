import { addDays } from '@luutru/calendar';
import type { Builder } from '../../support/builders';
import { monthsBefore } from './sector-stage';

/** What somebody with all stays at hand would count for themselves, without a line of the product's own statistics. */
export interface Counted {
  readonly key: string;
  readonly persons: number;
  readonly nights: number;
  readonly late: number;
}

const DEPARTED = `(coalesce(s.departed_at, s.expected_departure_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;

/** Stays of a kind of facility that arrived in a month, by an expression; the most first. Nights are those within the month. */
export const stayCounts = (build: Builder, month: string, where: string, by = `''`): Promise<Counted[]> =>
  build.rows<Counted>(
    `SELECT ${by} AS key, count(*) FILTER (WHERE s.arrived_on >= $1)::integer AS persons,
            coalesce(sum(greatest(0, least(${DEPARTED}, $2::date) - greatest(s.arrived_on, $1::date))), 0)::integer AS nights,
            count(*) FILTER (WHERE s.arrived_on >= $1 AND s.late)::integer AS late
     FROM stay s JOIN facility f USING (facility_id) LEFT JOIN admin_unit u ON u.unit_id = s.origin_province_id
     LEFT JOIN trip t USING (facility_id, trip_id)
     WHERE s.arrived_on < $2 AND s.state <> 'cancelled' AND ${where} GROUP BY 1
     HAVING count(*) FILTER (WHERE s.arrived_on >= $1) > 0 ORDER BY 2 DESC, 1`,
    [month, nextMonth(month)],
  );

/** Trips that left in a month, by route. */
export const tripCounts = (build: Builder, month: string): Promise<{ key: string; trips: number }[]> =>
  build.rows(
    `SELECT r.name AS key, count(*)::integer AS trips FROM trip t JOIN route r ON r.facility_id = t.facility_id AND r.code = t.route_code
     WHERE t.departs_at >= $1::date AND t.departs_at < $2::date GROUP BY 1 ORDER BY 2 DESC`,
    [month, nextMonth(month)],
  );

export const nextMonth = (month: string): string => monthsBefore(month, -1);
export const lastDayOf = (month: string): string => addDays(nextMonth(month), -1);

/** `10/2026`, as pages call a month. */
export const monthName = (month: string): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`;

const written = (value: number, most: number): string =>
  new Intl.NumberFormat('vi-VN', { maximumFractionDigits: most }).format(value);
export const figure = (value: number): string => written(value, 2);

/** By how much a number went up or down, as the tiles say it. */
export function changed(value: number, before: number): string {
  if (value === before) return 'không đổi';
  return `${value > before ? 'tăng' : 'giảm'} ${written((Math.abs(value - before) / before) * 100, 1)} %`;
}

/** The same in a table. */
export function changedBy(value: number, before: number): string {
  if (value === before) return 'không đổi';
  return `${value > before ? '+' : '−'}${written((Math.abs(value - before) / before) * 100, 1)} %`;
}
