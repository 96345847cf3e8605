import type { Area } from '@luutru/access';
import { PLATFORM_FACILITY } from '@luutru/audit';
import { type Database, type Transaction } from '@luutru/platform';
import type { BreakGlassTimes } from './domain/break-glass';

export type Verdict = 'justified' | 'not-justified';

/** A break-glass as it is stored. */
export interface BreakGlassRow extends BreakGlassTimes {
  readonly breakGlassId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly purpose: string;
  readonly caseNumber: string | null;
  readonly openedAt: Date;
  readonly reasonSealed: Buffer;
  readonly verdict: Verdict | null;
  readonly reviewSealed: Buffer | null;
  readonly identitySealed: Buffer;
}

/** What was done under a break-glass, as the audit trail has it. */
export interface BreakGlassUse {
  readonly at: Date;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  /** People shown. */
  readonly rowCount: number | null;
}

/** Who asks, and whose officers they supervise: none unless they ask as a supervisor. */
export interface Onlooker {
  readonly accountId: string;
  readonly areas: readonly Area[];
}

const SELECT = `
  SELECT g.break_glass_id AS "breakGlassId", g.account_id AS "accountId", g.unit_id AS "unitId", g.purpose,
         g.case_number AS "caseNumber", g.opened_at AS "openedAt", g.expires_at AS "expiresAt", g.ended_at AS "endedAt",
         g.reviewed_at AS "reviewedAt", g.verdict, g.reason_sealed AS "reasonSealed", g.review_sealed AS "reviewSealed",
         a.identity_sealed AS "identitySealed"
  FROM break_glass g JOIN account a ON a.account_id = g.account_id`;
const OPENING_LOCK = 7_305_038;
const USES = 500;

/** Row security shows an officer their own, and a supervisor those of officers whose wards all lie in their area. */
export class BreakGlassRepository {
  constructor(private readonly database: Database) {}

  transaction<T>(who: Onlooker, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction({ facilityIds: [PLATFORM_FACILITY], areas: who.areas }, async (tx) => {
      await tx.query(`SELECT set_config('app.account_id', $1, true)`, [who.accountId]);
      return work(tx);
    });
  }

  /** Those of an officer that wait for a review or are open, while no other can be opened. */
  async lockUnreviewed(tx: Transaction, accountId: string): Promise<BreakGlassTimes[]> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [accountId, OPENING_LOCK]);
    return tx.query<BreakGlassTimes[]>(
      `SELECT expires_at AS "expiresAt", ended_at AS "endedAt", reviewed_at AS "reviewedAt" FROM break_glass
       WHERE account_id = $1 AND reviewed_at IS NULL`,
      [accountId],
    );
  }

  async insert(
    tx: Transaction,
    glass: Pick<
      BreakGlassRow,
      'breakGlassId' | 'accountId' | 'unitId' | 'purpose' | 'caseNumber' | 'reasonSealed' | 'openedAt' | 'expiresAt'
    > & { readonly homeWardIds: readonly string[] },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO break_glass (break_glass_id, account_id, home_ward_ids, unit_id, purpose, case_number, reason_sealed,
                                opened_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        glass.breakGlassId,
        glass.accountId,
        glass.homeWardIds,
        glass.unitId,
        glass.purpose,
        glass.caseNumber,
        glass.reasonSealed,
        glass.openedAt,
        glass.expiresAt,
      ],
    );
  }

  async find(tx: Transaction, breakGlassId: string, lock: 'FOR UPDATE OF g' | '' = ''): Promise<BreakGlassRow | null> {
    const [row] = await tx.query<BreakGlassRow[]>(`${SELECT} WHERE g.break_glass_id = $1 ${lock}`, [breakGlassId]);
    return row ?? null;
  }

  /** Newest first. */
  async own(tx: Transaction, accountId: string, limit: number): Promise<BreakGlassRow[]> {
    return tx.query(`${SELECT} WHERE g.account_id = $1 ORDER BY g.opened_at DESC LIMIT $2`, [accountId, limit]);
  }

  /** Those of other officers; the ones without a review first, the longest waiting before. */
  async supervised(tx: Transaction, accountId: string, waiting: boolean, limit: number): Promise<BreakGlassRow[]> {
    return tx.query(
      `${SELECT} WHERE g.account_id <> $1 AND (NOT $2 OR g.reviewed_at IS NULL)
       ORDER BY g.reviewed_at IS NOT NULL, CASE WHEN g.reviewed_at IS NULL THEN g.opened_at END, g.opened_at DESC LIMIT $3`,
      [accountId, waiting, limit],
    );
  }

  async end(tx: Transaction, breakGlassId: string, by: string, at: Date): Promise<void> {
    await tx.query('UPDATE break_glass SET ended_at = $2, ended_by = $3 WHERE break_glass_id = $1', [
      breakGlassId,
      at,
      by,
    ]);
  }

  async review(
    tx: Transaction,
    breakGlassId: string,
    review: { readonly by: string; readonly at: Date; readonly verdict: Verdict; readonly sealed: Buffer },
  ): Promise<void> {
    await tx.query(
      `UPDATE break_glass SET reviewed_at = $2, reviewed_by = $3, verdict = $4, review_sealed = $5 WHERE break_glass_id = $1`,
      [breakGlassId, review.at, review.by, review.verdict, review.sealed],
    );
  }

  /** What was looked at under one, oldest first. Only for whoever was shown it. */
  async uses(tx: Transaction, glass: BreakGlassRow): Promise<BreakGlassUse[]> {
    await tx.query(`SELECT set_config('app.break_glass_id', $1, true)`, [glass.breakGlassId]);
    return tx.query<BreakGlassUse[]>(
      `SELECT at, action, subject_kind AS "subjectKind", subject_id AS "subjectId", row_count AS "rowCount"
       FROM audit_entry WHERE at >= $1 AND at <= $2 AND actor_id = $3 AND detail->>'breakGlassId' = $4
       ORDER BY at, audit_id LIMIT ${USES}`,
      [glass.openedAt, glass.expiresAt, glass.accountId, glass.breakGlassId],
    );
  }
}
