import { appendAudit } from '@luutru/audit';
import { type Transaction, uuidV7 } from '@luutru/platform';
import { isCleared, type SeenPerson } from './domain/seen-person';
import type { AlertStep } from './alert-history';
import type { WatchMatch } from './watched-people';
import type { WatchSeals } from './watch-seals';

/** A stay whose person may be one of a list. */
export interface Sighting {
  readonly facilityId: string;
  readonly stayId: string;
  readonly arrivedOn: string;
  readonly seen: SeenPerson;
  readonly match: WatchMatch;
}

interface Raised {
  readonly facilityId: string;
  readonly alertId: string;
}

const MINUTE_MS = 60_000;

const RAISE_SQL = `
  INSERT INTO watch_alert (facility_id, alert_id, stay_id, arrived_on, list_id, entry_id, entry_version, list_kind, first_desk,
                           desk, score, reasons_sealed, state, raised_at, due_at)
  SELECT facility_id, alert_id, stay_id, arrived_on, list_id, entry_id, entry_version, list_kind, first_desk, first_desk, score,
         reasons_sealed, 'open', $12, due_at
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::uuid[], $6::uuid[], $7::integer[], $8::text[], $9::smallint[],
              $10::real[], $11::bytea[], $13::timestamptz[])
       AS s(facility_id, alert_id, stay_id, arrived_on, list_id, entry_id, entry_version, list_kind, first_desk, score,
            reasons_sealed, due_at)
  ON CONFLICT (facility_id, stay_id, entry_id) DO NOTHING
  RETURNING facility_id AS "facilityId", alert_id AS "alertId"`;

/**
 * Raises alerts in the transaction of what found them. A stay and an entry make one alert ever, and none when somebody has
 * decided that this is not the person. Returns what is to be appended to the history, which comes last (alert-history.ts).
 */
export async function raiseAlerts(
  tx: Transaction,
  seals: WatchSeals,
  sightings: readonly Sighting[],
  now: Date,
): Promise<AlertStep[]> {
  if (sightings.length === 0) return [];
  const left = await withoutCleared(tx, seals, sightings);
  if (left.length === 0) return [];
  // In one order everywhere, so that two workers who have found the same do not wait for each other.
  const ordered = [...left].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const rows = ordered.map((sighting) => ({ ...sighting, alertId: uuidV7(now) }));
  const boxes = await Promise.all(
    rows.map(({ arrivedOn, alertId, match }) => seals.sealMatch(arrivedOn, alertId, match.score.reasons)),
  );
  const raised = await tx.query<Raised[]>(RAISE_SQL, [
    rows.map(({ facilityId }) => facilityId),
    rows.map(({ alertId }) => alertId),
    rows.map(({ stayId }) => stayId),
    rows.map(({ arrivedOn }) => arrivedOn),
    rows.map(({ match }) => match.list.listId),
    rows.map(({ match }) => match.entryId),
    rows.map(({ match }) => match.entryVersion),
    rows.map(({ match }) => match.list.kind),
    rows.map(({ match }) => match.list.firstDesk),
    rows.map(({ match }) => match.score.score),
    boxes,
    now,
    rows.map(({ match }) => new Date(now.getTime() + match.list.acknowledgeMinutes * MINUTE_MS).toISOString()),
  ]);
  for (const { facilityId, alertId } of raised) {
    await appendAudit(tx, {
      at: now,
      facilityId,
      actor: WORKER,
      action: 'alert.raise',
      subjectKind: 'alert',
      subjectId: alertId,
      requestId: null,
    });
  }
  return raised.map((alert) => ({ ...alert, action: 'raise', at: now, actor: WORKER }));
}

export const WORKER = { kind: 'system', id: 'worker' } as const;

const orderOf = ({ facilityId, stayId, match }: Sighting): string => `${facilityId} ${stayId} ${match.entryId}`;

async function withoutCleared(
  tx: Transaction,
  seals: WatchSeals,
  sightings: readonly Sighting[],
): Promise<readonly Sighting[]> {
  const decisions = await tx.query<{ decisionId: string; entryId: string; box: Buffer }[]>(
    `SELECT decision_id AS "decisionId", entry_id AS "entryId", person_sealed AS box FROM watch_decision
     WHERE entry_id = ANY($1) AND revoked_at IS NULL`,
    [[...new Set(sightings.map(({ match }) => match.entryId))]],
  );
  const cleared = await Promise.all(
    decisions.map(async ({ decisionId, entryId, box }) => ({
      entryId,
      person: await seals.openCleared(decisionId, box),
    })),
  );
  return sightings.filter(
    ({ seen, match }) => !cleared.some(({ entryId, person }) => entryId === match.entryId && isCleared(person, seen)),
  );
}
