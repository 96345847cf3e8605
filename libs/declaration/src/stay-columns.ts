import { Injectable } from '@nestjs/common';
import { BlindIndex, KeyRing, monthScope, type SqlValue } from '@luutru/platform';
import type { STAY_COLUMNS } from './declare.statement';
import type { StayDraft } from './domain/stay-draft';
import { occupantOf, stayFingerprints } from './stay-fingerprints';
import { type Channel, type PersonalData, STAY_SEAL } from './stay.record';

/** What decides the columns of a stay. */
export interface StayFacts {
  readonly facilityId: string;
  readonly stayId: string;
  /** The Vietnamese day of arrival: the partition of the stay. */
  readonly arrivedOn: string;
  readonly declaredAt: Date;
  readonly channel: Channel;
  readonly groupId: string | null;
  readonly draft: StayDraft;
  /** Said with an action, such as why it was cancelled. */
  readonly actionNote?: string;
}

type Columns = Readonly<Record<keyof typeof STAY_COLUMNS, SqlValue>>;

/** The fingerprints that a stay is found by, as the index tables take them. */
export interface IndexColumns {
  readonly occupant_index: Buffer | null;
  readonly former_occupants: readonly Buffer[];
  readonly occupied_until: Date | null;
  readonly person_kinds: readonly number[];
  readonly person_values: readonly Buffer[];
  readonly name_kinds: readonly number[];
  readonly name_values: readonly Buffer[];
  readonly index_key_id: number;
}

/** Turns a stay into what is stored: codes and days in the clear, the person sealed, fingerprints to find them by. */
@Injectable()
export class StayColumns {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly index: BlindIndex,
  ) {}

  async of(stay: StayFacts): Promise<Columns & IndexColumns> {
    const { draft, facilityId, stayId } = stay;
    const { person, place } = draft;
    const found = stayFingerprints(this.index, { facilityId, ...person, externalRef: draft.externalRef });
    const [, ...formerOccupants] = this.occupants(facilityId, draft);
    return {
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
      temporary_residence_on: place.temporaryResidenceOn ?? null,
      department: place.department ?? null,
      patient_id: place.patientId ?? null,
      relation: place.relation ?? null,
      trip_id: place.tripId ?? null,
      seat: place.seat ?? null,
      boarding_stop: place.boardingStop ?? null,
      alighting_stop: place.alightingStop ?? null,
      personal_sealed: await this.seal(stay.arrivedOn, stayId, personalData(draft, stay.actionNote)),
      external_ref_index: found.externalRef?.value ?? null,
      warnings: draft.warnings.map((warning) => warning.code),
      group_id: stay.groupId,
      due_extended_by: draft.dueExtendedBy,
      occupant_index: found.occupant?.value ?? null,
      former_occupants: formerOccupants,
      occupied_until: occupiedUntil(draft.arrivedAt, draft.expectedDepartureAt),
      person_kinds: found.person.kinds,
      person_values: found.person.values,
      name_kinds: found.names.kinds,
      name_values: found.names.values,
      index_key_id: found.keyId,
    };
  }

  /** The person's fingerprints at the facility under every index key in use, the one for new rows first. */
  occupants(facilityId: string, { person }: StayDraft): Buffer[] {
    const occupant = occupantOf({ facilityId, ...person });
    return occupant === null ? [] : this.index.candidates('occupant', occupant).map(({ value }) => value);
  }

  async seal(arrivedOn: string, stayId: string, personal: PersonalData): Promise<Buffer> {
    const { table, column } = STAY_SEAL;
    return this.keyRing.seal(monthScope(arrivedOn), table, column, stayId, JSON.stringify(personal));
  }
}

/** A stay that ends the minute it began still takes up that minute, or its repeat would not be noticed. Null: open end. */
export function occupiedUntil(arrivedAt: Date, until: Date | null): Date | null {
  return until && new Date(Math.max(until.getTime(), arrivedAt.getTime() + 60_000));
}

function personalData({ person, ...draft }: StayDraft, actionNote: string | undefined): PersonalData {
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
    ...(actionNote !== undefined && { actionNote }),
  };
}
