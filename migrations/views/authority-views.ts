/** Kinds whose name is that of a business; houses and rooms to let are often called after the person who lets them. */
export const BUSINESS = `f.kind IN ('khach-san', 'nha-nghi', 'nha-khach', 'nha-cong-vu', 'nha-o-kcn', 'co-so-kham-chua-benh', 'nha-xe')`;

/** Facilities of the areas in a setting; read once a statement. */
export const inAreas = (setting: string): string => `f.facility_id IN (
  SELECT g.facility_id
  FROM jsonb_to_recordset(coalesce(nullif(current_setting('${setting}', true), ''), '[]')::jsonb)
       AS a(wards text[], "formerWards" text[], zones text[], kinds text[])
  JOIN facility g ON (a.kinds IS NULL OR g.kind = ANY(a.kinds))
    AND (g.ward_id = ANY(a.wards) OR g.former_ward_id = ANY(a."formerWards") OR g.industrial_zone_id = ANY(a.zones)))`;

/** The policy that the transaction names, and the facilities that it, and the area of its reader, reach. */
export const SEEN = `
  (SELECT * FROM authority_policy
   WHERE policy_id = split_part(current_setting('app.authority_policy', true), ':', 1)
     AND version::text = split_part(current_setting('app.authority_policy', true), ':', 2)) p
  CROSS JOIN (SELECT salt FROM authority_order LIMIT 1) o
  JOIN facility f ON f.kind = ANY(p.facility_kinds) AND ${inAreas('app.areas')}
    AND (cardinality(p.area_unit_ids) + cardinality(p.area_zone_ids) = 0 OR ${inAreas('app.policy_areas')})`;

/** A column as the policy masks it; null when the policy does not name it. */
export const when = (field: string, value: string): string => `CASE WHEN '${field}' = ANY(p.fields) THEN ${value} END`;

/** An order that tells nothing: neither who was first nor which record it is. */
export const orderKey = (id: string): string => `substr(encode(sha256(o.salt || uuid_send(${id})), 'hex'), 1, 24)`;

