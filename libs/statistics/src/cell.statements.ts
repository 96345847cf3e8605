/** What is added up of stays; `present` is treated apart. */
const COUNTS = ['arrivals', 'overnight', 'foreign_arrivals', 'foreign_overnight', 'departures', 'late', 'cancelled'];
const SUMMED = [...COUNTS, 'present'];
const KEY = 'dimension, stay_kind, value';

/** Integers, as sums of sums would be of arbitrary precision otherwise, which takes many times as long. */
const sums = SUMMED.map((column) => `sum(${column})::integer AS ${column}`).join(', ');
const summed = SUMMED.join(', ');
const isSomething = (columns: readonly string[]): string => columns.map((column) => `${column} <> 0`).join(' OR ');
const added = (table: string, columns: readonly string[]): string =>
  columns.map((column) => `${column} = ${table}.${column} + excluded.${column}`).join(', ');
const monthOf = (day: string): string => `date_trunc('month', ${day}::timestamp)::date`;
const NIGHTS = `sum(present * ((month + interval '1 month')::date - day)) AS present_nights`;

/** The columns of `delta` besides its key and day, all of them nought but what is given. */
export const deltaColumns = (given: Readonly<Record<string, string>>): string =>
  SUMMED.map((column) => `${given[column] ?? '0'} AS ${column}`).join(', ');

/**
 * Common table expressions that add the rows of `delta` (dimension, place_id, day, stay_kind, value and the columns of
 * {@link deltaColumns}) to the cells: of the area and of its province, by day and by month. Rows of `codes`, when that is
 * given, which have the province_place_id too, are counted by day for the province only: areas keep their codes by month,
 * which is a tenth of the rows. Everything is added up before a cell is touched, and cells are touched in their order.
 */
export const addDelta = (codes?: string): string => `
  day_sums AS MATERIALIZED (
    SELECT ${KEY}, place_id, province_place_id, day, ${monthOf('day')} AS month, ${sums}
    FROM delta JOIN statistic_place USING (place_id) GROUP BY ${KEY}, place_id, province_place_id, day
  ), ${
    codes === undefined
      ? ''
      : `code_sums AS MATERIALIZED (
    SELECT ${KEY}, place_id, province_place_id, day, month, ${sums}, ${NIGHTS}
    FROM (SELECT *, ${monthOf('day')} AS month FROM (${codes}) AS c) AS d
    GROUP BY GROUPING SETS ((${KEY}, place_id, month), (${KEY}, province_place_id, day, month))
  ), `
  }by_day AS (
    INSERT INTO statistic_day (${KEY}, place_id, day, ${summed})
    SELECT * FROM (
      SELECT ${KEY}, place_id, day, ${summed} FROM day_sums
      UNION ALL
      SELECT ${KEY}, province_place_id, day, ${sums} FROM day_sums GROUP BY ${KEY}, province_place_id, day
      ${codes === undefined ? '' : `UNION ALL SELECT ${KEY}, province_place_id, day, ${summed} FROM code_sums WHERE place_id IS NULL`}
    ) AS d WHERE ${isSomething(SUMMED)} ORDER BY dimension, place_id, day, stay_kind, value
    ON CONFLICT (dimension, place_id, day, stay_kind, value) DO UPDATE SET ${added('statistic_day', SUMMED)}
  ), by_month AS (
    INSERT INTO statistic_month (${KEY}, place_id, month, ${summed}, present_nights)
    SELECT * FROM (
      SELECT ${KEY}, place_id, month, ${sums}, ${NIGHTS} FROM day_sums GROUP BY ${KEY}, place_id, month
      UNION ALL
      SELECT ${KEY}, province_place_id, month, ${sums}, ${NIGHTS} FROM day_sums GROUP BY ${KEY}, province_place_id, month
      ${
        codes === undefined
          ? ''
          : `UNION ALL
      SELECT ${KEY}, place_id, month, ${summed}, present_nights FROM code_sums WHERE place_id IS NOT NULL
      UNION ALL
      SELECT ${KEY}, province_place_id, month, ${sums}, ${NIGHTS} FROM code_sums WHERE place_id IS NULL
      GROUP BY ${KEY}, province_place_id, month`
      }
    ) AS m WHERE ${isSomething([...SUMMED, 'present_nights'])} ORDER BY dimension, place_id, month, stay_kind, value
    ON CONFLICT (dimension, place_id, month, stay_kind, value)
    DO UPDATE SET ${added('statistic_month', [...SUMMED, 'present_nights'])}
  )`;
