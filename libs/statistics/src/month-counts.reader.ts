import { createHash } from 'node:crypto';
import type { Transaction } from '@luutru/platform';
import type { MonthCounts, PlaceCounts, RouteTrips, StayCounts } from './domain/editions/month-counts';
import { addMonths } from './domain/periods';
import { isShown } from './place.statements';

/** $1 places, $2 the first day of the month, $3 the first day of the next. */
const IN_PLACES = 'c.place_id = ANY ($1::integer[])';

/** All places, and in which of them there was a facility on any day of the month. */
const PLACES_SQL = `
  SELECT p.place_id AS "placeId", p.ward_id AS ward, p.former_ward_id AS "formerWard", p.zone_id AS zone, p.kind, p.stars,
         count(f.place_id) > 0 AS there,
         (count(f.place_id) FILTER (WHERE f.until >= $2::date AND f.rooms > 0))::integer AS facilities
  FROM statistic_place p
  LEFT JOIN statistic_facility f ON f.place_id = p.place_id AND f.since > '-infinity' AND f.since < $2::date AND f.until > $1::date
  WHERE p.level = 'area' AND ${isShown('p.place_id')} GROUP BY 1, 2, 3, 4, 5, 6`;

/** What there was of each thing: nights are of what was there when the month began and of what has changed since. */
const OFFERS_SQL = `
  SELECT c.place_id AS "placeId", c.dimension,
         (coalesce(sum(c.present) FILTER (WHERE c.month < $2::date), 0) * ($3::date - $2::date)
          + coalesce(sum(c.present_nights) FILTER (WHERE c.month = $2::date), 0))::integer AS nights,
         coalesce(sum(c.present), 0)::integer AS level,
         coalesce(sum(c.arrivals) FILTER (WHERE c.month = $2::date), 0)::integer AS happened
  FROM statistic_month c
  WHERE ${IN_PLACES} AND c.dimension IN ('rooms', 'beds', 'room-use', 'trip') AND c.month < $3::date GROUP BY 1, 2`;

const ROUTES_SQL = `
  SELECT c.place_id AS "placeId", c.value, sum(c.arrivals)::integer AS trips FROM statistic_month c
  WHERE ${IN_PLACES} AND c.dimension = 'trip' AND c.month = $2::date GROUP BY 1, 2 HAVING sum(c.arrivals) > 0 ORDER BY 1, 2`;

/** Who came and who was there, day by day, of all places. */
const DAYS_SQL = `
  SELECT d.day::date::text AS day, coalesce(sum(c.arrivals), 0)::integer AS arrivals, coalesce(sum(c.present), 0)::integer AS present
  FROM generate_series($2::timestamp, $3::timestamp - interval '1 day', interval '1 day') AS d(day)
  LEFT JOIN statistic_day c ON ${IN_PLACES} AND c.dimension = 'all' AND c.day = d.day::date GROUP BY 1 ORDER BY 1`;
const OPENING_SQL = `
  SELECT coalesce(sum(c.present), 0)::integer AS present FROM statistic_month c
  WHERE ${IN_PLACES} AND c.dimension = 'all' AND c.month < $2::date`;

const LIVE = `c.state <> 'cancelled'`;
const SLEEPS = `c.stay_kind <> 'passenger' AND c.until_night > c.first_night`;
const CAME = `c.arrived_on >= $2::date AND c.arrived_on < $3::date`;
const count = (condition: string): string => `(${condition})::integer`;

const COLUMNS = `c.place_id, c.stay_kind, c.state, c.arrived_on, c.departed_on, c.first_night, c.until_night, c.late,
  c.nationality, c.reason, c.origin, c.sex, c.age, c.hour, c.department, c.employer, c.zone, c.route`;

/**
 * All stays that something of the month is counted of, each once: who came in it, who came before and left in it, and who stayed
 * over all of it. Who comes before 04:00 of the first of the next month has spent a night of this one.
 */
