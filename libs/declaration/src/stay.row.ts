import type { KeyRing } from '@luutru/platform';
import type { PlaceField } from './domain/stay-kind';
import { type DeliveryStatus, type PersonalData, STAY_SEAL } from './stay.record';

/** A stay as its facility sees it. Moments are UTC dates; personal data is in the clear. */
export interface StayView {
  readonly stayId: string;
  readonly facilityId: string;
  readonly version: number;
  readonly kind: string;
  readonly state: string;
  readonly arrivedOn: string;
  readonly arrivedAt: Date;
  readonly expectedDepartureAt: Date | null;
  readonly departedAt: Date | null;
  readonly declaredAt: Date;
  readonly dueAt: Date;
  readonly late: boolean;
  readonly reason: number | null;
  readonly documentType: number;
  readonly nationality: string;
  readonly sex: 'M' | 'F';
  readonly place: Readonly<Partial<Record<PlaceField, string>>>;
  readonly warnings: readonly string[];
  readonly status: DeliveryStatus;
  readonly deliveredAt: Date | null;
  readonly verifiedAt: Date | null;
  readonly mismatchFields: readonly string[] | null;
  readonly failureCode: string | null;
  readonly personal: PersonalData;
}

/** A stay as it is stored, its personal data sealed. */
export type StayRow = Omit<StayView, 'personal'> & { readonly personalSealed: Buffer };

/** Selects a {@link StayRow}. */
export const SELECT_STAY = `
  SELECT s.stay_id AS "stayId", s.facility_id AS "facilityId", s.version, s.kind, s.state,
         s.arrived_on::text AS "arrivedOn", s.arrived_at AS "arrivedAt", s.expected_departure_at AS "expectedDepartureAt",
         s.departed_at AS "departedAt", s.declared_at AS "declaredAt", s.due_at AS "dueAt", s.late, s.reason,
         s.document_type AS "documentType", s.nationality, s.sex, s.warnings,
         jsonb_strip_nulls(jsonb_build_object(
           'room', s.room, 'bed', s.bed, 'unit', s.unit, 'employer', s.employer, 'industrialZoneId', s.industrial_zone_id,
           'department', s.department, 'patientId', s.patient_id, 'relation', s.relation, 'tripId', s.trip_id,
           'seat', s.seat, 'boardingStop', s.boarding_stop, 'alightingStop', s.alighting_stop)) AS place,
         s.delivery_status AS status, s.delivered_at AS "deliveredAt", s.verified_at AS "verifiedAt",
         s.mismatch_fields AS "mismatchFields", s.failure_code AS "failureCode", s.personal_sealed AS "personalSealed"
  FROM stay s`;

export async function openStay(keyRing: KeyRing, { personalSealed, ...row }: StayRow): Promise<StayView> {
  const text = await keyRing.open(STAY_SEAL.table, STAY_SEAL.column, row.stayId, personalSealed);
  return { ...row, personal: JSON.parse(text) as PersonalData };
}
