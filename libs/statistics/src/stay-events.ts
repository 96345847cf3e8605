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
export const DIMENSIONS = Object.entries(VALUES)
  .map(([dimension, value]) => `SELECT '${dimension}' AS dimension, ${value} AS value WHERE ${value} IS NOT NULL`)
  .join(' UNION ALL ');

interface Event {
  readonly day: string;
  /** By one each, when it is so; the last event takes away. */
  readonly counts: Readonly<Record<string, string>>;
  readonly takesAway?: true;
  /** What follows from the day lying in a range, of columns that have an index. */
  readonly within: (lower: string, upper: string) => string;
}

/** What a stay adds to which day. */
const ALL_EVENTS: readonly Event[] = [
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
    within: () => 'true',
  },
  {
    day: 'c.departed_on',
    counts: { departures: LIVE },
    // Who leaves before 04:00 leaves in the night of the day before.
    within: (lower, upper) => `c.until_night >= ${lower} - 1 AND c.until_night < ${upper}`,
  },
  {
    day: 'c.first_night',
    counts: { present: SLEEPS },
    within: (lower, upper) => `c.arrived_on >= ${lower} AND c.arrived_on <= ${upper}`,
  },
  { day: 'c.until_night', counts: { present: SLEEPS }, takesAway: true, within: () => 'true' },
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

/** For a stay c that counts c.sign times: a row for each day on which something happens, as most of it happens on two. */
export const EVENTS = ALL_EVENTS.map((event, at) => {
  const sign = 'c.sign * ';
  const sameDay = (other: Event) => terms(other, sign, `${other.day} IS NOT DISTINCT FROM ${event.day}`);
  const isNew = ALL_EVENTS.slice(0, at).map(({ day }) => `${event.day} IS DISTINCT FROM ${day}`);
  return `SELECT ${event.day} AS day, ${columns([...terms(event, sign), ...ALL_EVENTS.slice(at + 1).flatMap(sameDay)])}
    WHERE ${[`isfinite(${event.day})`, ...isNew].join(' AND ')}`;
}).join(' UNION ALL ');

/**
 * Rows as those of statistic_day, by a code of the stays of the places named, of the days from one up to, not including, another:
 * what cells of areas do not hold is made of what was counted of each stay.
 */
export const daysOfStays = (dimension: CodeDimension, lower: string, upper: string, places: string): string =>
  ALL_EVENTS.map(
    (event) => `
    SELECT c.place_id, c.stay_kind, ${VALUES[dimension]} AS value, ${event.day} AS day, ${columns(terms(event, ''))}
    FROM statistic_stay c
    WHERE c.place_id = ANY (ARRAY(SELECT place_id FROM ${places})) AND ${lower} < ${upper} AND ${event.day} >= ${lower} AND ${event.day} < ${upper} AND ${event.within(lower, upper)}
      AND ${VALUES[dimension]} IS NOT NULL`,
  ).join(' UNION ALL ');
