import type { Actor } from '@luutru/audit';
import type { Transaction } from '@luutru/platform';

/** Something that happened to an alert. */
export interface AlertStep {
  readonly facilityId: string;
  readonly alertId: string;
  readonly action: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly outcome?: string;
  readonly note?: Buffer;
}

/** What happened, with the state and the desk of the alert as they are by then. */
const APPEND_SQL = `
  INSERT INTO watch_alert_history (facility_id, alert_id, place, arrived_on, first_desk, position, action, state, desk, at,
                                   actor_kind, actor_id, outcome, note_sealed)
  SELECT a.facility_id, a.alert_id,
         1 + (SELECT count(*)::integer FROM watch_alert_history h
              WHERE h.facility_id = a.facility_id AND h.alert_id = a.alert_id),
         a.arrived_on, a.first_desk, $3::bigint + s.ord, s.action, a.state, a.desk, $4, s.actor_kind, s.actor_id, s.outcome,
         s.note
  FROM unnest($1::uuid[], $2::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bytea[]) WITH ORDINALITY
       AS s(facility_id, alert_id, action, actor_kind, actor_id, outcome, note, ord)
  JOIN watch_alert a ON a.facility_id = s.facility_id AND a.alert_id = s.alert_id`;

/**
 * Appends to the history that desks follow, as the last thing a transaction does: from here to its commit it holds the one
 * row that hands out positions, so that positions become visible in their order and who follows them misses none. The
 * alerts must be locked by the transaction. All steps have happened at once.
 */
export async function appendHistory(tx: Transaction, steps: readonly AlertStep[]): Promise<void> {
  const [first] = steps;
  if (!first) return;
  const [[clock]] = await tx.query<[{ position: string }[], number]>(
    'UPDATE watch_alert_clock SET position = position + $1 RETURNING position',
    [steps.length],
  );
  if (!clock) throw new Error('The clock of alerts cannot be seen in this scope');
  await tx.query(APPEND_SQL, [
    steps.map(({ facilityId }) => facilityId),
    steps.map(({ alertId }) => alertId),
    Number(clock.position) - steps.length,
    first.at,
    steps.map(({ action }) => action),
    steps.map(({ actor }) => actor.kind),
    steps.map(({ actor }) => actor.id),
    steps.map(({ outcome }) => outcome ?? null),
    steps.map(({ note }) => note ?? null),
  ]);
}