export const localDay = (moment: string): string => `(${moment} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
export const NIGHTS = `(${localDay('coalesce(s.departed_at, s.expected_departure_at)')} - s.arrived_on)`;
const NIGHTS_BAND = `CASE WHEN ${NIGHTS} IS NULL THEN NULL WHEN ${NIGHTS} < 1 THEN '0' WHEN ${NIGHTS} < 2 THEN '1'
  WHEN ${NIGHTS} < 4 THEN '2-3' WHEN ${NIGHTS} < 8 THEN '4-7' WHEN ${NIGHTS} < 30 THEN '8-29' ELSE '30+' END`;

export const PLACE = `${when('stays.facilityKind:plain', 'f.kind')} AS facility_kind, ${when('stays.stars:plain', 'f.stars')} AS stars,
  ${when('stays.ward:plain', 'f.ward_id')} AS ward_id, ${when('stays.zone:plain', 'f.industrial_zone_id')} AS industrial_zone_id`;
const PLACE_COLUMNS = ['facility_kind', 'stars', 'ward_id', 'industrial_zone_id'];

/** Columns that are told of together, by their names. */
export type Steps = readonly (readonly (readonly [name: string, value: string])[])[];

/** What stands in a row about its person, coarsest first; columns of one step are masks of one fact. */
export const STEPS: Steps = [
  [['stay_kind', when('stays.stayKind:plain', 's.kind')]],
  [
    ['nationality', when('stays.nationality:plain', 's.nationality')],
    ['foreigner', when('stays.nationality:foreign', `s.nationality <> 'VNM'`)],
  ],
  [
    ['nights', when('stays.nights:plain', NIGHTS)],
    ['nights_band', when('stays.nights:band', NIGHTS_BAND)],
  ],
  [['long_stay', when('stays.longStay:plain', `coalesce(${NIGHTS} >= 30, false)`)]],
  [['reason', when('stays.reason:plain', 's.reason')]],
  [['origin_province_id', when('stays.origin:province', 's.origin_province_id')]],
  [
    ['birth_year', when('stays.birth:birth-year', 's.birth_year')],
    ['birth_decade', when('stays.birth:age-band', 's.birth_year / 10 * 10')],
  ],
  [['sex', when('stays.sex:plain', 's.sex')]],
];
const namesOf = (steps: Steps): string[][] => steps.map((step) => step.map(([name]) => name));
const COLUMNS = namesOf(STEPS);
const valuesOf = (steps: Steps): string =>
  steps
    .flat()
    .map(([name, value]) => `${value} AS ${name}`)
    .join(', ');

/**
 * Up to which step each row tells of its person. From the last step to the first: rows of one day, and alike in what all tell, that are
 * alike that far and not told of yet are told of that far when they are as many as the cell size; the others wait for a coarser step, and
 * are in the end told nothing of. So every row is like enough others in all that it shows.
 */
function told(rows: string, steps: Steps, always: readonly string[]): string {
  const names = namesOf(steps);
  const upTo = (at: number): string => ['arrived_on', ...always, ...names.slice(0, at + 1).flat()].join(', ');
  return names
    .map((_, at) => at)
    .reduceRight(
      (inner, at) => `(
      SELECT cell_size, arrived_on, order_key, ${[...always, ...names.flat()].join(', ')},
             coalesce(told, CASE WHEN count(*) FILTER (WHERE told IS NULL) OVER (PARTITION BY ${upTo(at)}) >= cell_size THEN ${at} END) AS told
      FROM ${inner} at_${at})`,
      `(SELECT seen.*, NULL::integer AS told FROM (${rows}) seen)`,
    );
}

/** The month of a read of counts: a setting, so that only its partition is looked into. */
const MONTH = `date_trunc('month', nullif(current_setting('app.authority_month', true), '')::timestamp)`;

/** A cell of counts; besides the steps what only counts may tell. */
const CELL = [...PLACE_COLUMNS, ...COLUMNS.flat(), 'department', 'employer'];

/** Rows; what is of the place alone stands in all of them where `always` has it, or is among the steps. */
export function rowsOf(steps: Steps, always: string): string {
  const names = namesOf(steps);
  const stepOf = (column: string): number => names.findIndex((step) => step.includes(column));
  const shown = [...PLACE_COLUMNS, ...COLUMNS.flat()].map((name) =>
    stepOf(name) < 0 ? name : `CASE WHEN told >= ${stepOf(name)} THEN ${name} END AS ${name}`,
  );
  return `
      SELECT arrived_on, order_key, ${shown.join(', ')}
      FROM ${told(
        `
          SELECT p.cell_size, s.arrived_on, ${orderKey('s.stay_id')} AS order_key, ${always && `${always}, `}${valuesOf(steps)}
          FROM ${SEEN}
          JOIN stay s ON s.facility_id = f.facility_id
          WHERE p.stays_form = 'rows' AND 'stays.arrivedOn:day' = ANY(p.fields) AND s.kind = ANY(p.stay_kinds)
            AND f.kind <> 'co-so-kham-chua-benh' AND s.kind IN ('guest', 'tenant') AND s.state <> 'cancelled'`,
        steps,
        PLACE_COLUMNS.filter((name) => stepOf(name) < 0),
      )} rows`;
}

export const countsOf = (steps: Steps): string => `
      SELECT arrived_in, concat_ws('|', ${CELL.map((name) => `coalesce(${name}::text, '')`).join(', ')}) AS order_key,
             ${CELL.join(', ')}, (count(*) / cell_size * cell_size)::integer AS stays
      FROM (
        SELECT p.cell_size, m.arrived_in, coalesce(c.occupant_index, uuid_send(s.stay_id)) AS person, ${PLACE}, ${valuesOf(steps)},
               ${when('stays.department:plain', 's.department')} AS department,
               ${when('stays.employer:plain', 'upper(btrim(s.employer))')} AS employer
        FROM (SELECT ${MONTH}::date AS arrived_in) m
        CROSS JOIN ${SEEN}
        JOIN stay s ON s.facility_id = f.facility_id AND s.arrived_on >= ${MONTH}::date
          AND s.arrived_on < (${MONTH} + interval '1 month')::date
        LEFT JOIN occupancy c ON c.facility_id = s.facility_id AND c.stay_id = s.stay_id
        WHERE p.stays_form = 'counts' AND 'stays.arrivedOn:month' = ANY(p.fields) AND s.kind = ANY(p.stay_kinds)
          AND s.state <> 'cancelled'
      ) seen
      GROUP BY arrived_in, ${CELL.join(', ')}, cell_size
      HAVING count(DISTINCT person) >= cell_size`;

/** @param passengers what is told of the stays of a trip, of which there are as many as the cell size */
export const tripsOf = (passengers: string): string => `
      SELECT ${localDay('t.departs_at')} AS departs_on, ${orderKey('t.trip_id')} AS order_key,
             ${when('trips.operator:business', `CASE WHEN ${BUSINESS} THEN f.name END`)} AS operator,
             ${when('trips.ward:plain', 'f.ward_id')} AS ward_id,
             ${when('trips.route:plain', 't.route_code')} AS route_code,
             ${when('trips.state:plain', 't.state')} AS state,
             ${when(
               'trips.passengers:count',
               `(SELECT CASE WHEN count(*) >= p.cell_size THEN ${passengers} END FROM stay s
               WHERE s.facility_id = t.facility_id AND s.trip_id = t.trip_id AND s.state <> 'cancelled')`,
             )} AS passengers
      FROM ${SEEN}
      JOIN trip t ON t.facility_id = f.facility_id
      WHERE 'trips.departsOn:day' = ANY(p.fields)`;
