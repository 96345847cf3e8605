import type { PersonalData, StayKind, StayState } from '@luutru/declaration';
import type { Transaction } from '@luutru/platform';
import type { CompanionLink } from './domain/companion';
import type { TimeCursor } from './time-cursor';

/** A stay of a person as it is stored, with the facility and the trip it belongs to. */
export interface PersonStayRow {
  readonly stayId: string;
  readonly facilityId: string;
  readonly arrivedOn: string;
  readonly kind: StayKind;
  readonly state: StayState;
  readonly arrivedAt: Date;
  readonly expectedDepartureAt: Date | null;
  readonly departedAt: Date | null;
  readonly documentType: number;
  readonly nationality: string;
  readonly sex: 'M' | 'F';
  readonly room: string | null;
  readonly unit: string | null;
  readonly department: string | null;
  readonly groupId: string | null;
  readonly patientId: string | null;
  readonly tripId: string | null;
  readonly place: Readonly<Record<string, string>>;
  readonly facility: { readonly code: string; readonly name: string; readonly kind: string; readonly wardId: string };
  readonly trip: {
    readonly plate: string;
    readonly routeCode: string;
    readonly departsAt: string;
    readonly stops: readonly { readonly code: string; readonly name: string; readonly expectedAt: string }[];
  } | null;
  readonly personalSealed: Buffer;
}

export type PersonStay = Omit<PersonStayRow, 'personalSealed'> & { readonly personal: PersonalData };

/** One paper: a number, and what distinguishes it from other papers with that number. */
export interface PaperFilter {
  /** The number's fingerprints under every index key in use. */
  readonly values: readonly Buffer[];
  /** Null: of any type. */
  readonly documentType: number | null;
  /** Null: of any country. */
  readonly nationality: string | null;
}

export interface PersonPage {
  readonly after: TimeCursor | null;
  readonly limit: number;
}

const SELECT_PERSON_STAY = `
  SELECT s.stay_id AS "stayId", s.facility_id AS "facilityId", s.arrived_on::text AS "arrivedOn", s.kind, s.state,
         s.arrived_at AS "arrivedAt", s.expected_departure_at AS "expectedDepartureAt", s.departed_at AS "departedAt",
         s.document_type AS "documentType", s.nationality, s.sex, s.room, s.unit, s.department, s.group_id AS "groupId",
         s.patient_id AS "patientId", s.trip_id AS "tripId",
         jsonb_strip_nulls(jsonb_build_object('room', s.room, 'bed', s.bed, 'unit', s.unit, 'department', s.department,
           'seat', s.seat, 'boardingStop', s.boarding_stop, 'alightingStop', s.alighting_stop)) AS place,
         jsonb_build_object('code', f.code, 'name', f.name, 'kind', f.kind, 'wardId', f.ward_id) AS facility,
         CASE WHEN t.trip_id IS NOT NULL THEN jsonb_build_object('plate', t.plate, 'routeCode', t.route_code,
           'departsAt', t.departs_at, 'stops', t.stops) END AS trip,
         s.personal_sealed AS "personalSealed"`;
const FROM_STAY = `
  JOIN facility f ON f.facility_id = s.facility_id
  LEFT JOIN trip t ON t.facility_id = s.facility_id AND t.trip_id = s.trip_id`;

/** How long before a stay somebody may have arrived who is still there: a notice lasts 30 days, a tenancy much longer. */
const DAYS_BACK = 31;
const TENANCY_DAYS_BACK = 400;
/** Links of one sort to one stay: a full bus, an arrival of several coaches. */
const LINKS_PER_STAY = 100;

const OVERLAPS = `s.arrived_at < m.until_at AND coalesce(s.departed_at, s.expected_departure_at, 'infinity') > m.from_at`;
const NEAR = `s.facility_id = m.facility_id AND s.arrived_on BETWEEN m.arrived_on - m.days_back AND m.until_at::date + 1`;

const link = (reason: string, condition: string): string => `
    (SELECT s.stay_id, s.arrived_on, s.arrived_at, '${reason}' AS reason FROM stay s
     WHERE ${condition} AND s.stay_id <> m.stay_id AND s.state <> 'cancelled' LIMIT ${LINKS_PER_STAY})`;

