import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit, SealWatch } from '@luutru/audit';
import { openStay, SELECT_STAY, type StayRow, type StayView } from '@luutru/declaration';
import { AppError, CLOCK, type Clock, Database, KeyRing, type Transaction, uuidV7 } from '@luutru/platform';
import type { MatchReason } from '@luutru/screening';
import { lookerOf, noteLook } from '@luutru/transparency';
import { appendHistory } from './alert-history';
import { alertColumns, type AlertHeader } from './alert.read-model';
import {
  ALERT_LIFE,
  type AlertAction,
  alertActionsIn,
  type AlertOutcome,
  type AlertState,
  isWaiting,
} from './domain/alert-life';
import { type Desk, deskLevel } from './domain/desk';
import type { EntryContent } from './domain/entry-content';
import { LIST_KINDS } from './domain/list-kind';
import { clearedAs } from './domain/seen-person';
import { deskReach } from './watch-scope';
import { WatchSeals } from './watch-seals';

export interface AlertOptions {
  /** How long a person is not told of a look at an alert about them. */
  readonly confidentialDays: number;
}

export const ALERT_OPTIONS = Symbol('ALERT_OPTIONS');

/** What an officer does with an alert, in the version they saw. */
export type AlertOrder =
  | { readonly action: 'acknowledge' }
  | { readonly action: 'hand-over'; readonly to: Desk; readonly note: string | null }
  | {
      readonly action: 'close';
      readonly outcome: AlertOutcome;
      readonly note: string | null;
      /** With `not-the-person`: the next check-in of the same person raises no alert of this entry. */
      readonly remember: boolean;
    };

export interface AlertAnswer {
  readonly alertId: string;
  readonly version: number;
  readonly state: AlertState;
  /** A decision made with it, to be taken back by its id. */
  readonly decisionId: string | null;
}

export interface AlertHistoryStep {
  readonly action: string;
  readonly state: AlertState;
  readonly desk: number;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly outcome: AlertOutcome | null;
  readonly note: string | null;
}

/** All of an alert: who was seen, who is listed, and why they may be the same. */
export interface AlertDetail {
  readonly alert: AlertHeader;
  readonly legalBasis: string;
  readonly stay: StayView;
  readonly entry: {
    readonly entryId: string;
    readonly version: number;
    readonly state: string;
    readonly content: EntryContent;
  };
  readonly reasons: readonly MatchReason[];
  readonly history: readonly AlertHistoryStep[];
  readonly decisionId: string | null;
}

interface LockedAlert {
  readonly facilityId: string;
  readonly alertId: string;
  readonly stayId: string;
  readonly arrivedOn: string;
  readonly entryId: string;
  readonly listId: string;
  readonly state: AlertState;
  readonly version: number;
  readonly acknowledgeMinutes: number;
}

interface DetailRow extends AlertHeader {
  readonly reasonsBox: Buffer;
  readonly entryId: string;
  readonly entryVersion: number;
  readonly entryState: string;
  readonly entryBox: Buffer;
  readonly legalBasis: string;
  readonly decisionId: string | null;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The entry as it was when the alert was raised. */
const DETAIL_SQL = `
  SELECT ${alertColumns}, a.state, a.version, a.desk, a.acknowledged_by AS "acknowledgedBy", a.closed_at AS "closedAt",
         a.reasons_sealed AS "reasonsBox", a.entry_id AS "entryId", a.entry_version AS "entryVersion", e.state AS "entryState",
         v.content_sealed AS "entryBox", l.legal_basis AS "legalBasis",
         (SELECT d.decision_id FROM watch_decision d WHERE d.alert_id = a.alert_id AND d.revoked_at IS NULL) AS "decisionId"
  FROM watch_alert a
  JOIN facility f ON f.facility_id = a.facility_id JOIN watch_list l ON l.list_id = a.list_id
  JOIN watch_list_entry e ON e.entry_id = a.entry_id
  JOIN watch_list_entry_version v ON v.entry_id = a.entry_id AND v.version = a.entry_version
  WHERE a.alert_id = $1`;

const LOCK_SQL = `
  SELECT a.facility_id AS "facilityId", a.alert_id AS "alertId", a.stay_id AS "stayId", a.arrived_on::text AS "arrivedOn",
         a.entry_id AS "entryId", a.list_id AS "listId", a.state, a.version,
         (SELECT l.acknowledge_minutes FROM watch_list l WHERE l.list_id = a.list_id) AS "acknowledgeMinutes"
  FROM watch_alert a WHERE a.alert_id = $1 FOR UPDATE`;

/** Alerts in the hands of officers. The list's legal basis is the purpose of every look at one. */
@Injectable()
export class AlertService {
  private readonly seals: WatchSeals;

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly sealWatch: SealWatch,
    @Inject(ALERT_OPTIONS) private readonly options: AlertOptions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.seals = new WatchSeals(keyRing);
  }

