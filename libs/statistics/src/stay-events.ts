import { deltaColumns } from './cell.statements';
import { LENGTH_BANDS } from './domain/bands';
import type { CodeDimension } from './domain/dimensions';

/** The band that a number lies in. */
export const bandOf = (bands: readonly { readonly from: number; readonly id: string }[], value: string): string =>
  `CASE ${[...bands]
    .reverse()
    .map(({ from, id }) => `WHEN ${value} >= ${from} THEN '${id}'`)
    .join(' ')} END`;

const LIVE = `(c.state <> 'cancelled')`;
/** Who travels spends no night. */
const SLEEPS = `(${LIVE} AND c.stay_kind <> 'passenger' AND c.until_night > c.first_night)`;
export const FOREIGN = `(c.nationality <> 'VNM')`;

const LENGTH = `CASE WHEN c.stay_kind = 'passenger' THEN NULL WHEN NOT ${LIVE} THEN '0'
  WHEN NOT isfinite(c.until_night) THEN 'open' ELSE ${bandOf(LENGTH_BANDS, '(c.until_night - c.first_night)')} END`;

/** What cells tell a counted stay c apart by; null is not counted under the dimension. */
const VALUES: Readonly<Record<CodeDimension, string>> = {
  nationality: 'c.nationality',
  reason: 'c.reason',
  origin: 'c.origin',
  sex: 'c.sex',
  age: 'c.age',
  hour: 'c.hour',
  length: LENGTH,
  department: 'c.department',
  employer: 'c.employer',
  'employer-zone': 'c.zone',
  route: 'c.route',
};

/** For a stay c: its codes, one a row. Not a list of values, whose expressions are made ready again for each stay. */
const DIMENSIONS = Object.entries(VALUES)
  .map(([dimension, value]) => `SELECT '${dimension}' AS dimension, ${value} AS value WHERE ${value} IS NOT NULL`)
  .join(' UNION ALL ');

interface Event {
  readonly day: string;
  /** By one each, when it is so; the last event takes away. */
  readonly counts: Readonly<Record<string, string>>;
  readonly takesAway?: true;
}

const ARRIVAL: readonly Event[] = [
  {
    day: 'c.arrived_on',
    counts: {
      arrivals: LIVE,
      overnight: SLEEPS,
      foreign_arrivals: `(${LIVE} AND ${FOREIGN})`,
      foreign_overnight: `(${SLEEPS} AND ${FOREIGN})`,
      late: `(${LIVE} AND c.late)`,
      cancelled: `(NOT ${LIVE})`,
    },
  },
  { day: 'c.first_night', counts: { present: SLEEPS } },
];
const DEPARTURE: readonly Event[] = [
  { day: 'c.departed_on', counts: { departures: LIVE } },
  { day: 'c.until_night', counts: { present: SLEEPS }, takesAway: true },
];

/** What an event adds, as far as something else is so. */
const terms = (
  { counts, takesAway }: Event,
  sign: string,
  when = 'true',
): (readonly [column: string, term: string])[] =>
  Object.entries(counts).map(([column, condition]) => [
    column,
    `${takesAway ? '-' : ''}${sign}(${when} AND ${condition})::integer`,
  ]);

function columns(added: ReturnType<typeof terms>): string {
  const sums: Record<string, string> = {};
  for (const [column, term] of added) sums[column] = column in sums ? `${sums[column]} + ${term}` : term;
  return deltaColumns(sums);
}

/** For a stay c: a row for each day on which something happens, as much of it happens on one. */
const rowsOf = (events: readonly Event[], sign: string): string =>
  events
    .map((event, at) => {
      const sameDay = (other: Event) => terms(other, sign, `${other.day} IS NOT DISTINCT FROM ${event.day}`);
      const isNew = events.slice(0, at).map(({ day }) => `${event.day} IS DISTINCT FROM ${day}`);
      return `SELECT ${event.day} AS day, ${columns([...terms(event, sign), ...events.slice(at + 1).flatMap(sameDay)])}
    WHERE ${[`isfinite(${event.day})`, ...isNew].join(' AND ')}`;
    })
    .join(' UNION ALL ');

/** What a stay c that counts c.sign times adds to which day. */
export const EVENTS = rowsOf([...ARRIVAL, ...DEPARTURE], 'c.sign * ');

/** By each code what stays (as c, each counted c.sign times) add to which day. */
export const codesOf = (stays: string): string => `
  SELECT v.dimension, v.value, c.place_id, p.ward_place_id, p.province_place_id, c.stay_kind, e.*
  FROM ${stays} AS c JOIN statistic_place p USING (place_id) CROSS JOIN LATERAL (${EVENTS}) AS e
  CROSS JOIN LATERAL (${DIMENSIONS}) AS v`;

/** Events with what their days lying in a range says of a column that has an index. Before 04:00 it is the night of the day before. */
const BY_INDEX: readonly (readonly [events: readonly Event[], within: (lower: string, upper: string) => string])[] = [
  [ARRIVAL, (lower, upper) => `c.arrived_on >= ${lower} AND c.arrived_on <= ${upper}`],
  [DEPARTURE, (lower, upper) => `c.until_night >= ${lower} - 1 AND c.until_night < ${upper}`],
];

/**
 * Rows as those of statistic_day, by a code of the stays of the places named, of the days from one up to, not including, another:
 * what cells of areas do not hold is made of what was counted of each stay.
 */
export const daysOfStays = (dimension: CodeDimension, lower: string, upper: string, places: string): string =>
  BY_INDEX.map(
    ([events, within]) => `
    SELECT c.place_id, c.stay_kind, ${VALUES[dimension]} AS value, e.*
    FROM statistic_stay c CROSS JOIN LATERAL (${rowsOf(events, '')}) AS e
    WHERE c.place_id = ANY (ARRAY(SELECT place_id FROM ${places})) AND ${within(lower, upper)}
      AND e.day >= ${lower} AND e.day < ${upper} AND ${VALUES[dimension]} IS NOT NULL`,
  ).join(' UNION ALL ');
