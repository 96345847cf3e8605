import type { KeyObject } from 'node:crypto';
import { addDays, atLocalTime, daysBetween, localDate } from '@luutru/calendar';
import {
  type AccessScope,
  AppError,
  type Clock,
  type Database,
  publicKeyOf,
  SigningKeyRepository,
  type Transaction,
} from '@luutru/platform';
import { type Actor, PLATFORM_FACILITY } from './audit-entry';
import { AuditVerifier } from './audit-verifier';
import { appendAudit } from './audit.statement';
import type { Verification } from './verification';

/** Which entries; days are Vietnam's, both included, a month at most. */
export interface AuditFilter {
  readonly from?: string;
  readonly to?: string;
  readonly actorId?: string;
  readonly action?: string;
  readonly subjectId?: string;
  /** The `next` of the page before. */
  readonly cursor?: string;
  readonly limit: number;
}

export interface AuditLine {
  readonly auditId: string;
  readonly at: Date;
  readonly facilityId: string | null;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly purpose: string | null;
  readonly rowCount: number | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** Null on the last page. */
  readonly next: string | null;
}

/** How far the trail is sealed. */
export interface SealState {
  readonly sealNumber: number | null;
  readonly sealedAt: Date | null;
  /** Every entry before this moment is sealed. */
  readonly freshAt: Date | null;
}

/** Who reads the trail: that, too, is an entry. */
export interface AuditReader {
  readonly actor: Actor;
  readonly requestId: string;
}

const SCOPE: AccessScope = { facilityIds: [PLATFORM_FACILITY], audit: true };
const LONGEST_DAYS = 31;

/** The audit trail for auditors. Holds ids and counts, no personal data. */
export class AuditReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Newest first; of today unless told otherwise.
   * @throws `validation-failed` for a period longer than a month, `cursor-invalid`
   */
  async list(reader: AuditReader, filter: AuditFilter): Promise<AuditPage> {
    const { from, to } = this.period(filter);
    const after = filter.cursor === undefined ? null : readCursor(filter.cursor);
    const found = await this.database.transaction(SCOPE, async (tx) => {
      const lines = await tx.query<(AuditLine & { exactAt: string })[]>(
        `SELECT audit_id AS "auditId", at, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "exactAt", nullif(facility_id, $6) AS "facilityId", actor_kind AS "actorKind",
                actor_id AS "actorId", action, subject_kind AS "subjectKind", subject_id AS "subjectId", purpose,
                row_count AS "rowCount", detail
         FROM audit_entry
         WHERE at >= $1 AND at < $2 AND ($3::text IS NULL OR actor_id = $3) AND ($4::text IS NULL OR action = $4)
           AND ($5::uuid IS NULL OR subject_id = $5)
           AND ($8::timestamptz IS NULL OR (at, audit_id) < ($8, $9::uuid))
         ORDER BY at DESC, audit_id DESC LIMIT $7`,
        [
          from,
          to,
          filter.actorId ?? null,
          filter.action ?? null,
          filter.subjectId ?? null,
          PLATFORM_FACILITY,
          filter.limit + 1,
          after?.at ?? null,
          after?.auditId ?? null,
        ],
      );
      await this.record(tx, reader, 'audit.read', Math.min(lines.length, filter.limit));
      return lines;
    });
    const shown = found.slice(0, filter.limit);
    const last = shown.at(-1);
    return {
      lines: shown.map(({ exactAt: _exactAt, ...line }) => line),
      next: found.length > filter.limit && last ? writeCursor(last) : null,
    };
  }

  async sealState(): Promise<SealState> {
    const [state] = await this.database.transaction(SCOPE, (tx) =>
      tx.query<(Omit<SealState, 'sealNumber'> & { sealNumber: string | null })[]>(
        `SELECT s.seal_number AS "sealNumber", s.sealed_at AS "sealedAt",
                CASE WHEN isfinite(w.checked_at) THEN w.checked_at END AS "freshAt"
         FROM audit_sealer w LEFT JOIN LATERAL
              (SELECT seal_number, sealed_at FROM audit_seal ORDER BY seal_number DESC LIMIT 1) s ON true`,
      ),
    );
    const { sealNumber = null, sealedAt = null, freshAt = null } = state ?? {};
    return { sealNumber: sealNumber === null ? null : Number(sealNumber), sealedAt, freshAt };
  }

  /** Computes the seals made in a period anew. Throws `validation-failed` as {@link list} does. */
  async verify(reader: AuditReader, period: Pick<AuditFilter, 'from' | 'to'>): Promise<Verification> {
    const { fromDay, toDay } = this.period(period);
    const published = await new SigningKeyRepository(this.database).list('seal');
    const keys = new Map<string, KeyObject>(published.map((jwk) => [jwk.kid, publicKeyOf(jwk)]));
    const verification = await new AuditVerifier(this.database, SCOPE).verify({ keys, fromDay, toDay });
    await this.database.transaction(SCOPE, (tx) => this.record(tx, reader, 'audit.verify', verification.entries));
    return verification;
  }

  private period({ from, to }: Pick<AuditFilter, 'from' | 'to'>) {
    const toDay = to ?? localDate(this.clock.now());
    const fromDay = from ?? toDay;
    const days = daysBetween(fromDay, toDay);
    if (days < 0 || days >= LONGEST_DAYS) {
      const issue = { code: 'period-too-long', pointer: '/from', params: { days: LONGEST_DAYS } };
      throw new AppError('validation-failed', 'invalid', {}, [issue]);
    }
    return { fromDay, toDay, from: atLocalTime(fromDay, '00:00'), to: atLocalTime(addDays(toDay, 1), '00:00') };
  }

  private async record(tx: Transaction, reader: AuditReader, action: string, rowCount: number): Promise<void> {
    await appendAudit(tx, {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor: reader.actor,
      action,
      subjectKind: 'audit',
      subjectId: null,
      requestId: reader.requestId,
      rowCount,
    });
  }
}

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** With the microseconds that a `Date` would drop. */
const writeCursor = ({ exactAt, auditId }: { exactAt: string; auditId: string }): string =>
  Buffer.from(`${exactAt}|${auditId}`).toString('base64url');

function readCursor(cursor: string): { at: string; auditId: string } {
  const [, at, auditId] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (!at || !auditId || Number.isNaN(Date.parse(at))) throw new AppError('cursor-invalid', 'invalid');
  return { at, auditId };
}
