import type { Caller } from '@luutru/access';
import { addDays } from '@luutru/calendar';
import {
  type Dimension,
  type Grain,
  type Measure,
  MEASURES,
  NOW_MEASURES,
  type NowReadModel,
  type StatisticsReadModel,
} from '@luutru/statistics';

/** Figures by the text of their keys. */
export type Answer = ReadonlyMap<string, number>;

/** What a page asks, and the same of the stays themselves; each time of another month or ward. */
export interface StatisticsQuestion {
  readonly name: string;
  readonly ours: (round: number) => Promise<Answer>;
  readonly raw: (round: number) => Promise<Answer>;
}

interface Tools {
  readonly figures: StatisticsReadModel;
  readonly now: NowReadModel;
  readonly caller: Caller;
  readonly wards: readonly string[];
  readonly today: string;
  readonly raw: (sql: string, values: unknown[]) => Promise<Record<string, string | number | null>[]>;
}

interface Asked {
  readonly measures: readonly Measure[];
  readonly by: readonly Dimension[];
  readonly from: string;
  readonly until: string;
  readonly grain: Grain | null;
  readonly ward?: string;
}

/** People in house at 04:00 of the day after a night. */
const SLEPT = `n.night + 1 + time '04:00' > s.arrived_at AT TIME ZONE 'Asia/Ho_Chi_Minh'
  AND n.night + 1 + time '04:00' <= coalesce(s.departed_at, s.expected_departure_at) AT TIME ZONE 'Asia/Ho_Chi_Minh'`;
/** No stay of the benchmark is longer than three nights. */
const NIGHTS = `stay s CROSS JOIN LATERAL (
  SELECT g::date AS night FROM generate_series(s.arrived_on::timestamp, s.arrived_on + interval '4 days', interval '1 day') AS g) n`;

