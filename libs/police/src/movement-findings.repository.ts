import type { Transaction } from '@luutru/platform';
import type { PairFinding, Presence } from './domain/movement';
import type { PhoneUse } from './domain/phone-identities';

export interface StayKey {
  readonly facilityId: string;
  readonly stayId: string;
}

/** A stay that another one of the same person, or the same phone, was found by. */
export type Near<T> = T & { readonly ofStayId: string };

/** One stay's part in a finding. */
export interface FindingPart extends StayKey {
  readonly findingId: string;
  readonly arrivedOn: string;
  readonly kind: PairFinding['kind'] | 'many-identities';
  readonly foundAt: Date;
  readonly from: Date;
  readonly until: Date | null;
  readonly minutes: number | null;
  readonly minimumMinutes: number | null;
  readonly partCount: number;
}

/** A notice lasts 30 days, so that nothing further off can overlap or be too near. */
const DAYS_AROUND = 31;
/** Stays of one person around a stay; of one phone. More say nothing more. */
const STAYS_NEAR = 60;
const STAYS_OF_PHONE = 200;

const CHANGED = `unnest($1::uuid[], $2::uuid[]) AS c(facility_id, stay_id)`;

/** The worker's reads and writes of findings; it sees fingerprints, never what they were made of. */
export class MovementFindingsRepository {
  /** The stays with the same number around each of some stays, themselves among them; without cancelled ones. */
  async presences(tx: Transaction, stays: readonly StayKey[]): Promise<Near<Presence>[]> {
    return tx.query<Near<Presence>[]>(
      `SELECT c.stay_id AS "ofStayId", s.facility_id AS "facilityId", s.stay_id AS "stayId", s.arrived_on::text AS "arrivedOn",
              s.kind, s.document_type AS "documentType", s.nationality, s.arrived_at AS "arrivedAt",
              s.departed_at AS "departedAt", s.expected_departure_at AS "expectedDepartureAt",
              CASE WHEN s.kind <> 'passenger' THEN w.parent_id END AS "provinceId"
       FROM ${CHANGED}
       JOIN person_index p ON p.facility_id = c.facility_id AND p.stay_id = c.stay_id AND p.kind = 1
       CROSS JOIN LATERAL (
         SELECT q.facility_id, q.stay_id, q.arrived_on FROM person_index q
         WHERE q.value = p.value AND q.kind = 1
           AND q.arrived_on BETWEEN p.arrived_on - ${DAYS_AROUND} AND p.arrived_on + ${DAYS_AROUND}
         ORDER BY abs(q.arrived_on - p.arrived_on), q.stay_id LIMIT ${STAYS_NEAR}) near
       JOIN stay s ON s.facility_id = near.facility_id AND s.arrived_on = near.arrived_on AND s.stay_id = near.stay_id
       JOIN facility f ON f.facility_id = s.facility_id
       JOIN admin_unit w ON w.unit_id = f.ward_id
       WHERE s.state <> 'cancelled'`,
      columnsOf(stays),
    );
  }

  /** The stays with the same phone within some days of each of some stays, themselves among them. */
  async phoneUses(
    tx: Transaction,
    stays: readonly StayKey[],
    days: number,
  ): Promise<Near<PhoneUse & { arrivedAt: Date }>[]> {
    return tx.query(
      `SELECT c.stay_id AS "ofStayId", s.facility_id AS "facilityId", s.stay_id AS "stayId", s.arrived_on::text AS "arrivedOn",
              s.arrived_at AS "arrivedAt", encode(n.value, 'hex') AS person
       FROM ${CHANGED}
       JOIN person_index p ON p.facility_id = c.facility_id AND p.stay_id = c.stay_id AND p.kind = 2
       CROSS JOIN LATERAL (
         SELECT q.facility_id, q.stay_id, q.arrived_on FROM person_index q
         WHERE q.value = p.value AND q.kind = 2 AND q.arrived_on BETWEEN p.arrived_on - $3::integer AND p.arrived_on + $3::integer
         ORDER BY abs(q.arrived_on - p.arrived_on), q.stay_id LIMIT ${STAYS_OF_PHONE}) near
       JOIN person_index n ON n.facility_id = near.facility_id AND n.stay_id = near.stay_id AND n.kind = 1
       JOIN stay s ON s.facility_id = near.facility_id AND s.arrived_on = near.arrived_on AND s.stay_id = near.stay_id
       WHERE s.state <> 'cancelled'`,
      [...columnsOf(stays), days],
    );
  }

