import type { Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { parseMoment } from '@luutru/calendar';
import { AppError, type Transaction } from '@luutru/platform';

/** A trip or an admission about to be changed, locked. */
export interface LockedCase {
  readonly facilityId: string;
  readonly caseId: string;
  readonly kind: 'trip' | 'patient';
  readonly version: number;
  readonly state: string;
}

/** Keeps what was done to a trip or an admission, and appends the audit entry. */
export async function recordChange(
  tx: Transaction,
  caller: Caller,
  one: LockedCase,
  change: { readonly action: string; readonly at: Date; readonly detail: Readonly<Record<string, string | number>> },
): Promise<void> {
  const actor = { kind: caller.principal.kind, id: caller.principal.id };
  const { facilityId, caseId, kind, version } = one;
  await tx.query(
    `INSERT INTO case_history (facility_id, case_id, version, case_kind, action, acted_at, actor_kind, actor_id, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [facilityId, caseId, version, kind, change.action, change.at, actor.kind, actor.id, JSON.stringify(change.detail)],
  );
  await appendAudit(tx, {
    at: change.at,
    facilityId,
    actor,
    action: `${kind}.${change.action}`,
    subjectKind: kind,
    subjectId: caseId,
    requestId: caller.requestId,
    detail: { version: version + 1 },
  });
}

export function conflictOf(
  code: 'case-version-conflict' | 'case-action-not-allowed',
  { version, state }: LockedCase,
  action: string,
): AppError {
  return new AppError(code, 'conflict', { version, state, action });
}

/** When something happened; absent: now. Throws `validation-failed`. */
export function momentOf(text: string | undefined, now: Date, pointer = '/at'): Date {
  if (text === undefined) return now;
  const read = parseMoment(text);
  const code = read.ok ? (read.at > now ? 'moment-in-future' : null) : `moment-${read.reason}`;
  if (code !== null || !read.ok)
    throw new AppError('validation-failed', 'invalid', {}, [{ code: code ?? '', pointer }]);
  return read.at;
}
