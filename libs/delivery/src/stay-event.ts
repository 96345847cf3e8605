import type { PersonalData } from '@luutru/declaration';
import type { StayEvent } from '@luutru/population';
import type { DeliverableRow } from './deliverable.repository';

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
