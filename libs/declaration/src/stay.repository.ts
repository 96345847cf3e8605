import { Inject, Injectable } from '@nestjs/common';
import {
  Database,
  type RequestPrint,
  type SqlValue,
  type Statement,
  type Transaction,
  uuidV7,
  violates,
} from '@luutru/platform';
import { DECLARE, type DeclareParameter } from './declare.statement';
import type { StayDraft } from './domain/stay-draft';
import { OUTBOX_TOPICS, type OutboxTopics } from './outbox-topics';
import { occupiedUntil, StayColumns } from './stay-columns';
import type { DeclarationAnswer, NewStay } from './stay.record';

/** Joined, not ANY: a GiST index is searched by one value at a time, and by the facility alone would be the whole house. */
const OVERLAP_SQL = `
  SELECT o.stay_id AS "stayId" FROM unnest($2::bytea[]) AS c(occupant)
  JOIN occupancy o ON o.facility_id = $1 AND o.occupant_index = c.occupant AND o.during && tstzrange($3, $4)
  LIMIT 1`;

@Injectable()
export class StayRepository {
  constructor(
    private readonly database: Database,
    private readonly columns: StayColumns,
    @Inject(OUTBOX_TOPICS) private readonly topics: OutboxTopics,
  ) {}

  /**
   * Stores stay, search indexes, outbox event, idempotent answer and audit entry in one statement.
   * @returns false when nothing was stored: the request is a repeat, or the person is in house at that time
   */
  async declare(stay: NewStay, print: RequestPrint, answer: DeclarationAnswer): Promise<boolean> {
    const statement = await this.statement(stay, print, answer);
    try {
      const [result] = await this.database.run<{ stored: boolean }>({ facilityIds: [stay.facilityId] }, statement);
      return result?.rows[0]?.stored === true;
    } catch (error) {
      if (violates(error, 'idempotency_pkey')) return false;
      throw error;
    }
  }

  /** As {@link declare}, within a transaction of the caller's. */
  async declareIn(tx: Transaction, stay: NewStay, print: RequestPrint, answer: DeclarationAnswer): Promise<boolean> {
    const { text, values } = await this.statement(stay, print, answer);
    const [row] = await tx.query<{ stored: boolean }[]>(text, [...values]);
    return row?.stored === true;
  }

  /** The stay of the same person at the same facility whose time overlaps, or null. */
  async findOverlap(facilityId: string, draft: StayDraft): Promise<{ stayId: string } | null> {
    const values = this.overlapValues(facilityId, draft);
    if (!values) return null;
    const statement = { name: 'occupancy_overlap', text: OVERLAP_SQL, values };
    const [result] = await this.database.run<{ stayId: string }>({ facilityIds: [facilityId] }, statement);
    return result?.rows[0] ?? null;
  }

  /** As {@link findOverlap}, within a transaction of the caller's. */
  async findOverlapIn(tx: Transaction, facilityId: string, draft: StayDraft): Promise<{ stayId: string } | null> {
    const values = this.overlapValues(facilityId, draft);
    const [row] = values ? await tx.query<{ stayId: string }[]>(OVERLAP_SQL, values) : [];
    return row ?? null;
  }

  private overlapValues(facilityId: string, draft: StayDraft): SqlValue[] | null {
    const occupants = this.columns.occupants(facilityId, draft);
    const { arrivedAt, expectedDepartureAt } = draft;
    return occupants.length === 0
      ? null
      : [facilityId, occupants, arrivedAt, occupiedUntil(arrivedAt, expectedDepartureAt)];
  }

  private async statement(stay: NewStay, print: RequestPrint, answer: DeclarationAnswer): Promise<Statement> {
    return DECLARE({
      ...(await this.columns.of(stay)),
      topics: this.topics,
      outbox_ids: this.topics.map(() => uuidV7(stay.declaredAt)),
      key_hash: print.keyHashes[0] ?? null,
      key_hashes: print.keyHashes,
      request_hash: print.requestHashes[0] ?? null,
      operation: print.operation,
      answer: JSON.stringify(answer),
      audit_id: uuidV7(stay.declaredAt),
      actor_kind: stay.actor.kind,
      actor_id: stay.actor.id,
      request_id: stay.requestId,
    } satisfies Record<DeclareParameter, SqlValue>);
  }
}
