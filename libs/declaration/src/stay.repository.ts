import { Injectable } from '@nestjs/common';
import {
  BlindIndex,
  Database,
  KeyRing,
  monthScope,
  type RequestPrint,
  type SqlValue,
  uuidV7,
  violates,
} from '@luutru/platform';
import { DECLARE } from './declare.statement';
import type { StayDraft } from './domain/stay-draft';
import { occupantOf, stayFingerprints } from './stay-fingerprints';
import { type DeclarationAnswer, type NewStay, type PersonalData, STAY_SEAL } from './stay.record';

/** Kinds of rows in person_index and name_index; stored, so numbers are never reused. */
export const PERSON_INDEX_NUMBER = 1;
export const NAME_INDEX_WHOLE = 1;

@Injectable()
export class StayRepository {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly index: BlindIndex,
  ) {}

  /**
   * Stores stay, search indexes, outbox event, idempotent answer and audit entry in one statement.
   * @returns false when nothing was stored: the request is a repeat, or the person is in house at that time
   */
  async declare(stay: NewStay, print: RequestPrint, answer: DeclarationAnswer): Promise<boolean> {
    const statement = DECLARE(await this.values(stay, print, answer));
    try {
      const [result] = await this.database.run<{ stored: boolean }>({ facilityIds: [stay.facilityId] }, statement);
      return result?.rows[0]?.stored === true;
    } catch (error) {
      if (violates(error, 'idempotency_pkey')) return false;
      throw error;
    }
  }

  /** The stay of the same person at the same facility whose time overlaps, or null. */
  async findOverlap(facilityId: string, draft: StayDraft): Promise<{ stayId: string } | null> {
    const values = this.occupants(facilityId, draft);
    if (values.length === 0) return null;
    const [result] = await this.database.run<{ stayId: string }>(
      { facilityIds: [facilityId] },
      {
        name: 'occupancy_overlap',
        // Joined, not ANY: a GiST index is searched by one value at a time, and by the facility alone would be the whole house.
        text: `SELECT o.stay_id AS "stayId" FROM unnest($2::bytea[]) AS c(occupant)
               JOIN occupancy o ON o.facility_id = $1 AND o.occupant_index = c.occupant AND o.during && tstzrange($3, $4)
               LIMIT 1`,
        values: [facilityId, values, draft.arrivedAt, occupiedUntil(draft)],
      },
    );
    return result?.rows[0] ?? null;
  }

  /** The person's fingerprints at the facility under every index key in use, the one for new rows first. */
  private occupants(facilityId: string, { person }: StayDraft): Buffer[] {
    const occupant = occupantOf({ facilityId, ...person });
    return occupant === null ? [] : this.index.candidates('occupant', occupant).map(({ value }) => value);
  }

  private async values(stay: NewStay, print: RequestPrint, answer: DeclarationAnswer) {
    const { draft, facilityId, stayId } = stay;
    const { person, place } = draft;
    const { externalRef } = draft;
    const found = stayFingerprints(this.index, { facilityId, ...person, externalRef });
    const [, ...formerOccupants] = this.occupants(facilityId, draft);
    const sealed = await this.keyRing.seal(
      monthScope(stay.arrivedOn),
      STAY_SEAL.table,
      STAY_SEAL.column,
      stayId,
      JSON.stringify(personalData(draft)),
    );
    const fields = {
      facility_id: facilityId,
      stay_id: stayId,
      arrived_on: stay.arrivedOn,
      kind: draft.kind,
      arrived_at: draft.arrivedAt,
      expected_departure_at: draft.expectedDepartureAt,
      declared_at: stay.declaredAt,
      due_at: draft.dueAt,
      late: draft.late,
      channel: stay.channel,
      reason: draft.reason,
      document_type: person.documentType,
      nationality: person.nationality,
      sex: person.sex,
      birth_year: Number(person.birthDate.slice(0, 4)),
      origin_province_id: person.originProvinceId,
      room: place.room ?? null,
      bed: place.bed ?? null,
      unit: place.unit ?? null,
      employer: place.employer ?? null,
      industrial_zone_id: place.industrialZoneId ?? null,
      department: place.department ?? null,
      patient_id: place.patientId ?? null,
      relation: place.relation ?? null,
      trip_id: place.tripId ?? null,
      seat: place.seat ?? null,
      boarding_stop: place.boardingStop ?? null,
      alighting_stop: place.alightingStop ?? null,
      personal_sealed: sealed,
      external_ref_index: found.externalRef?.value ?? null,
      warnings: draft.warnings.map((warning) => warning.code),
      occupant_index: found.occupant?.value ?? null,
      former_occupants: formerOccupants,
      occupied_until: occupiedUntil(draft),
      document_index: found.document?.value ?? null,
      name_index: found.name.value,
      index_key_id: found.name.keyId,
      outbox_id: uuidV7(stay.declaredAt),
      key_hash: print.keyHashes[0] ?? null,
      key_hashes: print.keyHashes,
      request_hash: print.requestHashes[0] ?? null,
      operation: print.operation,
      answer: JSON.stringify(answer),
      audit_id: uuidV7(stay.declaredAt),
      actor_kind: stay.actor.kind,
      actor_id: stay.actor.id,
      request_id: stay.requestId,
    } satisfies Record<string, SqlValue>;
    return fields;
  }
}

function personalData({ person, ...draft }: StayDraft): PersonalData {
  return {
    fullName: person.fullName,
    birthDate: person.birthDate,
    documentNumber: person.documentNumber,
    documentDescription: person.documentDescription,
    phone: person.phone,
    permitUntil: person.permitUntil,
    residenceKind: person.residenceKind,
    address: person.address,
    residenceWardId: person.residenceWardId,
    reasonText: draft.reasonText,
    note: draft.note,
    externalRef: draft.externalRef,
  };
}

/** A stay that ends the minute it began still takes up that minute, or its repeat would not be noticed. */
function occupiedUntil({ arrivedAt, expectedDepartureAt }: StayDraft): Date | null {
  return expectedDepartureAt && new Date(Math.max(expectedDepartureAt.getTime(), arrivedAt.getTime() + 60_000));
}
