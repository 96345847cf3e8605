/** The same as a page shows, straight from the stays; written down apart from the code that is measured. */
const LOCAL = (moment: string): string => `(${moment} AT TIME ZONE 'Asia/Ho_Chi_Minh')`;
/** Who is there at 04:00 has spent the night of the day before. */
const NIGHT = (moment: string): string => `(${LOCAL(moment)} - interval '4 hours')::date`;

export const CLASS = `CASE WHEN f.kind = 'khach-san' THEN coalesce(f.stars || '*', f.kind)
  WHEN f.kind IN ('nha-nghi', 'nha-khach', 'nha-cong-vu') THEN 'nha-nghi'
  WHEN f.kind IN ('nha-tro', 'nha-cho-thue', 'ho-gia-dinh') THEN 'homestay' END`;

export interface RawQuestion {
  /** Columns of stay s and facility f. */
  readonly keys: Readonly<Record<string, string>>;
  readonly grain?: 'day' | 'month';
  readonly where?: string;
}

const columnsOf = (keys: RawQuestion['keys']): string =>
  Object.entries(keys)
    .map(([key, column]) => `${column} AS "${key}", `)
    .join('');

/** Stays that were there in the days from $1 up to, not including, $2. */
const stays = ({ keys, where = 'true' }: RawQuestion): string => `
  SELECT ${columnsOf(keys)}s.facility_id, coalesce(s.room, s.unit) AS room, s.kind AS stay_kind, s.nationality <> 'VNM' AS is_foreign, s.arrived_on, ${LOCAL('s.departed_at')}::date AS left_on,
         n.first_night, n.until_night, s.kind <> 'passenger' AND n.until_night > n.first_night AS sleeps
  FROM stay s JOIN facility f USING (facility_id) CROSS JOIN LATERAL (
    SELECT ${NIGHT('s.arrived_at')} AS first_night,
           coalesce(${NIGHT('coalesce(s.departed_at, s.expected_departure_at)')}, 'infinity') AS until_night) AS n
  WHERE s.state <> 'cancelled' AND s.arrived_on <= $2::date
    AND coalesce(s.departed_at, s.expected_departure_at, 'infinity') >= $1::date - 1 AND ${where}`;

/** $3: the day after the last night that is over, or $2. */
export function rawFigures(question: RawQuestion): string {
  const keys = Object.keys(question.keys).map((key) => `"${key}"`);
  const part = (day: string): string =>
    question.grain === undefined
      ? `$1::date`
      : `greatest(date_trunc('${question.grain}', ${day}::timestamp)::date, $1::date)`;
  const list = [...keys, ''].join(', ');
  const nights =
    question.grain === undefined
      ? `SELECT ${list}$1::date, 0, 0, 0, 0, least(until_night, $3::date) - greatest(first_night, $1::date) FROM s
         WHERE sleeps AND until_night > $1::date AND first_night < $3::date`
      : `SELECT ${list}${part('night')}, 0, 0, 0, 0, 1 FROM s CROSS JOIN LATERAL
           generate_series(greatest(first_night, $1::date)::timestamp, least(until_night, $3::date) - 1, interval '1 day') AS night
         WHERE sleeps`;
  return `
    WITH s AS MATERIALIZED (${stays(question)})
    SELECT ${list}part::text, sum(a)::integer AS arrivals, sum(o)::integer AS overnight, sum(i)::integer AS international,
           sum(d)::integer AS departures, sum(n)::integer AS "guest-nights"
    FROM (
      SELECT ${list}${part('arrived_on')} AS part, 1 AS a, sleeps::integer AS o, is_foreign::integer AS i, 0 AS d, 0 AS n
      FROM s WHERE arrived_on >= $1::date AND arrived_on < $2::date
      UNION ALL
      SELECT ${list}${part('left_on')}, 0, 0, 0, 1, 0 FROM s WHERE left_on >= $1::date AND left_on < $2::date
      UNION ALL ${nights}) AS x
    GROUP BY ${list}part`;
}

/** Rooms and beds, and what of them was in use, of the days from $1 up to $2; facilities of the benchmark never change. */
export const rawOccupancy = (question: RawQuestion): string => {
  const keys = Object.keys(question.keys).map((key) => `"${key}"`);
  const same = (a: string, b: string): string =>
    keys.map((key) => `${a}.${key} IS NOT DISTINCT FROM ${b}.${key}`).join(' AND ') || 'true';
  const list = [...keys, ''].join(', ');
  const group = keys.length === 0 ? '' : `GROUP BY ${keys.join(', ')}`;
  return `
    WITH s AS MATERIALIZED (${stays(question)}), night AS (
      SELECT s.*, n FROM s CROSS JOIN LATERAL
        generate_series(greatest(first_night, $1::date)::timestamp, least(until_night, $2::date) - 1, interval '1 day') AS n
      WHERE sleeps AND stay_kind IN ('guest', 'tenant', 'patient')
    ), used AS (
      SELECT ${list}sum(people)::integer AS beds, count(room)::integer AS rooms FROM (
        SELECT ${list}facility_id, let AS room, n, count(*) AS people
        FROM (SELECT *, CASE WHEN stay_kind <> 'patient' THEN room END AS let FROM night) AS each
        GROUP BY ${list}facility_id, let, n) AS one ${group}
    ), capacity AS (
      SELECT ${list}sum(rooms)::integer AS rooms, sum(beds)::integer AS beds FROM (
        SELECT ${columnsOf(question.keys)}r.rooms, r.beds FROM facility f JOIN (
          SELECT facility_id, count(*) AS rooms, sum(beds) AS beds FROM room GROUP BY 1) AS r USING (facility_id)
        WHERE ${question.where ?? 'true'}) AS one ${group}
    )
    SELECT ${keys.map((key) => `c.${key}, `).join('')}c.rooms, c.beds, coalesce(u.rooms, 0) AS "room-nights-used",
           coalesce(u.beds, 0) AS "bed-nights-used",
           coalesce(u.rooms, 0)::float8 / (c.rooms * ($2::date - $1::date)) AS "room-occupancy",
           coalesce(u.beds, 0)::float8 / (c.beds * ($2::date - $1::date)) AS "bed-occupancy"
    FROM capacity c LEFT JOIN used u ON ${same('c', 'u')}`;
};
