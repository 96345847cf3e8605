import type { KeyRing } from '@luutru/platform';
import type { PlaceField, StayKind } from './domain/stay-kind';
import type { StayAction, StayState } from './domain/stay-life';
import { type Channel, type DeliveryStatus, type PersonalData, STAY_SEAL } from './stay.record';

/** A stay as its facility sees it. Moments are UTC dates; personal data is in the clear. */
export interface StayView {
  readonly stayId: string;
  readonly facilityId: string;
  readonly version: number;
  readonly kind: StayKind;
  readonly channel: Channel;
  readonly state: StayState;
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
  /** The outage that moved the deadline, if one did. */
  readonly dueExtendedBy: string | null;
  /** What moved the deadline, for people. */
  readonly deadlineExtension: {
    readonly outageId: string;
    readonly from: string;
    readonly until: string;
    readonly reason: { readonly vi: string; readonly en: string };
  } | null;
  /** Links the people of one booking. */
  readonly groupId: string | null;
  readonly lastAction: StayAction | null;
  readonly lastActedAt: Date | null;
  /** The receipt of the last correction or cancellation; null: the one of the declaration stands. */
  readonly receipt: string | null;
  readonly originProvinceId: string | null;
  readonly personal: PersonalData;
}

/** A stay as it is stored, its personal data sealed. */
export type StayRow = Omit<StayView, 'personal'> & { readonly personalSealed: Buffer };

/** The columns of a {@link StayRow}: of the table `stay`, or of a row of its type under an alias. */
export const stayColumns = (s: string, sealed: string): string => `
         ${s}.stay_id AS "stayId", ${s}.facility_id AS "facilityId", ${s}.version, ${s}.kind, ${s}.channel, ${s}.state,
         ${s}.arrived_on::text AS "arrivedOn", ${s}.arrived_at AS "arrivedAt", ${s}.expected_departure_at AS "expectedDepartureAt",
         ${s}.departed_at AS "departedAt", ${s}.declared_at AS "declaredAt", ${s}.due_at AS "dueAt", ${s}.late, ${s}.reason,
         ${s}.document_type AS "documentType", ${s}.nationality, ${s}.sex, ${s}.warnings,
         jsonb_strip_nulls(jsonb_build_object(
           'room', ${s}.room, 'bed', ${s}.bed, 'unit', ${s}.unit, 'employer', ${s}.employer, 'industrialZoneId', ${s}.industrial_zone_id,
           'temporaryResidenceOn', ${s}.temporary_residence_on,
           'department', ${s}.department, 'patientId', ${s}.patient_id, 'relation', ${s}.relation, 'tripId', ${s}.trip_id,
           'seat', ${s}.seat, 'boardingStop', ${s}.boarding_stop, 'alightingStop', ${s}.alighting_stop)) AS place,
         ${s}.delivery_status AS status, ${s}.delivered_at AS "deliveredAt", ${s}.verified_at AS "verifiedAt",
         ${s}.mismatch_fields AS "mismatchFields", ${s}.failure_code AS "failureCode", ${s}.group_id AS "groupId", ${s}.due_extended_by AS "dueExtendedBy",
         (SELECT jsonb_build_object('outageId', o.outage_id, 'from', o.started_at, 'until', o.ended_at,
                   'reason', jsonb_build_object('vi', o.reason_vi, 'en', o.reason_en))
          FROM outage o WHERE o.outage_id = ${s}.due_extended_by) AS "deadlineExtension", ${s}.last_action AS "lastAction",
         ${s}.last_acted_at AS "lastActedAt", ${s}.receipt, ${s}.origin_province_id AS "originProvinceId",
         ${sealed} AS "personalSealed"`;

/** Selects a {@link StayRow}. */
export const SELECT_STAY = `SELECT ${stayColumns('s', 's.personal_sealed')} FROM stay s`;

export async function openStay(keyRing: KeyRing, { personalSealed, ...row }: StayRow): Promise<StayView> {
  const text = await keyRing.open(STAY_SEAL.table, STAY_SEAL.column, row.stayId, personalSealed);
  return { ...row, personal: JSON.parse(text) as PersonalData };
}
