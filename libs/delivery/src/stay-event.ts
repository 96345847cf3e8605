import type { PersonalData } from '@luutru/declaration';
import type { StayEvent } from '@luutru/population';

/** A leased event with its stay, facility and trip, as one row; personal data is still sealed. */
export interface DeliverableRow {
  readonly facilityId: string;
  readonly stayId: string;
  readonly sequence: number;
  readonly eventType: StayEvent['type'];
  readonly failedAttempts: number;
  readonly outcomeUnknown: boolean;
  readonly deliveredSequence: number;
  readonly kind: string;
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
  readonly place: Readonly<Record<string, string>>;
  readonly facilityName: string;
  readonly facilityKind: string;
  readonly wardCode: string;
  readonly eventAt: Date;
}

/** The event as the population database takes it. Its id is the same for every attempt, so that it is recorded once. */
export function toStayEvent(row: DeliverableRow, personal: PersonalData): StayEvent {
  return {
    eventId: `${row.facilityId}:${row.stayId}:${row.sequence}`,
    type: row.eventType,
    facilityId: row.facilityId,
    stayId: row.stayId,
    sequence: row.sequence,
    occurredAt: row.eventAt.toISOString(),
    declaredAt: row.declaredAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    late: row.late,
    facility: { name: row.facilityName, kind: row.facilityKind, wardCode: row.wardCode },
    person: {
      documentType: row.documentType,
      documentNumber: personal.documentNumber,
      nationality: row.nationality,
      fullName: personal.fullName,
      birthDate: personal.birthDate,
      sex: row.sex,
      ...(personal.phone !== null && { phone: personal.phone }),
      ...(personal.address !== null && { address: personal.address }),
    },
    stay: {
      kind: row.kind,
      arrivedAt: row.arrivedAt.toISOString(),
      ...(row.expectedDepartureAt && { expectedDepartureAt: row.expectedDepartureAt.toISOString() }),
      ...(row.departedAt && { departedAt: row.departedAt.toISOString() }),
      reason: row.reason,
      ...(personal.reasonText !== null && { reasonText: personal.reasonText }),
      place: row.place,
    },
  };
}
