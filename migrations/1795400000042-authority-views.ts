import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds whose name is that of a business; houses and rooms to let are often called after the person who lets them. */
const BUSINESS = `f.kind IN ('khach-san', 'nha-nghi', 'nha-khach', 'nha-cong-vu', 'nha-o-kcn', 'co-so-kham-chua-benh', 'nha-xe')`;

/** Facilities of the areas in a setting; read once a statement. */
const inAreas = (setting: string): string => `f.facility_id IN (
  SELECT g.facility_id
  FROM jsonb_to_recordset(coalesce(nullif(current_setting('${setting}', true), ''), '[]')::jsonb)
       AS a(wards text[], "formerWards" text[], zones text[], kinds text[])
  JOIN facility g ON (a.kinds IS NULL OR g.kind = ANY(a.kinds))
    AND (g.ward_id = ANY(a.wards) OR g.former_ward_id = ANY(a."formerWards") OR g.industrial_zone_id = ANY(a.zones)))`;

/** The policy that the transaction names, and the facilities that it, and the area of its reader, reach. */
const SEEN = `
  (SELECT * FROM authority_policy
   WHERE policy_id = split_part(current_setting('app.authority_policy', true), ':', 1)
     AND version::text = split_part(current_setting('app.authority_policy', true), ':', 2)) p
  CROSS JOIN (SELECT salt FROM authority_order LIMIT 1) o
  JOIN facility f ON f.kind = ANY(p.facility_kinds) AND ${inAreas('app.areas')}
    AND (cardinality(p.area_unit_ids) + cardinality(p.area_zone_ids) = 0 OR ${inAreas('app.policy_areas')})`;

/** A column as the policy masks it; null when the policy does not name it. */
const when = (field: string, value: string): string => `CASE WHEN '${field}' = ANY(p.fields) THEN ${value} END`;

/** An order that tells nothing: neither who was first nor which record it is. */
const orderKey = (id: string): string => `substr(encode(sha256(o.salt || uuid_send(${id})), 'hex'), 1, 24)`;

