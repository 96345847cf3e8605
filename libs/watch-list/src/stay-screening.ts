import { type PersonalData, SCREENING_TOPIC, STAY_SEAL } from '@luutru/declaration';
import {
  AppError,
  type Clock,
  type Database,
  type KeyRing,
  type Logger,
  NO_FACILITY,
  type Transaction,
} from '@luutru/platform';
import { type AlertStep, appendHistory } from './alert-history';
import { raiseAlerts, type Sighting, WORKER } from './alert-raising';
import type { SeenPerson } from './domain/seen-person';
import type { WatchedPeople } from './watched-people';
import type { WatchSeals } from './watch-seals';

/** A stay as screening reads it: as it stands now, whatever the event said. */
export interface ScreenedStay {
  readonly facilityId: string;
  readonly stayId: string;
  readonly arrivedOn: string;
  readonly state: string;
  readonly sex: 'M' | 'F';
  readonly nationality: string;
  readonly box: Buffer;
  readonly wardId: string;
}

interface ClaimedEvent extends Partial<ScreenedStay> {
  readonly facilityId: string;
  readonly outboxId: string;
  readonly eventType: string;
  readonly failedAttempts: number;
}

const BATCH = 200;
/** Stays whose key cannot be had just now are tried again for about an hour. */
const RETRY_MS = 30_000;
const MOST_TRIES = 120;
const PASSING: ReadonlySet<string> = new Set(['data-key-unknown', 'master-key-missing']);

const LOOK_SQL = `
  SELECT (SELECT revision FROM watch_list_clock)::float8 AS revision,
         EXISTS (SELECT FROM outbox WHERE topic = '${SCREENING_TOPIC}' AND state = 'pending' AND available_at <= $1) AS waiting`;

const CLAIM_SQL = `
  WITH due AS MATERIALIZED (
    SELECT facility_id, outbox_id, stay_id, event_type, failed_attempts FROM outbox
    WHERE topic = '${SCREENING_TOPIC}' AND state = 'pending' AND available_at <= $1
      AND NOT EXISTS (SELECT FROM delivery_switch WHERE topic = '${SCREENING_TOPIC}' AND paused)
    ORDER BY created_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
  )
  SELECT d.facility_id AS "facilityId", d.outbox_id AS "outboxId", d.event_type AS "eventType",
         d.failed_attempts AS "failedAttempts", s.stay_id AS "stayId", s.arrived_on::text AS "arrivedOn", s.state, s.sex,
         s.nationality, s.personal_sealed AS box, f.ward_id AS "wardId"
  FROM due d
  JOIN facility f ON f.facility_id = d.facility_id
  LEFT JOIN name_index n ON n.facility_id = d.facility_id AND n.stay_id = d.stay_id AND n.kind = 1
  LEFT JOIN stay s ON s.facility_id = n.facility_id AND s.arrived_on = n.arrived_on AND s.stay_id = n.stay_id`;

const FINISH_SQL = `
  UPDATE outbox o SET state = e.state, finished_at = $6::timestamptz, last_error = e.error, failed_attempts = e.tries,
         available_at = CASE WHEN e.state = 'pending' THEN $6::timestamptz + interval '${RETRY_MS} milliseconds' ELSE o.available_at END
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::integer[]) AS e(facility_id, outbox_id, state, error, tries)
  WHERE o.facility_id = e.facility_id AND o.outbox_id = e.outbox_id`;

export interface ScreeningParts {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly seals: WatchSeals;
  readonly people: WatchedPeople;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Holds declared people against the lists: a batch is one transaction that takes events off the outbox, raises alerts and
 * marks the events, so that whatever dies leaves nothing half done and any number of workers may share the work. The order
 * of a stay's events does not matter, because each looks at the stay as it stands.
 *
 * The revision of the lists is read after the stays: a stay committed after a change of the lists is never screened without
 * that change. Stays committed before it are found by the re-screening that began with the change.
 */
export class StayScreening {
  constructor(private readonly parts: ScreeningParts) {}

  /** Screens what is due, at most {@link BATCH} events. Returns how many events were taken up. */
  async run(): Promise<number> {
    const { database, people, clock } = this.parts;
    const [result] = await database.run<{ revision: number; waiting: boolean }>(NO_FACILITY, {
      name: 'screening_look',
      text: LOOK_SQL,
      values: [clock.now()],
    });
    const look = result?.rows[0];
    if (look && look.revision !== people.revision) {
      await database.transaction(NO_FACILITY, (tx) => people.refresh(tx, look.revision));
    }
    return look?.waiting ? database.transaction(NO_FACILITY, (tx) => this.screen(tx)) : 0;
  }