  /**
   * All of an alert; recorded before it is answered, and shown to the person when confidential looks are.
   * @throws `not-found` also outside the area or the desk's lists, `audit-seal-stale`
   */
  async get(caller: Caller, alertId: string): Promise<AlertDetail> {
    const now = this.clock.now();
    await this.sealWatch.assertFresh();
    const found = await this.database.transaction(deskReach(caller.principal), async (tx) => {
      const [row] = await tx.query<DetailRow[]>(DETAIL_SQL, [alertId]);
      const stay = row && (await stayOf(tx, row));
      if (!row || !stay) throw new AppError('not-found', 'not-found');
      const history = await tx.query<(Omit<AlertHistoryStep, 'note'> & { box: Buffer | null })[]>(
        `SELECT action, state, desk, at, actor_kind AS "actorKind", actor_id AS "actorId", outcome, note_sealed AS box
         FROM watch_alert_history WHERE facility_id = $1 AND alert_id = $2 ORDER BY place`,
        [row.facilityId, alertId],
      );
      await this.noteLook(tx, caller, row, now);
      return { row, stay, history };
    });
    const { reasonsBox, entryBox, entryId, entryVersion, entryState, legalBasis, decisionId, ...alert } = found.row;
    const steps = found.history.map(async ({ box, ...step }): Promise<AlertHistoryStep> => {
      return { ...step, note: box && (await this.seals.openNote(alertId, box)) };
    });
    return {
      alert,
      legalBasis,
      stay: await openStay(this.keyRing, found.stay),
      entry: {
        entryId,
        version: entryVersion,
        state: entryState,
        content: await this.seals.openEntry(entryId, entryBox),
      },
      reasons: await this.seals.openMatch(alertId, reasonsBox),
      history: await Promise.all(steps),
      decisionId,
    };
  }

  /**
   * Does an action on the version that the officer saw.
   * @throws `not-found`, `alert-changed` and `alert-action-not-allowed` with the version and state as they are now
   */
  async act(caller: Caller, alertId: string, version: number, order: AlertOrder): Promise<AlertAnswer> {
    const now = this.clock.now();
    return this.database.transaction(deskReach(caller.principal), async (tx) => {
      const alert = await this.lock(tx, alertId);
      if (alert.version !== version) throw conflict('alert-changed', alert);
      const state = ALERT_LIFE[alert.state][order.action];
      if (state === undefined) throw conflict('alert-action-not-allowed', alert);
      await this.store(tx, caller, alert, order, state, now);
      const clears = order.action === 'close' && order.outcome === 'not-the-person' && order.remember;
      const decisionId = clears ? await this.clear(tx, caller, alert, now) : null;
      const note = 'note' in order && order.note !== null ? order.note : null;
      await this.audit(tx, caller, alert, `alert.${order.action}`, now, detailOf(order));
      await appendHistory(tx, [
        {
          facilityId: alert.facilityId,
          alertId,
          action: order.action,
          at: now,
          actor: { kind: 'person', id: caller.principal.id },
          ...(order.action === 'close' && { outcome: order.outcome }),
          ...(note !== null && { note: await this.seals.sealNote(alert.arrivedOn, alertId, note) }),
        },
      ]);
      return { alertId, version: version + 1, state, decisionId };
    });
  }

  /**
   * Takes back that somebody is not the person of the alert's entry: who is in house, or was lately, is held against that
   * entry again. Throws `not-found` also when there is no such decision.
   */
  async revokeDecision(caller: Caller, alertId: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(deskReach(caller.principal), async (tx) => {
      const alert = await this.lock(tx, alertId);
      const [, revoked] = await tx.query<[unknown, number]>(
        'UPDATE watch_decision SET revoked_by = $2, revoked_at = $3 WHERE alert_id = $1 AND revoked_at IS NULL',
        [alertId, caller.principal.id, now],
      );
      if (revoked === 0) throw new AppError('not-found', 'not-found');
      await tx.query('INSERT INTO watch_rescreen (rescreen_id, list_id, entry_id, due_at) VALUES ($1, $2, $3, $4)', [
        uuidV7(now),
        alert.listId,
        alert.entryId,
        now,
      ]);
      await this.audit(tx, caller, alert, 'alert.revoke-decision', now, {});
      const actor = { kind: 'person', id: caller.principal.id } as const;
      const { facilityId } = alert;
      await appendHistory(tx, [{ facilityId, alertId, action: 'revoke-decision', at: now, actor }]);
    });
  }

