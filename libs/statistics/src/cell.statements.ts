/** What is added up of stays; `present` is treated apart. */
const COUNTS = ['arrivals', 'overnight', 'foreign_arrivals', 'foreign_overnight', 'departures', 'late', 'cancelled'];
const SUMMED = [...COUNTS, 'present'];
/** All that a cell by day counts. */
export const COUNTED_COLUMNS: readonly string[] = SUMMED;
const KEY = 'dimension, stay_kind, value';
/** An area, its ward and its province. */
export const PLACE_COLUMNS = ['place_id', 'ward_place_id', 'province_place_id'] as const;
type PlaceColumn = (typeof PLACE_COLUMNS)[number];

/** Integers, as sums of sums would be of arbitrary precision otherwise, which takes many times as long. */
const sums = SUMMED.map((column) => `sum(${column})::integer AS ${column}`).join(', ');
const summed = SUMMED.join(', ');
const monthOf = (day: string): string => `date_trunc('month', ${day}::timestamp)::date`;
const NIGHTS = `sum(present * ((month + interval '1 month')::date - day)) AS present_nights`;

/** The columns of `delta` besides its key and day, all of them nought but what is given. */
export const deltaColumns = (given: Readonly<Record<string, string>>): string =>
  SUMMED.map((column) => `${given[column] ?? '0'} AS ${column}`).join(', ');

/** Adds rows (key, place, day or month, what is counted) to the cells, in the order of the cells. */
export function add(grain: 'day' | 'month', rows: readonly string[]): string {
  const counted = grain === 'day' ? SUMMED : [...SUMMED, 'present_nights'];
  const columns = `${KEY}, place_id, ${grain}, ${counted.join(', ')}`;
  const order = grain === 'day' ? 'place_id, day' : 'month, place_id';
  return `
    INSERT INTO statistic_${grain} (${columns})
    SELECT * FROM (${rows.join(' UNION ALL ')}) AS c (${columns}) WHERE ${counted.map((column) => `${column} <> 0`).join(' OR ')}
    ORDER BY dimension, ${order}, stay_kind, value
    ON CONFLICT (dimension, ${order}, stay_kind, value)
    DO UPDATE SET ${counted.map((column) => `${column} = statistic_${grain}.${column} + excluded.${column}`).join(', ')}`;
}

const daysOf = (place: string): string =>
  `SELECT ${KEY}, ${place}, day, ${sums} FROM day_sums GROUP BY ${KEY}, ${place}, day`;
const monthsOf = (place: string): string =>
  `SELECT ${KEY}, ${place}, month, ${sums}, ${NIGHTS} FROM day_sums GROUP BY ${KEY}, ${place}, month`;
/**
 * Longer times than months: by how many more are there at their end than when they began is kept too, in dimensions whose names end so,
 * of years, and of years so far until the end of each of their quarters; of areas, which are many, only of what is not told apart by codes.
 */
export const LONGER = { year: '/year', soFar: '/so-far' } as const;
/** Thirds of months, kept of what wards count by codes, whose days are made of stays. */
export const DEKAD = '/dekad';
const DEKAD_OF = (day: string): string =>
  `(date_trunc('month', ${day}::timestamp)::date + least(div(extract(day FROM ${day}) - 1, 10), 2)::integer * 10)`;
const DEKAD_NIGHTS = `sum(present * (CASE WHEN extract(day FROM dekad) = 21 THEN (month + interval '1 month')::date ELSE dekad + 10 END - day)) AS dekad_nights`;
const OF_AREAS = `dimension IN ('all', 'room-use', 'rooms', 'beds')`;
/** Rows of cells by month that say what "present" came to in longer times; `from` has the columns of these. */
export function longerOf(place: PlaceColumn, from: string): string[] {
  const start = (unit: 'quarter' | 'year', month: string): string => `date_trunc('${unit}', ${month}::timestamp)`;
  const cellsOf = (unit: 'quarter' | 'year'): string =>
    `SELECT ${KEY}, ${place}, ${start(unit, 'month')}::date AS month, sum(present)::integer AS present FROM ${from}
     WHERE ${place} IS NOT NULL AND ${place === 'place_id' ? OF_AREAS : 'true'} GROUP BY 1, 2, 3, 4, 5 HAVING sum(present) <> 0`;
  const rows = (suffix: string, month: string, present: string, cells: string): string => `
    SELECT dimension || '${suffix}', stay_kind, value, ${place}, ${month}, ${deltaColumns({ present })}, 0 AS present_nights FROM ${cells}`;
  const laterQuarters = `generate_series(month::timestamp, ${start('year', 'month')} + interval '9 months', interval '3 months') AS later (quarter)`;
  return [
    rows(LONGER.year, 'month', 'present', `(${cellsOf('year')}) AS c`),
    rows(
      LONGER.soFar,
      'quarter::date',
      'sum(present)::integer',
      `(${cellsOf('quarter')}) AS c CROSS JOIN LATERAL ${laterQuarters} GROUP BY 1, 2, 3, 4, 5`,
    ),
  ];
}
const CODES_BY_DAY = `SELECT ${KEY}, province_place_id, day, ${summed} FROM code_sums WHERE day IS NOT NULL`;
const DEKADS = `SELECT dimension || '${DEKAD}', stay_kind, value, ward_place_id, dekad, ${summed}, dekad_nights
  FROM code_sums WHERE dekad IS NOT NULL`;