  private async screen(tx: Transaction): Promise<number> {
    const now = this.parts.clock.now();
    const events = await tx.query<ClaimedEvent[]>(CLAIM_SQL, [now]);
    if (events.length === 0) return 0;
    const [clock] = await tx.query<{ revision: number }[]>('SELECT revision::float8 AS revision FROM watch_list_clock');
    await this.parts.people.refresh(tx, clock?.revision ?? 0);
    const ends: { event: ClaimedEvent; state: 'done' | 'dead' | 'pending'; error: string | null }[] = [];
    const sightings: Sighting[] = [];
    for (const event of events) {
      try {
        if (isStay(event)) sightings.push(...(await sight(this.parts, event, now)));
        ends.push({ event, state: 'done', error: null });
      } catch (error) {
        ends.push({ event, ...this.failure(event, error) });
      }
    }
    await tx.query(FINISH_SQL, [
      ends.map(({ event }) => event.facilityId),
      ends.map(({ event }) => event.outboxId),
      ends.map(({ state }) => state),
      ends.map(({ error }) => error),
      ends.map(({ event, state }) => event.failedAttempts + (state === 'done' ? 0 : 1)),
      now,
    ]);
    // Alerts that are there are locked before the history is: officers do it in that order too.
    const departed = await this.departures(tx, events, now);
    const raised = await raiseAlerts(tx, this.parts.seals, sightings, now);
    await appendHistory(tx, [...departed, ...raised]);
    return events.length;
  }

  /** What cannot be read now is tried later; what can never be read is set aside and keeps nobody else waiting. */
  private failure(event: ClaimedEvent, error: unknown): { state: 'dead' | 'pending'; error: string } {
    const code = error instanceof AppError ? error.code : 'screening-failed';
    if (code === 'database-unavailable') throw error;
    const later = PASSING.has(code) && event.failedAttempts < MOST_TRIES;
    if (!later)
      this.parts.logger.error({ outboxId: event.outboxId, code }, 'a stay cannot be screened and is set aside');
    return { state: later ? 'pending' : 'dead', error: code };
  }

  /** Who handles an alert is told that the person has left, or was never there. */
  private async departures(tx: Transaction, events: readonly ClaimedEvent[], now: Date): Promise<AlertStep[]> {
    const ended = events.filter(({ eventType }) => eventType === 'departure' || eventType === 'cancellation');
    if (ended.length === 0) return [];
    const alerts = await tx.query<{ facilityId: string; alertId: string; eventType: string }[]>(
      `SELECT a.facility_id AS "facilityId", a.alert_id AS "alertId", e.event_type AS "eventType"
       FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS e(facility_id, stay_id, event_type)
       JOIN watch_alert a ON a.facility_id = e.facility_id AND a.stay_id = e.stay_id
       WHERE a.state <> 'closed' ORDER BY a.facility_id, a.alert_id FOR UPDATE OF a`,
      [
        ended.map(({ facilityId }) => facilityId),
        ended.map(({ stayId }) => stayId ?? null),
        ended.map(({ eventType }) => eventType),
      ],
    );
    const action = (type: string): string => (type === 'departure' ? 'stay-departed' : 'stay-cancelled');
    const steps = alerts.map(({ eventType, ...alert }) => ({
      ...alert,
      action: action(eventType),
      at: now,
      actor: WORKER,
    }));
    // A stay may have ended twice since: checked out, taken back, cancelled.
    return [...new Map(steps.map((step) => [step.alertId, step])).values()];
  }
}

/** Null columns where the stay is gone: its month was dropped while the event waited. */
const isStay = (event: ClaimedEvent): event is ClaimedEvent & ScreenedStay =>
  event.box instanceof Buffer && event.state !== 'cancelled';

/** Opens a stay and finds the entries that its person may be. */
export async function sight(
  { keyRing, people }: Pick<ScreeningParts, 'keyRing' | 'people'>,
  stay: ScreenedStay,
  now: Date,
): Promise<Sighting[]> {
  const { facilityId, stayId, arrivedOn, sex, nationality } = stay;
  const text = await keyRing.open(STAY_SEAL.table, STAY_SEAL.column, stayId, stay.box);
  const { fullName, birthDate, documentNumber } = JSON.parse(text) as PersonalData;
  const seen: SeenPerson = { fullName, birthDate, documentNumber, sex, nationality };
  return people.screen(seen, stay.wardId, now).map((match) => ({ facilityId, stayId, arrivedOn, seen, match }));
}
