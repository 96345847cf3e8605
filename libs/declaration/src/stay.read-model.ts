import { Inject, Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { AppError, BlindIndex, CLOCK, type Clock, Database, KeyRing, type Transaction } from '@luutru/platform';
import { lookerOf, noteLook } from '@luutru/transparency';
import type { StayState } from './domain/stay-life';
import type { DeliveryStatus } from './stay.record';
import { openStay, SELECT_STAY, type StayRow, type StayView } from './stay.row';

/** A stay as the person it is about sees it. */
export type OwnStay = StayView & { readonly facilityName: string };

export interface StayFilter {
  readonly facilityId: string;
  readonly status?: DeliveryStatus;
  /** Days of arrival, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly externalRef?: string;
  readonly groupId?: string;
  readonly tripId?: string;
  readonly patientId?: string;
  readonly state?: StayState;
  readonly cursor?: string;
  readonly limit: number;
}

export interface StayPage {
  readonly stays: readonly StayView[];
  /** Null on the last page. */
  readonly next: string | null;
}

const OWN_LIMIT = 1_000;

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
        `${SELECT_STAY} JOIN name_index n ON n.facility_id = s.facility_id AND n.arrived_on = s.arrived_on AND n.stay_id = s.stay_id
         WHERE n.facility_id = ANY($1) AND n.stay_id = $2 AND n.kind = 1`,
        [facilityIds, stayId],
      );
      if (found) {
        await this.record(tx, caller, found.facilityId, stayId, 1);
        const { facilityId } = found;
        const at = this.clock.now();
        const looker = lookerOf(caller, 'stay.read');
        await noteLook(tx, { facilityId, stayId, at, looker, purpose: null, visibleFrom: at });
      }
      return found;
    });
    if (!row) throw new AppError('not-found', 'not-found');
    return openStay(this.keyRing, row);
  }

  /** The stays declared of the caller as a person, newest first, with the facility's name. */
  listOwn(caller: Caller): Promise<readonly OwnStay[]> {
    return this.own(caller, null);
  }

  /** One of them. Throws `not-found` for a stay of somebody else as for none at all. */
  async getOwn(caller: Caller, stayId: string): Promise<OwnStay> {
    const [stay] = await this.own(caller, stayId);
    if (!stay) throw new AppError('not-found', 'not-found');
    return stay;
  }

  private async own({ principal, requestId }: Caller, stayId: string | null): Promise<OwnStay[]> {
    if (principal.ownIndexes.length === 0) return [];
    const scope = { facilityIds: [PLATFORM_FACILITY], ownIndexes: principal.ownIndexes };
    const found = await this.database.transaction(scope, async (tx) => {
      const own = await tx.query<(StayRow & { facilityName: string })[]>(
        `SELECT r.*, f.name AS "facilityName" FROM (${SELECT_STAY}
           JOIN person_index p ON p.facility_id = s.facility_id AND p.arrived_on = s.arrived_on AND p.stay_id = s.stay_id
           WHERE p.value = ANY($1) AND ($3::uuid IS NULL OR p.stay_id = $3)) r
         JOIN facility f ON f.facility_id = r."facilityId"
         ORDER BY r."arrivedAt" DESC LIMIT $2`,
        [principal.ownIndexes, OWN_LIMIT, stayId],
      );
      await appendAudit(tx, {
        at: this.clock.now(),
        facilityId: PLATFORM_FACILITY,
        actor: { kind: principal.kind, id: principal.id },
        action: stayId === null ? 'self.stays' : 'self.receipt',
        subjectKind: 'stay',
        subjectId: stayId,
        requestId,
        rowCount: own.length,
      });
      return own;
    });
    return Promise.all(
      found.map(async ({ facilityName, ...row }) => ({ ...(await openStay(this.keyRing, row)), facilityName })),
    );
  }

  /**
   * The stays of a facility, not ended yet, of whoever has this paper; newest first. For acting on them by the paper's
   * number: nothing of the person is returned.
   */
  async findPresentByDocument(
    facilityId: string,
    document: { readonly type: number; readonly number: string },
  ): Promise<readonly { readonly stayId: string; readonly version: number; readonly arrivedAt: Date }[]> {
    const values = this.index.candidates('document', document.number).map(({ value }) => value);
    const [result] = await this.database.run<{ stayId: string; version: number; arrivedAt: Date }>(
      { facilityIds: [facilityId] },
      {
        name: 'stay_present_by_document',
        text: `SELECT s.stay_id AS "stayId", s.version, s.arrived_at AS "arrivedAt" FROM person_index p
               JOIN stay s ON s.facility_id = p.facility_id AND s.arrived_on = p.arrived_on AND s.stay_id = p.stay_id
               WHERE p.value = ANY($2) AND p.facility_id = $1 AND p.kind = 1
                 AND s.state IN ('in_house', 'overdue') AND s.document_type = $3
               ORDER BY s.arrived_at DESC`,
        values: [facilityId, values, document.type],
      },
    );
    return result?.rows ?? [];
  }

  /** The stays of one facility, newest arrival first. Throws `cursor-invalid`. */
  async list(caller: Caller, filter: StayFilter): Promise<StayPage> {
    const after = filter.cursor === undefined ? null : readCursor(filter.cursor);
    const refs = filter.externalRef === undefined ? null : this.index.candidates('external-ref', filter.externalRef);
    const found = await this.database.transaction({ facilityIds: [filter.facilityId] }, async (tx) => {
      const page = await rows(
        tx,
        `${SELECT_STAY}
         WHERE s.facility_id = $1
           AND s.arrived_on >= coalesce($2::date, '-infinity') AND s.arrived_on <= coalesce($3::date, 'infinity')
           AND ($4::text IS NULL OR s.delivery_status = $4)
           AND ($5::bytea[] IS NULL OR s.external_ref_index = ANY($5))
           AND ($6::date IS NULL OR (s.arrived_on, s.stay_id) < ($6, $7::uuid))
           AND ($9::uuid IS NULL OR s.group_id = $9) AND ($10::uuid IS NULL OR s.trip_id = $10)
           AND ($11::uuid IS NULL OR s.patient_id = $11) AND ($12::text IS NULL OR s.state = $12)
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
          filter.groupId ?? null,
          filter.tripId ?? null,
          filter.patientId ?? null,
          filter.state ?? null,
        ],
      );
      await this.record(tx, caller, filter.facilityId, null, Math.min(page.length, filter.limit));
      return page;
    });
    const shown = found.slice(0, filter.limit);
    const last = shown.at(-1);
    return {
      stays: await Promise.all(shown.map((row) => openStay(this.keyRing, row))),
      next: found.length > filter.limit && last ? writeCursor(last) : null,
    };
  }

  /** All stays of a facility for taking away, oldest arrival first, a page at a time; each page is recorded as a look. */
  async *exported(
    caller: Caller,
    filter: {
      readonly facilityId: string;
      readonly from?: string;
      readonly to?: string;
      /** Only who is in house, or overdue. */
      readonly present: boolean;
      readonly foreigners: boolean;
    },
    pageSize: number,
  ): AsyncGenerator<StayView> {
    const { facilityId } = filter;
    let after: { arrivedOn: string; stayId: string } | null = null;
    for (;;) {
      const page: StayRow[] = await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
        const found = await rows(
          tx,
          `${SELECT_STAY}
           WHERE s.facility_id = $1 AND (s.nationality <> 'VNM') = $2 AND s.state <> 'cancelled'
             AND (NOT $3 OR s.state IN ('in_house', 'overdue'))
             AND s.arrived_on >= coalesce($4::date, '-infinity') AND s.arrived_on <= coalesce($5::date, 'infinity')
             AND ($6::date IS NULL OR (s.arrived_on, s.stay_id) > ($6, $7::uuid))
           ORDER BY s.arrived_on, s.stay_id LIMIT $8`,
          [
            facilityId,
            filter.foreigners,
            filter.present,
            filter.from ?? null,
            filter.to ?? null,
            after?.arrivedOn ?? null,
            after?.stayId ?? null,
            pageSize,
          ],
        );
        await this.record(tx, caller, facilityId, null, found.length, 'stay.export');
        return found;
      });
      for (const row of page) yield openStay(this.keyRing, row);
      const last = page.at(-1);
      if (!last || page.length < pageSize) return;
      after = { arrivedOn: last.arrivedOn, stayId: last.stayId };
    }
  }

  private async record(
    tx: Transaction,
    caller: Caller,
    facilityId: string,
    stayId: string | null,
    rowCount: number,
    action = stayId ? 'stay.read' : 'stay.list',
  ) {
    await appendAudit(tx, {
      at: this.clock.now(),
      facilityId,
      actor: { kind: caller.principal.kind, id: caller.principal.id },
      action,
      subjectKind: 'stay',
      subjectId: stayId,
      requestId: caller.requestId,
      rowCount,
    });
  }
}

const rows = (tx: Transaction, sql: string, values: unknown[]): Promise<StayRow[]> => tx.query(sql, values);

const CURSOR = /^(\d{4}-\d{2}-\d{2})\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const writeCursor = (row: StayRow): string => Buffer.from(`${row.arrivedOn}|${row.stayId}`).toString('base64url');

function readCursor(cursor: string): { arrivedOn: string; stayId: string } {
  const [, arrivedOn, stayId] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (!arrivedOn || !stayId || Number.isNaN(Date.parse(arrivedOn))) throw new AppError('cursor-invalid', 'invalid');
  return { arrivedOn, stayId };
}
