import { localDate } from '@luutru/calendar';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { type Clock, type Database, NO_FACILITY, type Transaction, uuidV7 } from '@luutru/platform';
import { extendDeadline, type OutageWindow } from './domain/extend-deadline';

/** Minutes without a beat that count as an outage; a restart or a deployment takes less. */
const GAP_MINUTES = 5;
const KEPT_DAYS = 90;
const BATCH = 2_000;
const LOOK_BACK_DAYS = 75;

interface LateStay {
  readonly facilityId: string;
  readonly arrivedOn: string;
  readonly stayId: string;
  readonly wardId: string;
  readonly dueAt: Date;
  readonly declaredAt: Date;
}

/** The worker's part: finds outages in the notes of readiness, and judges again the stays declared late because of one. */
export class OutageKeeping {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Any number of workers may run it at once. */
  async run(): Promise<{ observed: number; judged: number }> {
    const observed = await this.observe();
    let judged = 0;
    const outages = await this.unapplied();
    const graceMs = outages.length > 0 ? await this.grace() : 0;
    for (const outage of outages) judged += await this.apply(outage, graceMs);
    return { observed, judged };
  }

  /** Records each gap between beats once. Before the first beat there was no system to be away. */
  private async observe(): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const gaps = await tx.query<{ from: Date; until: Date }[]>(
        `SELECT before AS from, minute AS until FROM (
           SELECT minute, lag(minute) OVER (ORDER BY minute) AS before FROM readiness_beat) beats
         WHERE minute - before > make_interval(mins => $1)`,
        [GAP_MINUTES],
      );
      let recorded = 0;
      for (const { from, until } of gaps) {
        const made = await tx.query<unknown[]>(
          `INSERT INTO outage (outage_id, started_at, ended_at, source, reason_vi, reason_en, declared_by, recorded_at)
           VALUES ($1, $2, $3, 'observed', 'Hệ thống không truy cập được', 'The system could not be reached', 'system:worker', $4)
           ON CONFLICT DO NOTHING RETURNING outage_id`,
          [uuidV7(now), from, until, now],
        );
        recorded += made.length;
      }
      await tx.query('DELETE FROM readiness_beat WHERE minute < $1', [
        new Date(now.getTime() - KEPT_DAYS * 86_400_000),
      ]);
      return recorded;
    });
  }

  /** The rule in force, from the database: the worker has no other use for reference data. */
  private async grace(): Promise<number> {
    const [result] = await this.database.run<{ minutes: number }>(NO_FACILITY, {
      name: 'outage_grace',
      text: `SELECT (value->>'graceMinutes')::integer AS minutes FROM legal_rule
             WHERE rule_key = 'stay.outage-extension' AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)`,
      values: [localDate(this.clock.now())],
    });
    return (result?.rows[0]?.minutes ?? 0) * 60_000;
  }

  private async unapplied(): Promise<OutageWindow[]> {
    const [result] = await this.database.run<OutageWindow & { outageId: string }>(NO_FACILITY, {
      name: 'outages_unapplied',
      text: `SELECT outage_id AS "outageId", started_at AS "startedAt", ended_at AS "endedAt", ward_ids AS "wardIds"
             FROM outage WHERE applied_at IS NULL AND withdrawn_at IS NULL AND ended_at <= $1 ORDER BY started_at`,
      values: [this.clock.now()],
    });
    return result?.rows ?? [];
  }

  /** Late stays whose deadline fell into it get the later one; the receipts they were given stay as they are. */
  private async apply(outage: OutageWindow, graceMs: number): Promise<number> {
    const at = this.clock.now();
    return this.database.transaction(NO_FACILITY, async (tx) => {
      let judged = 0;
      for (;;) {
        const late = await this.lateBecauseOf(tx, outage, graceMs);
        for (const stay of late) await this.judge(tx, stay, outage, graceMs);
        judged += late.length;
        if (late.length < BATCH) break;
      }
      await tx.query('UPDATE outage SET applied_at = $2 WHERE outage_id = $1', [outage.outageId, at]);
      await appendAudit(tx, {
        at,
        facilityId: PLATFORM_FACILITY,
        actor: { kind: 'system', id: 'worker' },
        action: 'outage.apply',
        subjectKind: 'outage',
        subjectId: outage.outageId,
        requestId: null,
        rowCount: judged,
      });
      return judged;
    });
  }

  private lateBecauseOf(
    tx: Transaction,
    { startedAt, endedAt, wardIds, outageId }: OutageWindow,
    graceMs: number,
  ): Promise<LateStay[]> {
    return tx.query(
      `SELECT s.facility_id AS "facilityId", s.arrived_on::text AS "arrivedOn", s.stay_id AS "stayId", f.ward_id AS "wardId",
              s.due_at AS "dueAt", s.declared_at AS "declaredAt"
       FROM stay s JOIN facility f USING (facility_id)
       WHERE s.arrived_on >= ($1::timestamptz - make_interval(days => ${LOOK_BACK_DAYS}))::date AND s.arrived_on <= $2::timestamptz::date + 1
         AND s.late AND s.due_at >= $1 AND s.due_at < $3 AND ($4::text[] IS NULL OR f.ward_id = ANY($4))
         AND s.due_extended_by IS DISTINCT FROM $5
       LIMIT ${BATCH} FOR UPDATE OF s`,
      [startedAt, endedAt, new Date(endedAt.getTime() + graceMs), wardIds, outageId],
    );
  }

  private async judge(tx: Transaction, stay: LateStay, outage: OutageWindow, graceMs: number): Promise<void> {
    const { dueAt } = extendDeadline(stay.dueAt, stay.wardId, [outage], graceMs);
    await tx.query(
      `UPDATE stay SET due_at = $4, late = $5, due_extended_by = $6
       WHERE facility_id = $1 AND arrived_on = $2 AND stay_id = $3`,
      [stay.facilityId, stay.arrivedOn, stay.stayId, dueAt, stay.declaredAt > dueAt, outage.outageId],
    );
  }
}