export function questionsOf({ figures, now, caller, wards, today, raw }: Tools): readonly StatisticsQuestion[] {
  const month = (back: number): string => {
    const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  };
  const ask = async ({ measures, by, from, until, grain, ward }: Asked): Promise<Answer> => {
    const filter = ward === undefined ? {} : { wards: [ward] };
    const query = { measures, by, period: { from, until }, grain, filter, compare: null, movingAverage: null };
    const { table } = await figures.figures(caller, query);
    return new Map(
      table.rows.flatMap(({ keys, period, counts }) =>
        measures.map((measure) => {
          const key = [...keys, ...(grain === null ? [] : [period.from]), measure].join('|');
          return [key, MEASURES[measure].value(counts) ?? 0] as const;
        }),
      ),
    );
  };
  const scan = async (
    measures: readonly string[],
    keys: readonly string[],
    sql: string,
    values: unknown[],
  ): Promise<Answer> =>
    new Map(
      (await raw(sql, values)).flatMap((row) =>
        measures.map((measure) => [[...keys.map((key) => row[key]), measure].join('|'), Number(row[measure])] as const),
      ),
    );

  const yearOf = (round: number) => ({ from: month(13 + (round % 12)), until: month(1 + (round % 12)) });
  const byNationality = ['arrivals', 'overnight', 'guest-nights'] as const;
  const wardOf = (round: number): string => wards[(round * 7) % wards.length] ?? '';
  const monthOf = (round: number) => ({ from: month(2 + (round % 20)), until: month(1 + (round % 20)) });
  const byDay = ['arrivals', 'departures', 'guest-nights'] as const;
  const occupancy = ['room-occupancy', 'bed-occupancy'] as const;
  const quarterOf = (round: number) => ({ from: month(4 + (round % 15)), until: month(1 + (round % 15)) });

  return [
    {
      name: 'province by month of a year by nationality',
      ours: (round) => ask({ measures: byNationality, by: ['nationality'], ...yearOf(round), grain: 'month' }),
      raw: (round) =>
        scan(
          byNationality,
          ['nationality', 'part'],
          `SELECT nationality, date_trunc('month', day)::date::text AS part, sum(a)::integer AS arrivals, sum(a)::integer AS overnight,
                  sum(n)::integer AS "guest-nights"
           FROM (SELECT nationality, arrived_on::timestamp AS day, 1 AS a, 0 AS n FROM stay
                 WHERE state <> 'cancelled' AND arrived_on >= $1 AND arrived_on < $2
                 UNION ALL SELECT s.nationality, n.night, 0, 1 FROM ${NIGHTS}
                 WHERE s.state <> 'cancelled' AND s.arrived_on > $1::date - 5 AND s.arrived_on < $2::date
                   AND n.night >= $1::date AND n.night < $2::date AND ${SLEPT}) x GROUP BY 1, 2`,
          [yearOf(round).from, yearOf(round).until],
        ),
    },
    {
      name: 'one ward by day of a month',
      ours: (round) => ask({ measures: byDay, by: [], ...monthOf(round), grain: 'day', ward: wardOf(round) }),
      raw: (round) =>
        scan(
          byDay,
          ['part'],
          `WITH s AS MATERIALIZED (SELECT s.* FROM stay s JOIN facility f USING (facility_id)
             WHERE f.ward_id = $3 AND s.state <> 'cancelled' AND s.arrived_on > $1::date - 5 AND s.arrived_on < $2::date)
           SELECT day::date::text AS part, sum(a)::integer AS arrivals, sum(d)::integer AS departures, sum(n)::integer AS "guest-nights"
           FROM (SELECT arrived_on AS day, 1 AS a, 0 AS d, 0 AS n FROM s WHERE arrived_on >= $1
                 UNION ALL SELECT (departed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 0, 1, 0 FROM s
                 UNION ALL SELECT n.night, 0, 0, 1 FROM ${NIGHTS.replace('stay s', 's')} WHERE ${SLEPT}) x
           WHERE day >= $1::date AND day < $2::date GROUP BY 1`,
          [monthOf(round).from, monthOf(round).until, wardOf(round)],
        ),
    },
    {
      name: 'occupancy by class of a quarter',
      ours: (round) => ask({ measures: occupancy, by: ['class'], ...quarterOf(round), grain: null }),
      raw: (round) =>
        scan(
          occupancy,
          ['class'],
          `WITH f AS (SELECT facility_id, CASE kind WHEN 'khach-san' THEN coalesce(stars || '*', kind) WHEN 'nha-nghi' THEN kind ELSE 'homestay' END AS class,
                             (SELECT count(*) FROM room r WHERE r.facility_id = facility.facility_id) AS rooms,
                             (SELECT sum(beds) FROM room r WHERE r.facility_id = facility.facility_id) AS beds FROM facility),
                capacity AS (SELECT class, sum(rooms) * ($2::date - $1::date) AS rooms, sum(beds) * ($2::date - $1::date) AS beds FROM f GROUP BY 1),
                slept AS (SELECT s.facility_id, s.room, n.night, count(*) AS people FROM ${NIGHTS}
                          WHERE s.state <> 'cancelled' AND s.arrived_on > $1::date - 5 AND s.arrived_on < $2::date
                            AND n.night >= $1::date AND n.night < $2::date AND ${SLEPT} GROUP BY 1, 2, 3)
           SELECT class, count(s.room)::float8 / max(c.rooms) AS "room-occupancy", coalesce(sum(s.people), 0)::float8 / max(c.beds) AS "bed-occupancy"
           FROM capacity c JOIN f USING (class) LEFT JOIN slept s USING (facility_id) WHERE c.rooms > 0 GROUP BY 1`,
          [quarterOf(round).from, quarterOf(round).until],
        ),
    },
    {
      name: 'in house now by kind',
      ours: async () => {
        const { table } = await now.now(caller, ['kind'], {});
        return new Map(
          table.rows.map(({ keys, counts }) => [`${keys[0]}|in-house`, NOW_MEASURES['in-house'].value(counts) ?? 0]),
        );
      },
      raw: () =>
        scan(
          ['in-house'],
          ['kind'],
          `SELECT f.kind, count(*)::integer AS "in-house" FROM stay s JOIN facility f USING (facility_id)
           WHERE s.state IN ('in_house', 'overdue') GROUP BY 1`,
          [],
        ),
    },
    {
      name: 'origins of a year',
      ours: (round) => ask({ measures: ['arrivals'], by: ['origin'], ...yearOf(round), grain: null }),
      raw: (round) =>
        scan(
          ['arrivals'],
          ['origin'],
          `SELECT origin_province_id AS origin, count(*)::integer AS arrivals FROM stay
           WHERE state <> 'cancelled' AND arrived_on >= $1 AND arrived_on < $2 AND origin_province_id IS NOT NULL GROUP BY 1`,
          [yearOf(round).from, yearOf(round).until],
        ),
    },
    {
      name: 'wards of a year with occupancy',
      ours: (round) =>
        ask({
          measures: ['arrivals', 'guest-nights'],
          by: ['ward'],
          ...yearOf(round),
          from: addDays(yearOf(round).from, 9),
          grain: null,
        }),
      raw: (round) =>
        scan(
          ['arrivals', 'guest-nights'],
          ['ward'],
          `SELECT f.ward_id AS ward, sum(a)::integer AS arrivals, sum(n)::integer AS "guest-nights"
           FROM (SELECT facility_id, 1 AS a, 0 AS n FROM stay WHERE state <> 'cancelled' AND arrived_on >= $1 AND arrived_on < $2
                 UNION ALL SELECT s.facility_id, 0, 1 FROM ${NIGHTS}
                 WHERE s.state <> 'cancelled' AND s.arrived_on > $1::date - 5 AND s.arrived_on < $2::date
                   AND n.night >= $1::date AND n.night < $2::date AND ${SLEPT}) x
           JOIN facility f USING (facility_id) GROUP BY 1`,
          [addDays(yearOf(round).from, 9), yearOf(round).until],
        ),
    },
  ];
}
