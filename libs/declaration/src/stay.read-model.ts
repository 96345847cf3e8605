import { Inject, Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { AppError, BlindIndex, CLOCK, type Clock, Database, KeyRing, type Transaction } from '@luutru/platform';
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

export interface StayFilter {
  readonly facilityId: string;
  readonly status?: DeliveryStatus;
  /** Days of arrival, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly externalRef?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface StayPage {
  readonly stays: readonly StayView[];
  /** Null on the last page. */
  readonly next: string | null;
}

type Row = Omit<StayView, 'personal'> & { readonly personalSealed: Buffer };

const SELECT = `
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

/** Reads stays for the facilities that declared them; every look is recorded before it is answered. */
@Injectable()
export class StayReadModel {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly index: BlindIndex,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `not-found` for a stay that does not exist and for one out of the caller's scope alike. */
  async get(caller: Caller, stayId: string): Promise<StayView> {
    const { facilityIds } = reachOf(caller.principal, 'stay.read');
    const row = await this.database.transaction({ facilityIds }, async (tx) => {
      // Every stay has its whole name in name_index, which knows the stay's partition.
      const [found] = await rows(
        tx,
        `${SELECT} JOIN name_index n ON n.facility_id = s.facility_id AND n.arrived_on = s.arrived_on AND n.stay_id = s.stay_id
         WHERE n.facility_id = ANY($1) AND n.stay_id = $2 AND n.kind = 1`,
        [facilityIds, stayId],
      );
      if (found) await this.record(tx, caller, found.facilityId, stayId, 1);
      return found;
    });
    if (!row) throw new AppError('not-found', 'not-found');
    return this.view(row);
  }

  /** The stays of one facility, newest arrival first. Throws `cursor-invalid`. */
  async list(caller: Caller, filter: StayFilter): Promise<StayPage> {
    const after = filter.cursor === undefined ? null : readCursor(filter.cursor);
    const refs = filter.externalRef === undefined ? null : this.index.candidates('external-ref', filter.externalRef);
    const found = await this.database.transaction({ facilityIds: [filter.facilityId] }, async (tx) => {
      const page = await rows(
        tx,
        `${SELECT}
         WHERE s.facility_id = $1
           AND s.arrived_on >= coalesce($2::date, '-infinity') AND s.arrived_on <= coalesce($3::date, 'infinity')
           AND ($4::text IS NULL OR s.delivery_status = $4)
           AND ($5::bytea[] IS NULL OR s.external_ref_index = ANY($5))
           AND ($6::date IS NULL OR (s.arrived_on, s.stay_id) < ($6, $7::uuid))
         ORDER BY s.arrived_on DESC, s.stay_id DESC LIMIT $8`,
        [
          filter.facilityId,
          filter.from ?? null,
          filter.to ?? null,
          filter.status ?? null,
          refs?.map((ref) => ref.value) ?? null,
          after?.arrivedOn ?? null,
          after?.stayId ?? null,
          filter.limit + 1,
        ],
      );
      await this.record(tx, caller, filter.facilityId, null, Math.min(page.length, filter.limit));
      return page;
    });
    const shown = found.slice(0, filter.limit);
    const last = shown.at(-1);
    return {
      stays: await Promise.all(shown.map((row) => this.view(row))),
      next: found.length > filter.limit && last ? writeCursor(last) : null,
    };
  }

  private async record(tx: Transaction, caller: Caller, facilityId: string, stayId: string | null, rowCount: number) {
    await appendAudit(tx, {
      at: this.clock.now(),
      facilityId,
      actor: { kind: caller.principal.kind, id: caller.principal.id },
      action: stayId ? 'stay.read' : 'stay.list',
      subjectKind: 'stay',
      subjectId: stayId,
      requestId: caller.requestId,
      rowCount,
    });
  }

  private async view({ personalSealed, ...row }: Row): Promise<StayView> {
    const text = await this.keyRing.open(STAY_SEAL.table, STAY_SEAL.column, row.stayId, personalSealed);
    return { ...row, personal: JSON.parse(text) as PersonalData };
  }
}

const rows = (tx: Transaction, sql: string, values: unknown[]): Promise<Row[]> => tx.query(sql, values);

const CURSOR = /^(\d{4}-\d{2}-\d{2})\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const writeCursor = (row: Row): string => Buffer.from(`${row.arrivedOn}|${row.stayId}`).toString('base64url');

function readCursor(cursor: string): { arrivedOn: string; stayId: string } {
  const [, arrivedOn, stayId] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (!arrivedOn || !stayId || Number.isNaN(Date.parse(arrivedOn))) throw new AppError('cursor-invalid', 'invalid');
  return { arrivedOn, stayId };
}