  /** Findings that some stays are part of. */
  async ofStays(
    tx: Transaction,
    stays: readonly StayKey[],
  ): Promise<(StayKey & Pick<FindingPart, 'findingId' | 'kind' | 'foundAt'>)[]> {
    return tx.query(
      `SELECT m.facility_id AS "facilityId", m.stay_id AS "stayId", m.finding_id AS "findingId", m.kind, m.found_at AS "foundAt"
       FROM ${CHANGED} JOIN movement_finding m ON m.facility_id = c.facility_id AND m.stay_id = c.stay_id`,
      columnsOf(stays),
    );
  }

  /**
   * Writes the parts of findings; the same again changes nothing. One that had lapsed opens again. A stay that joins a finding
   * which its facility's area has dismissed is taken for dismissed too. Returns the parts that are new.
   */
  async write(tx: Transaction, parts: readonly FindingPart[]): Promise<StayKey[]> {
    if (parts.length === 0) return [];
    const column = <K extends keyof FindingPart>(name: K): FindingPart[K][] => parts.map((part) => part[name]);
    return tx.query<StayKey[]>(
      `WITH written AS (
         INSERT INTO movement_finding AS m (facility_id, finding_id, stay_id, arrived_on, kind, found_at, from_at, until_at, minutes,
                                            minimum_minutes, part_count, state)
         SELECT p.facility_id, p.finding_id, p.stay_id, p.arrived_on, p.kind, p.found_at, p.from_at, p.until_at, p.minutes,
                p.minimum_minutes, p.part_count,
                CASE WHEN EXISTS (SELECT FROM movement_finding d WHERE d.facility_id = p.facility_id AND d.finding_id = p.finding_id
                                  AND d.state = 'dismissed') THEN 'dismissed' ELSE 'open' END
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::text[], $6::timestamptz[], $7::timestamptz[],
                     $8::timestamptz[], $9::integer[], $10::integer[], $11::smallint[])
           AS p(facility_id, finding_id, stay_id, arrived_on, kind, found_at, from_at, until_at, minutes, minimum_minutes, part_count)
         ON CONFLICT (facility_id, finding_id, stay_id) DO UPDATE SET arrived_on = excluded.arrived_on,
           from_at = excluded.from_at, until_at = excluded.until_at, minutes = excluded.minutes,
           minimum_minutes = excluded.minimum_minutes, part_count = excluded.part_count,
           state = CASE m.state WHEN 'lapsed' THEN 'open' ELSE m.state END
         RETURNING m.facility_id, m.stay_id, xmax = 0 AS fresh)
       SELECT facility_id AS "facilityId", stay_id AS "stayId" FROM written WHERE fresh`,
      [
        column('facilityId'),
        column('findingId'),
        column('stayId'),
        column('arrivedOn'),
        column('kind'),
        column('foundAt'),
        column('from'),
        column('until'),
        column('minutes'),
        column('minimumMinutes'),
        column('partCount'),
      ],
    );
  }

  /** How many stays a finding still has. */
  async standing(tx: Transaction, findingId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM movement_finding WHERE finding_id = $1 AND state <> 'lapsed'`,
      [findingId],
    );
    return row?.count ?? 0;
  }

  /** Findings that nobody has decided and that no longer hold: whole ones, or the part of one stay. */
  async lapse(tx: Transaction, findingIds: readonly string[], ofStay: StayKey | null = null): Promise<number> {
    if (findingIds.length === 0) return 0;
    const [, count] = await tx.query<[unknown, number]>(
      `UPDATE movement_finding SET state = 'lapsed' WHERE finding_id = ANY($1) AND state = 'open'
         AND ($2::uuid IS NULL OR (facility_id = $2 AND stay_id = $3::uuid))`,
      [findingIds, ofStay?.facilityId ?? null, ofStay?.stayId ?? null],
    );
    return count;
  }
}

const columnsOf = (stays: readonly StayKey[]) => [
  stays.map(({ facilityId }) => facilityId),
  stays.map(({ stayId }) => stayId),
];
