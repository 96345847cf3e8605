import { type PersonalData, STAY_SEAL } from '@luutru/declaration';
import type { KeyRing } from '@luutru/platform';

/**
 * What events say, those that the given rows of the outbox are about: the version of the stay that each was queued with,
 * whatever happened to the stay since.
 */
export const eventsTold = (rows: string): string => `
  WITH leased AS (${rows}
  ), told AS (
    SELECT s.*, s.personal_sealed AS sealed FROM leased l
    JOIN stay s ON s.facility_id = l.facility_id AND s.arrived_on = l.arrived_on AND s.stay_id = l.stay_id
      AND s.version = l.sequence
    UNION ALL
    SELECT s.*, h.personal_sealed AS sealed FROM leased l
    JOIN stay_history h ON h.facility_id = l.facility_id AND h.arrived_on = l.arrived_on AND h.stay_id = l.stay_id
      AND h.version = l.sequence
    CROSS JOIN LATERAL jsonb_populate_record(NULL::stay, h.content) s
  )
  SELECT l.outbox_id AS "outboxId", l.state, l.facility_id AS "facilityId", l.stay_id AS "stayId", l.sequence,
         l.event_type AS "eventType", l.failed_attempts AS "failedAttempts", l.outcome_unknown AS "outcomeUnknown",
         l.created_at AS "eventAt", s.kind, s.arrived_at AS "arrivedAt",
         s.expected_departure_at AS "expectedDepartureAt", s.departed_at AS "departedAt", s.declared_at AS "declaredAt",
         s.due_at AS "dueAt", s.late, s.reason, s.document_type AS "documentType", s.nationality, s.sex,
         s.sealed AS "personalSealed", f.name AS "facilityName", f.kind AS "facilityKind",
         coalesce(w.kbtt_code, '') AS "wardCode",
         (SELECT c.delivered_sequence FROM name_index n
          JOIN stay c ON c.facility_id = n.facility_id AND c.arrived_on = n.arrived_on AND c.stay_id = n.stay_id
          WHERE n.facility_id = l.facility_id AND n.stay_id = l.stay_id AND n.kind = 1) AS "deliveredSequence",
         jsonb_strip_nulls(jsonb_build_object(
           'room', s.room, 'bed', s.bed, 'unit', s.unit, 'employer', s.employer, 'industrialZone', s.industrial_zone_id,
           'department', s.department, 'relation', s.relation, 'patient', s.patient_id, 'seat', s.seat,
           'boardingStop', s.boarding_stop, 'alightingStop', s.alighting_stop,
           'plate', t.plate, 'route', t.route_code, 'departsAt', t.departs_at)) AS place
  FROM leased l
  JOIN told s ON s.facility_id = l.facility_id AND s.stay_id = l.stay_id AND s.version = l.sequence
  JOIN facility f ON f.facility_id = l.facility_id
  JOIN admin_unit w ON w.unit_id = f.ward_id
  LEFT JOIN trip t ON t.facility_id = s.facility_id AND t.trip_id = s.trip_id`;

/** The sealed part of a version. */
export async function openPersonal(keyRing: KeyRing, stayId: string, sealed: Buffer): Promise<PersonalData> {
  return JSON.parse(await keyRing.open(STAY_SEAL.table, STAY_SEAL.column, stayId, sealed)) as PersonalData;
}
