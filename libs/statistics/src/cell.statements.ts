/** What is added up of stays; `present` is treated apart. */
const COUNTS = ['arrivals', 'overnight', 'foreign_arrivals', 'foreign_overnight', 'departures', 'late', 'cancelled'];
const SUMMED = [...COUNTS, 'present'];
const KEY = ['dimension', 'place_id', 'stay_kind', 'value'];

const sums = SUMMED.map((column) => `sum(d.${column}) AS ${column}`).join(', ');
const isSomething = SUMMED.map((column) => `sum(d.${column}) <> 0`).join(' OR ');
const added = (table: string, columns: readonly string[]): string =>
  columns.map((column) => `${column} = ${table}.${column} + excluded.${column}`).join(', ');

/** The columns of `delta` besides its key and day, all of them nought but what is given. */
export const deltaColumns = (given: Readonly<Record<string, string>>): string =>
  SUMMED.map((column) => `${given[column] ?? '0'} AS ${column}`).join(', ');

/**
 * Two common table expressions that add the rows of `delta` (dimension, place_id, day, stay_kind, value and the columns of
 * {@link deltaColumns}) to the cells: of the area and of its province, by day and by month. By day an area is counted as a
 * whole only: its codes are kept by month, which is a tenth of the rows.
 */
export const ADD_DELTA = `
  placed AS MATERIALIZED (
    SELECT d.*, p.province_place_id FROM delta d JOIN statistic_place p USING (place_id)
  ), leveled AS (
    SELECT ${KEY.join(', ')}, day, true AS area, ${SUMMED.join(', ')} FROM placed
    UNION ALL
    SELECT dimension, province_place_id, stay_kind, value, day, false, ${SUMMED.join(', ')} FROM placed
  ), by_day AS (
    INSERT INTO statistic_day (${KEY.join(', ')}, day, ${SUMMED.join(', ')})
    SELECT ${KEY.map((column) => `d.${column}`).join(', ')}, d.day, ${sums} FROM leveled d
    WHERE NOT d.area OR d.dimension IN ('all', 'trip', 'room-use', 'rooms', 'beds')
    GROUP BY 1, 2, 3, 4, 5 HAVING ${isSomething} ORDER BY 1, 2, 5, 3, 4
    ON CONFLICT (dimension, place_id, day, stay_kind, value) DO UPDATE SET ${added('statistic_day', SUMMED)}
  ), by_month AS (
    INSERT INTO statistic_month (${KEY.join(', ')}, month, ${SUMMED.join(', ')}, present_nights)
    SELECT ${KEY.map((column) => `d.${column}`).join(', ')}, date_trunc('month', d.day::timestamp)::date, ${sums},
           sum(d.present * ((date_trunc('month', d.day::timestamp) + interval '1 month')::date - d.day)) AS present_nights
    FROM leveled d GROUP BY 1, 2, 3, 4, 5
    HAVING ${isSomething} OR sum(d.present * ((date_trunc('month', d.day::timestamp) + interval '1 month')::date - d.day)) <> 0
    ORDER BY 1, 2, 5, 3, 4
    ON CONFLICT (dimension, place_id, month, stay_kind, value)
    DO UPDATE SET ${added('statistic_month', [...SUMMED, 'present_nights'])}
  )`;