const localDay = (moment: string): string => `(${moment} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
const NIGHTS = `(${localDay('coalesce(s.departed_at, s.expected_departure_at)')} - s.arrived_on)`;
const NIGHTS_BAND = `CASE WHEN ${NIGHTS} IS NULL THEN NULL WHEN ${NIGHTS} < 1 THEN '0' WHEN ${NIGHTS} < 2 THEN '1'
  WHEN ${NIGHTS} < 4 THEN '2-3' WHEN ${NIGHTS} < 8 THEN '4-7' WHEN ${NIGHTS} < 30 THEN '8-29' ELSE '30+' END`;

const PLACE = `${when('stays.facilityKind:plain', 'f.kind')} AS facility_kind, ${when('stays.stars:plain', 'f.stars')} AS stars,
  ${when('stays.ward:plain', 'f.ward_id')} AS ward_id, ${when('stays.zone:plain', 'f.industrial_zone_id')} AS industrial_zone_id`;
const PLACE_COLUMNS = ['facility_kind', 'stars', 'ward_id', 'industrial_zone_id'];

/** What stands in a row about its person, coarsest first; columns of one step are masks of one fact. */
const STEPS: readonly (readonly [name: string, value: string][])[] = [
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
const COLUMNS = STEPS.map((step) => step.map(([name]) => name));
const upTo = (at: number): string => ['arrived_on', ...PLACE_COLUMNS, ...COLUMNS.slice(0, at + 1).flat()].join(', ');

/**
 * Up to which step each row tells of its person. From the last step to the first: rows of one day and place that are alike
 * that far, and not told of yet, are told of that far when they are as many as the cell size; the others wait for a coarser
 * step, and are in the end told nothing of. So every row is like enough others in all that it shows.
 */
const told = (rows: string): string =>
  COLUMNS.map((_, at) => at).reduceRight(
    (inner, at) => `(
      SELECT cell_size, arrived_on, order_key, ${[...PLACE_COLUMNS, ...COLUMNS.flat()].join(', ')},
             coalesce(told, CASE WHEN count(*) FILTER (WHERE told IS NULL) OVER (PARTITION BY ${upTo(at)}) >= cell_size THEN ${at} END) AS told
      FROM ${inner} at_${at})`,
    `(SELECT seen.*, NULL::integer AS told FROM (${rows}) seen)`,
  );

/** The month of a read of counts: a setting, so that only its partition is looked into. */
const MONTH = `date_trunc('month', nullif(current_setting('app.authority_month', true), '')::timestamp)`;

/** A cell of counts; besides the steps what only counts may tell. */
const CELL = [...PLACE_COLUMNS, ...COLUMNS.flat(), 'department', 'employer'];

const GUARDED = ['trip', 'occupancy', 'room', 'vehicle'];

/**
 * The masked views that hold every read of an authority to its policy. A view shows a column only when the policy of the
 * transaction names it, only of the kinds of the policy, and only within the reader's area; what a person could be known by
 * is shown when as many as the policy's cell size share it (ADR 0030).
 */
export class AuthorityViews1795400000042 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE INDEX trip_day ON trip (facility_id, (${localDay('departs_at')}));
      DROP VIEW authority_stay;
      -- Asked once a statement.
      ALTER POLICY masked_view ON stay USING ((SELECT nullif(current_setting('app.areas', true), '') IS NOT NULL));
    `);
    for (const table of GUARDED) {
      await q.query(`CREATE POLICY masked_view ON ${table} FOR SELECT TO luutru_migrator
                     USING ((SELECT nullif(current_setting('app.areas', true), '') IS NOT NULL))`);
    }
    await q.query(`
      CREATE VIEW authority_stay WITH (security_barrier) AS
      SELECT arrived_on, order_key, ${PLACE_COLUMNS.join(', ')},
             ${COLUMNS.flatMap((names, at) => names.map((name) => `CASE WHEN told >= ${at} THEN ${name} END AS ${name}`)).join(', ')}
      FROM ${told(`
          SELECT p.cell_size, s.arrived_on, ${orderKey('s.stay_id')} AS order_key, ${PLACE},
                 ${STEPS.flat()
                   .map(([name, value]) => `${value} AS ${name}`)
                   .join(', ')}
          FROM ${SEEN}
          JOIN stay s ON s.facility_id = f.facility_id
          WHERE p.stays_form = 'rows' AND 'stays.arrivedOn:day' = ANY(p.fields) AND s.kind = ANY(p.stay_kinds)
            AND f.kind <> 'co-so-kham-chua-benh' AND s.kind IN ('guest', 'tenant') AND s.state <> 'cancelled'`)} rows;

      CREATE VIEW authority_stay_count WITH (security_barrier) AS
      SELECT arrived_in, concat_ws('|', ${CELL.map((name) => `coalesce(${name}::text, '')`).join(', ')}) AS order_key,
             ${CELL.join(', ')}, (count(*) / cell_size * cell_size)::integer AS stays
      FROM (
        SELECT p.cell_size, m.arrived_in, coalesce(c.occupant_index, uuid_send(s.stay_id)) AS person, ${PLACE},
               ${STEPS.flat()
                 .map(([name, value]) => `${value} AS ${name}`)
                 .join(', ')},
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
      HAVING count(DISTINCT person) >= cell_size;

      CREATE VIEW authority_facility WITH (security_barrier) AS
      SELECT ${when('facilities.ward:plain', 'f.ward_id')} AS ward_id,
             coalesce(${when('facilities.name:business', `CASE WHEN ${BUSINESS} THEN f.name END`)}, '') || '|' || ${orderKey('f.facility_id')} AS order_key,
             ${when('facilities.name:business', `CASE WHEN ${BUSINESS} THEN f.name END`)} AS name,
             ${when('facilities.facilityKind:plain', 'f.kind')} AS facility_kind,
             ${when('facilities.stars:plain', 'f.stars')} AS stars,
             ${when('facilities.zone:plain', 'f.industrial_zone_id')} AS industrial_zone_id,
             ${when('facilities.status:plain', 'f.status')} AS status,
             ${when('facilities.rooms:plain', '(SELECT count(*)::integer FROM room r WHERE r.facility_id = f.facility_id)')} AS rooms,
             ${when('facilities.beds:plain', '(SELECT coalesce(sum(r.beds), 0)::integer FROM room r WHERE r.facility_id = f.facility_id)')} AS beds,
             ${when('facilities.vehicles:plain', '(SELECT count(*)::integer FROM vehicle v WHERE v.facility_id = f.facility_id)')} AS vehicles
      FROM ${SEEN}
      WHERE EXISTS (SELECT FROM unnest(p.fields) AS given(field) WHERE given.field LIKE 'facilities.%');

      CREATE VIEW authority_trip WITH (security_barrier) AS
      SELECT ${localDay('t.departs_at')} AS departs_on, ${orderKey('t.trip_id')} AS order_key,
             ${when('trips.operator:business', `CASE WHEN ${BUSINESS} THEN f.name END`)} AS operator,
             ${when('trips.ward:plain', 'f.ward_id')} AS ward_id,
             ${when('trips.route:plain', 't.route_code')} AS route_code,
             ${when('trips.state:plain', 't.state')} AS state,
             ${when(
               'trips.passengers:count',
               `(SELECT CASE WHEN count(*) >= p.cell_size THEN count(*)::integer END FROM stay s
               WHERE s.facility_id = t.facility_id AND s.trip_id = t.trip_id AND s.state <> 'cancelled')`,
             )} AS passengers
      FROM ${SEEN}
      JOIN trip t ON t.facility_id = f.facility_id
      WHERE 'trips.departsOn:day' = ANY(p.fields);

      GRANT SELECT ON authority_stay, authority_stay_count, authority_facility, authority_trip TO luutru_authority;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP VIEW authority_trip, authority_facility, authority_stay_count, authority_stay;
      DROP INDEX trip_day;
      ALTER POLICY masked_view ON stay USING (nullif(current_setting('app.areas', true), '') IS NOT NULL);
    `);
    for (const table of GUARDED) await q.query(`DROP POLICY masked_view ON ${table}`);
    await q.query(`
      CREATE VIEW authority_stay WITH (security_barrier) AS
        SELECT f.kind AS facility_kind, f.stars, f.ward_id, f.industrial_zone_id, s.kind, s.state, s.arrived_on,
               ${localDay('s.expected_departure_at')} AS expected_departure_on, ${localDay('s.departed_at')} AS departed_on,
               s.late, s.reason, s.nationality, s.sex, s.birth_year / 10 * 10 AS birth_decade, s.origin_province_id
        FROM stay s JOIN facility f ON f.facility_id = s.facility_id
        WHERE ${inAreas('app.areas')};
      GRANT SELECT ON authority_stay TO luutru_authority;
    `);
  }
}