const STAYS_SQL = `
  WITH c AS MATERIALIZED (
    SELECT ${COLUMNS} FROM statistic_stay c WHERE ${IN_PLACES} AND c.arrived_on >= $2::date AND c.arrived_on <= $3::date
    UNION ALL
    SELECT ${COLUMNS} FROM statistic_stay c
    WHERE ${IN_PLACES} AND c.until_night >= $2::date - 1 AND c.until_night < $3::date AND c.arrived_on < $2::date
    UNION ALL
    SELECT ${COLUMNS} FROM statistic_stay c
    WHERE ${IN_PLACES} AND c.until_night >= $3::date AND c.until_night > c.arrived_on + 27 AND c.arrived_on < $2::date
  ), counted AS (
    SELECT c.*, ${count(`${CAME} AND ${LIVE}`)} AS arrivals, ${count(`${CAME} AND ${LIVE} AND ${SLEEPS}`)} AS overnight,
           ${count(`${LIVE} AND coalesce(c.departed_on >= $2::date AND c.departed_on < $3::date, false)`)} AS departures,
           ${count(`${CAME} AND ${LIVE} AND c.late`)} AS late_ones, ${count(`${CAME} AND NOT (${LIVE})`)} AS cancelled,
           CASE WHEN ${LIVE} AND ${SLEEPS}
                THEN greatest(0, least(c.until_night, $3::date) - greatest(c.first_night, $2::date)) ELSE 0 END AS nights
    FROM c
  )
  SELECT c.place_id AS "placeId", v.breakdown, v.value, count(*)::integer AS persons, sum(c.arrivals)::integer AS arrivals,
         sum(c.overnight)::integer AS overnight, sum(c.departures)::integer AS departures, sum(c.late_ones)::integer AS late,
         sum(c.cancelled)::integer AS cancelled, sum(c.nights)::integer AS nights
  FROM counted c CROSS JOIN LATERAL (VALUES
    ('', ''),
    ('people', c.nationality || '|' || c.stay_kind || CASE WHEN $5::boolean THEN '|' || coalesce(c.department, '') ELSE '' END),
    ('reason', c.reason), ('origin', c.origin), ('sex', c.sex), ('age', c.age), ('hour', c.hour), ('department', c.department),
    ('route', c.route),
    ('employment', CASE WHEN coalesce(c.zone, c.employer) IS NOT NULL THEN coalesce(c.zone, '') || '|' || coalesce(c.employer, '') END)
  ) AS v(breakdown, value)
  WHERE v.value IS NOT NULL AND v.breakdown = ANY ($4::text[]) AND c.arrivals + c.departures + c.cancelled + c.nights > 0
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

interface OfferRow {
  readonly placeId: number;
  readonly dimension: 'rooms' | 'beds' | 'room-use' | 'trip';
  readonly nights: number;
  readonly level: number;
  readonly happened: number;
}

type PlaceRow = Omit<PlaceCounts, 'rooms' | 'beds' | 'roomNights' | 'bedNights' | 'trips' | 'roomNightsUsed'> & {
  readonly there: boolean;
};

interface CountedBy {
  readonly breakdowns: readonly string[];
  /** Whether nationality and kind of stay are told apart by department too. */
  readonly byDepartment: boolean;
}

/** Everything that the figures of a month are made of, of the places in the transaction's areas; in an order that says whether it has changed. */
export async function readMonthCounts(
  tx: Transaction,
  month: string,
  { breakdowns, byDepartment }: CountedBy,
): Promise<MonthCounts> {
  const next = addMonths(month, 1);
  const found = await tx.query<PlaceRow[]>(PLACES_SQL, [month, next]);
  const ids = found.map(({ placeId }) => placeId);
  const values = [ids, month, next];
  const stays = await tx.query<StayCounts[]>(STAYS_SQL, [...values, ['', ...breakdowns], byDepartment]);
  const offers = await tx.query<OfferRow[]>(OFFERS_SQL, values);
  const routes = breakdowns.includes('route') ? await tx.query<RouteTrips[]>(ROUTES_SQL, [ids, month]) : [];
  const days = await tx.query<{ arrivals: number; present: number }[]>(DAYS_SQL, values);
  const [opening] = await tx.query<[{ present: number }]>(OPENING_SQL, [ids, month]);
  // A facility may have become another, with people still there who are counted where they came to.
  const counted = new Set([...stays, ...routes].map(({ placeId }) => placeId));
  let there = opening.present;
  return {
    places: withOffers(
      found.filter(({ placeId, there: isThere }) => isThere || counted.has(placeId)),
      offers,
    ),
    stays,
    routes,
    days: days.map(({ arrivals, present }) => ({ arrivals, nights: (there += present) })),
  };
}

function withOffers(places: readonly PlaceRow[], offers: readonly OfferRow[]): PlaceCounts[] {
  const of = new Map(offers.map((row) => [`${row.placeId} ${row.dimension}`, row]));
  return [...places]
    .sort((a, b) => a.placeId - b.placeId)
    .map(({ there: _, ...place }) => {
      const found = (dimension: OfferRow['dimension']): Pick<OfferRow, 'nights' | 'level' | 'happened'> =>
        of.get(`${place.placeId} ${dimension}`) ?? { nights: 0, level: 0, happened: 0 };
      return {
        ...place,
        rooms: found('rooms').level,
        beds: found('beds').level,
        roomNights: found('rooms').nights,
        bedNights: found('beds').nights,
        trips: found('trip').happened,
        roomNightsUsed: found('room-use').nights,
      };
    });
}

/** Says whether a month's counts are the same as before. */
export const digestOf = (counts: MonthCounts): Buffer => createHash('sha256').update(JSON.stringify(counts)).digest();