const CODES_BY_MONTH = [
  `SELECT ${KEY}, place_id, month, ${summed}, present_nights FROM code_sums WHERE place_id IS NOT NULL`,
  `SELECT ${KEY}, ward_place_id, month, ${sums}, sum(present_nights) FROM code_sums WHERE place_id IS NOT NULL
   GROUP BY ${KEY}, ward_place_id, month`,
  `SELECT ${KEY}, province_place_id, month, ${sums}, ${NIGHTS} FROM code_sums WHERE day IS NOT NULL
   GROUP BY ${KEY}, province_place_id, month`,
  DEKADS,
  ...longerOf('ward_place_id', '(SELECT * FROM code_sums WHERE place_id IS NOT NULL) AS c'),
  ...longerOf('province_place_id', 'code_sums'),
];

/**
 * Common table expressions that add the rows of `delta` (dimension, place_id, day, stay_kind, value and the columns of
 * {@link deltaColumns}) to the cells: of the area, its ward and its province, by day and by month, and to what longer times came to,
 * so that who was there when a period began need not be added up month by month from the beginning. Rows of `codes`, when
 * they are given, which have the ward_place_id and province_place_id too, are counted by day for the province only: areas and
 * wards keep their codes by month, which is a tenth of the rows. Everything is added up before a cell is touched.
 */
export function addDelta(codes?: string): string {
  const months = [...PLACE_COLUMNS.map(monthsOf), ...PLACE_COLUMNS.flatMap((place) => longerOf(place, 'day_sums'))];
  return `
  day_sums AS MATERIALIZED (
    SELECT ${KEY}, place_id, ward_place_id, province_place_id, day, ${monthOf('day')} AS month, ${sums}
    FROM delta JOIN statistic_place USING (place_id) GROUP BY ${KEY}, place_id, ward_place_id, province_place_id, day
  ), ${codes === undefined ? '' : `code_sums AS MATERIALIZED (${sumsOfCodes(codes)}), `}
  by_day AS (${add('day', [...PLACE_COLUMNS.map(daysOf), ...(codes === undefined ? [] : [CODES_BY_DAY])])}
  ), by_month AS (${add('month', [...months, ...(codes === undefined ? [] : CODES_BY_MONTH)])}
  )`;
}

const sumsOfCodes = (codes: string): string => `
  SELECT ${KEY}, place_id, ward_place_id, province_place_id, month, dekad, day, ${sums}, ${NIGHTS}, ${DEKAD_NIGHTS}
  FROM (SELECT *, ${monthOf('day')} AS month, ${DEKAD_OF('day')} AS dekad FROM (${codes}) AS c) AS d
  GROUP BY GROUPING SETS ((${KEY}, place_id, ward_place_id, month), (${KEY}, ward_place_id, dekad), (${KEY}, province_place_id, day, month))`;

/** Adds the dekads of rows of codes, as those of {@link addDelta}, alone. */
export const addDekads = (codes: string): string =>
  add('month', [
    `SELECT dimension || '${DEKAD}', stay_kind, value, ward_place_id, dekad, ${sums}, ${DEKAD_NIGHTS}
     FROM (SELECT *, ${monthOf('day')} AS month, ${DEKAD_OF('day')} AS dekad FROM (${codes}) AS c) AS d GROUP BY 1, 2, 3, 4, 5`,
  ]);
