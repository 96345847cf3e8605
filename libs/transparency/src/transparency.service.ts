import { Inject, Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  KeyRing,
  STANDING_SCOPE,
  type Transaction,
  uuidV7,
  violates,
} from '@luutru/platform';
import { addWorkingDays, ANSWER_WORKING_DAYS } from './domain/due-date';

/** A look as the person sees it. */
export interface LookView {
  readonly stayId: string;
  readonly at: Date;
  readonly looker: string;
  readonly purpose: string | null;
}

export type CorrectionState = 'open' | 'accepted' | 'refused';

/** A request for correction as the person or the facility sees it. */
export interface CorrectionView {
  readonly requestId: string;
  readonly facilityId: string;
  readonly stayId: string;
  readonly state: CorrectionState;
  readonly text: string;
  readonly answer: string | null;
  readonly requestedAt: Date;
  /** `YYYY-MM-DD`: the last day for an answer. */
  readonly dueOn: string;
  readonly answeredAt: Date | null;
}

type Row = Omit<CorrectionView, 'text' | 'answer'> & {
  readonly textSealed: Buffer;
  readonly answerSealed: Buffer | null;
};

const SEAL = { table: 'correction_request', text: 'text_sealed', answer: 'answer_sealed' } as const;
const SELECT = `SELECT request_id AS "requestId", facility_id AS "facilityId", stay_id AS "stayId", state,
  text_sealed AS "textSealed", answer_sealed AS "answerSealed", requested_at AS "requestedAt", due_on::text AS "dueOn",
  answered_at AS "answeredAt" FROM correction_request`;
const LIMIT = 500;

/** What a person may know and ask about the data held of them. */
@Injectable()
export class TransparencyService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who looked at the person's stays, newest first; looks under an open case once their time has come. */
  async ownLooks(caller: Caller): Promise<LookView[]> {
    return this.database.transaction(ownScope(caller), (tx) =>
      tx.query<LookView[]>(
        `SELECT stay_id AS "stayId", at, looker, purpose FROM look WHERE visible_from <= $1 ORDER BY at DESC LIMIT $2`,
        [this.clock.now(), LIMIT],
      ),
    );
  }

  async ownRequests(caller: Caller): Promise<CorrectionView[]> {
    const rows = await this.database.transaction(ownScope(caller), (tx) =>
      tx.query<Row[]>(`${SELECT} ORDER BY requested_at DESC LIMIT $1`, [LIMIT]),
    );
    return Promise.all(rows.map((row) => this.view(row)));
  }

  /** Asks for a correction of one's own stay. Throws `not-found`, `correction-open` while another one is. */
  async request(caller: Caller, stayId: string, text: string): Promise<{ requestId: string; dueOn: string }> {
    const now = this.clock.now();
    const requestId = uuidV7(now);
    const dueOn = addWorkingDays(localDate(now), ANSWER_WORKING_DAYS);
    const sealed = await this.keyRing.seal(STANDING_SCOPE, SEAL.table, SEAL.text, requestId, text);
    try {
      await this.database.transaction(ownScope(caller), async (tx) => {
        const [stay] = await tx.query<{ facilityId: string }[]>(
          'SELECT facility_id AS "facilityId" FROM person_index WHERE stay_id = $1',
          [stayId],
        );
        if (!stay) throw new AppError('not-found', 'not-found');
        await tx.query(
          `INSERT INTO correction_request (facility_id, request_id, stay_id, state, text_sealed, requested_at, due_on)
           VALUES ($1, $2, $3, 'open', $4, $5, $6)`,
          [stay.facilityId, requestId, stayId, sealed, now, dueOn],
        );
        await this.record(tx, caller, PLATFORM_FACILITY, 'correction.request', requestId);
      });
    } catch (error) {
      if (violates(error, 'correction_request_open')) throw new AppError('correction-open', 'conflict');
      throw error;
    }
    return { requestId, dueOn };
  }

  /** The requests to be answered by a facility, the most urgent first. */
  async queue(caller: Caller, facilityId: string): Promise<CorrectionView[]> {
    const rows = await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const found = await tx.query<Row[]>(
        `${SELECT} WHERE facility_id = $1 AND state = 'open' ORDER BY due_on, requested_at LIMIT $2`,
        [facilityId, LIMIT],
      );
      await this.record(tx, caller, facilityId, 'correction.queue', null, found.length);
      return found;
    });
    return Promise.all(rows.map((row) => this.view(row)));
  }

  /** Answers a request of a facility in the caller's reach. Throws `not-found`, `correction-answered`. */
  async answer(caller: Caller, requestId: string, answer: { accepted: boolean; text: string }): Promise<void> {
    const { facilityIds } = reachOf(caller.principal, 'correction.answer');
    const sealed = await this.keyRing.seal(STANDING_SCOPE, SEAL.table, SEAL.answer, requestId, answer.text);
    await this.database.transaction({ facilityIds }, async (tx) => {
      const [found] = await tx.query<{ facilityId: string; state: CorrectionState }[]>(
        'SELECT facility_id AS "facilityId", state FROM correction_request WHERE request_id = $1 FOR UPDATE',
        [requestId],
      );
      if (!found) throw new AppError('not-found', 'not-found');
      if (found.state !== 'open') throw new AppError('correction-answered', 'conflict');
      await tx.query(
        `UPDATE correction_request SET state = $2, answered_at = $3, answered_by = $4, answer_sealed = $5
         WHERE request_id = $1`,
        [requestId, answer.accepted ? 'accepted' : 'refused', this.clock.now(), caller.principal.id, sealed],
      );
      await this.record(tx, caller, found.facilityId, 'correction.answer', requestId);
    });
  }

  private async view({ textSealed, answerSealed, ...row }: Row): Promise<CorrectionView> {
    const open = (column: string, box: Buffer): Promise<string> =>
      this.keyRing.open(SEAL.table, column, row.requestId, box);
    return {
      ...row,
      text: await open(SEAL.text, textSealed),
      answer: answerSealed && (await open(SEAL.answer, answerSealed)),
    };
  }

  private record(
    tx: Transaction,
    caller: Caller,
    facilityId: string,
    action: string,
    subjectId: string | null,
    rowCount?: number,
  ): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId,
      actor: { kind: caller.principal.kind, id: caller.principal.id },
      action,
      subjectKind: 'correction-request',
      subjectId,
      requestId: caller.requestId,
      ...(rowCount !== undefined && { rowCount }),
    });
  }
}

/** Rows about the person; the platform's own facility stands for the audit entry, because the person belongs to none. */
const ownScope = ({ principal }: Caller) => ({ facilityIds: [PLATFORM_FACILITY], ownIndexes: principal.ownIndexes });