const LINKS_SQL = `
  WITH mine AS (
    SELECT facility_id, stay_id, arrived_on, from_at, coalesce(until_at, from_at + interval '400 days') AS until_at, room, unit,
           department, group_id, trip_id, patient_id, days_back
    FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[], $8::text[],
                $9::uuid[], $10::uuid[], $11::uuid[], $12::integer[])
      AS m(facility_id, stay_id, arrived_on, from_at, until_at, room, unit, department, group_id, trip_id, patient_id, days_back)
  )
  SELECT m.stay_id AS "ofStayId", coalesce(encode(p.value, 'hex'), l.stay_id::text) AS companion,
         m.facility_id AS "facilityId", l.stay_id AS "stayId", l.arrived_on::text AS "arrivedOn",
         l.arrived_at AS "arrivedAt", l.reason
  FROM mine m CROSS JOIN LATERAL (${[
    link(
      'same-room',
      `(m.room IS NOT NULL OR m.unit IS NOT NULL) AND ${NEAR} AND s.room IS NOT DISTINCT FROM m.room
       AND s.unit IS NOT DISTINCT FROM m.unit AND s.department IS NOT DISTINCT FROM m.department AND ${OVERLAPS}`,
    ),
    link('same-group', `m.group_id IS NOT NULL AND ${NEAR} AND s.group_id = m.group_id`),
    link('same-patient', `m.patient_id IS NOT NULL AND s.facility_id = m.facility_id AND s.patient_id = m.patient_id`),
    link('same-trip', `m.trip_id IS NOT NULL AND s.facility_id = m.facility_id AND s.trip_id = m.trip_id`),
    link(
      'same-minute',
      `s.facility_id = m.facility_id AND s.arrived_on = m.arrived_on
       AND s.arrived_at >= date_trunc('minute', m.from_at) AND s.arrived_at < date_trunc('minute', m.from_at) + interval '1 minute'`,
    ),
  ].join(' UNION ALL')}) l
  LEFT JOIN person_index p ON p.facility_id = m.facility_id AND p.stay_id = l.stay_id AND p.kind = 1
  WHERE p.value IS NULL OR p.value <> ALL($13)`;

/** Reads what a person view shows. Every read is within the areas of the transaction it is given. */
export class PersonViewReadModel {
  /** A stay by id; its partition is known from the name index. */
  async find(tx: Transaction, facilityId: string, stayId: string): Promise<PersonStayRow | null> {
    const [row] = await tx.query<PersonStayRow[]>(
      `${SELECT_PERSON_STAY} FROM name_index n
       JOIN stay s ON s.facility_id = n.facility_id AND s.arrived_on = n.arrived_on AND s.stay_id = n.stay_id ${FROM_STAY}
       WHERE n.facility_id = $1 AND n.stay_id = $2 AND n.kind = 1`,
      [facilityId, stayId],
    );
    return row ?? null;
  }

  /** The stays declared with a paper, newest arrival first: one more than asked for when there are more. */
  async page(tx: Transaction, paper: PaperFilter, { after, limit }: PersonPage): Promise<PersonStayRow[]> {
    return tx.query<PersonStayRow[]>(
      `${SELECT_PERSON_STAY} FROM person_index p
       JOIN stay s ON s.facility_id = p.facility_id AND s.arrived_on = p.arrived_on AND s.stay_id = p.stay_id ${FROM_STAY}
       WHERE p.value = ANY($1) AND p.kind = 1
         AND ($2::smallint IS NULL OR s.document_type = $2) AND ($3::text IS NULL OR s.nationality = $3)
         AND ($4::timestamptz IS NULL OR (s.arrived_at, s.stay_id) < ($4, $5::uuid))
       ORDER BY s.arrived_at DESC, s.stay_id DESC LIMIT $6`,
      [paper.values, paper.documentType, paper.nationality, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** Who else was there, with why; never the person of the paper. */
  async links(
    tx: Transaction,
    stays: readonly PersonStayRow[],
    paper: Pick<PaperFilter, 'values'>,
  ): Promise<CompanionLink[]> {
    const there = stays.filter(({ state }) => state !== 'cancelled');
    if (there.length === 0) return [];
    const column = <K extends keyof PersonStayRow>(name: K): PersonStayRow[K][] => there.map((stay) => stay[name]);
    return tx.query<CompanionLink[]>(LINKS_SQL, [
      column('facilityId'),
      column('stayId'),
      column('arrivedOn'),
      column('arrivedAt'),
      there.map(({ departedAt, expectedDepartureAt }) => departedAt ?? expectedDepartureAt),
      column('room'),
      column('unit'),
      column('department'),
      column('groupId'),
      column('tripId'),
      column('patientId'),
      there.map(({ kind }) => (kind === 'tenant' ? TENANCY_DAYS_BACK : DAYS_BACK)),
      paper.values,
    ]);
  }

  async several(
    tx: Transaction,
    which: readonly { readonly facilityId: string; readonly arrivedOn: string; readonly stayId: string }[],
  ): Promise<PersonStayRow[]> {
    if (which.length === 0) return [];
    return tx.query<PersonStayRow[]>(
      `${SELECT_PERSON_STAY} FROM unnest($1::uuid[], $2::date[], $3::uuid[]) AS w(facility_id, arrived_on, stay_id)
       JOIN stay s ON s.facility_id = w.facility_id AND s.arrived_on = w.arrived_on AND s.stay_id = w.stay_id ${FROM_STAY}`,
      [
        which.map(({ facilityId }) => facilityId),
        which.map(({ arrivedOn }) => arrivedOn),
        which.map(({ stayId }) => stayId),
      ],
    );
  }
}