  /** What begins at the province is never handed to a desk that may not see it. */
  private async store(
    tx: Transaction,
    { principal }: Caller,
    alert: LockedAlert,
    order: AlertOrder,
    state: AlertState,
    now: Date,
  ): Promise<void> {
    const due = isWaiting(state) ? new Date(now.getTime() + alert.acknowledgeMinutes * MINUTE_MS) : null;
    await tx.query(
      `UPDATE watch_alert SET state = $3, version = version + 1, due_at = $4, desk = greatest(coalesce($5::smallint, desk), first_desk),
              acknowledged_by = CASE WHEN $6 THEN $7::uuid ELSE acknowledged_by END, outcome = $8, closed_at = $9
       WHERE facility_id = $1 AND alert_id = $2`,
      [
        alert.facilityId,
        alert.alertId,
        state,
        due,
        order.action === 'hand-over' ? deskLevel(order.to) : null,
        order.action !== 'close',
        order.action === 'acknowledge' ? principal.id : null,
        order.action === 'close' ? order.outcome : null,
        order.action === 'close' ? now : null,
      ],
    );
  }

  /** Remembers who was seen, so that the next check-in of the same person raises no alert of this entry. */
  private async clear(tx: Transaction, { principal }: Caller, alert: LockedAlert, now: Date): Promise<string> {
    const row = await stayOf(tx, alert);
    if (!row) throw new AppError('not-found', 'not-found');
    const { personal, sex, nationality } = await openStay(this.keyRing, row);
    const decisionId = uuidV7(now);
    const box = await this.seals.sealCleared(decisionId, clearedAs({ ...personal, sex, nationality }));
    await tx.query(
      `INSERT INTO watch_decision (decision_id, entry_id, person_sealed, alert_id, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [decisionId, alert.entryId, box, alert.alertId, principal.id, now],
    );
    return decisionId;
  }

  private async lock(tx: Transaction, alertId: string): Promise<LockedAlert> {
    const [alert] = await tx.query<LockedAlert[]>(LOCK_SQL, [alertId]);
    if (!alert) throw new AppError('not-found', 'not-found');
    return alert;
  }

  private async noteLook(tx: Transaction, caller: Caller, row: DetailRow, at: Date): Promise<void> {
    const { purpose } = LIST_KINDS[row.listKind];
    await this.audit(tx, caller, row, 'alert.read', at, { listId: row.listId }, purpose);
    await noteLook(tx, {
      facilityId: row.facilityId,
      stayId: row.stayId,
      at,
      looker: lookerOf(caller, 'alert.handle'),
      purpose,
      visibleFrom: new Date(at.getTime() + this.options.confidentialDays * DAY_MS),
    });
  }

  private audit(
    tx: Transaction,
    { principal, requestId }: Caller,
    { facilityId, alertId }: { readonly facilityId: string; readonly alertId: string },
    action: string,
    at: Date,
    detail: Readonly<Record<string, string | boolean>>,
    purpose?: string,
  ): Promise<void> {
    return appendAudit(tx, {
      at,
      facilityId,
      actor: { kind: principal.kind, id: principal.id },
      action,
      subjectKind: 'alert',
      subjectId: alertId,
      requestId,
      detail,
      ...(purpose !== undefined && { purpose, rowCount: 1 }),
    });
  }
}

/** The stay of an alert, as it stands now. */
async function stayOf(
  tx: Transaction,
  { facilityId, stayId }: { readonly facilityId: string; readonly stayId: string },
): Promise<StayRow | undefined> {
  const [row] = await tx.query<StayRow[]>(
    `${SELECT_STAY} JOIN name_index n ON n.facility_id = s.facility_id AND n.arrived_on = s.arrived_on AND n.stay_id = s.stay_id
     WHERE n.facility_id = $1 AND n.stay_id = $2 AND n.kind = 1`,
    [facilityId, stayId],
  );
  return row;
}

function detailOf(order: AlertOrder): Readonly<Record<string, string | boolean>> {
  if (order.action === 'hand-over') return { to: order.to };
  return order.action === 'close' ? { outcome: order.outcome, remember: order.remember } : {};
}

function conflict(code: 'alert-changed' | 'alert-action-not-allowed', { state, version }: LockedAlert): AppError {
  const allowed: readonly AlertAction[] = alertActionsIn(state);
  return new AppError(code, 'conflict', { state, version, allowed: allowed.join(', ') });
}
