import { type Clock, type Database, NO_FACILITY, type Transaction } from '@luutru/platform';
import { collectChanges } from './change-collector';
import { fillDekads } from './dekad-filling';
import { addUpInMemory } from './add-up-in-memory';
import { countFacilities } from './facility-counting';
import { COUNT_DAYS, COUNT_STAYS } from './stay.statements';
import { COUNT_TRIPS } from './trip.statements';
import { linkWards } from './ward-linking';

/** While a transaction runs nothing younger can be sealed (ADR 0012), so that each is kept short. */
const STAYS_AT_ONCE = 2_000;
const FACILITIES_AT_ONCE = 100;
/** From nothing: many, so that each cell is written seldom, but seldom for longer than some seconds. */
const STAYS_IN_SPAN = 200_000;
/** Whoever holds it is the one who counts; taken for each transaction anew. */
const LOCK = 7_305_040;

/** What one run did. */
export interface StatisticsRun {
  /** Stays, trips and facilities looked at one by one. */
  readonly looked: number;
  /** Spans of days of which all stays were counted at once. */
  readonly spans: number;
}

interface Due {
  readonly facilityId: string;
  readonly subjectId: string;
}

/**
 * Keeps the figures up with stays, trips and facilities. Noting what changed is one transaction, counting some of it another
 * that also takes it off the list: whatever dies halfway is done again as a whole, and doing it twice changes nothing. Any
 * number of workers may run it; one counts at a time, the others find nothing to do.
 */
export class StatisticsReckoning {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staysInSpan = STAYS_IN_SPAN,
  ) {}

  async run(): Promise<StatisticsRun> {
    while (await this.alone(linkWards));
    while (await this.alone(fillDekads));
    await this.alone((tx) => collectChanges(tx, this.clock.now(), this.staysInSpan));
    let [looked, spans] = [0, 0];
    for (;;) {
      const done = await this.alone(countSome);
      if (!done) break;
      looked += done.looked;
      spans += done.spans;
    }
    return { looked, spans };
  }

  private alone<T>(work: (tx: Transaction) => Promise<T>): Promise<T | null> {
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const [lock] = await tx.query<[{ taken: boolean }]>(`SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`);
      return lock.taken ? work(tx) : null;
    });
  }
}

/** Facilities before what happened in them. Null when nothing was left. */
async function countSome(tx: Transaction): Promise<StatisticsRun | null> {
  const facilities = await take(tx, 'facility', FACILITIES_AT_ONCE);
  if (facilities.length > 0) {
    await countFacilities(
      tx,
      facilities.map(({ facilityId }) => facilityId),
    );
    return { looked: facilities.length, spans: 0 };
  }
  const trips = await take(tx, 'trip', STAYS_AT_ONCE);
  if (trips.length > 0) await tx.query(COUNT_TRIPS, pairs(trips));
  const stays = await take(tx, 'stay', STAYS_AT_ONCE);
  if (stays.length > 0) await tx.query(COUNT_STAYS, pairs(stays));
  if (trips.length + stays.length > 0) return { looked: trips.length + stays.length, spans: 0 };
  if (await countOldestSpan(tx)) return { looked: 0, spans: 1 };
  await tx.query('DELETE FROM statistic_now WHERE in_house = 0 AND overdue = 0');
  await tx.query('DELETE FROM statistic_worker_now WHERE in_house = 0');
  await tx.query(
    `UPDATE statistic_progress SET counted_at = collected_at WHERE counted_at IS DISTINCT FROM collected_at`,
  );
  return null;
}

/**
 * Many stays at once, the oldest first: of the rooms only those still taken when the span begins are looked up. The span is taken off the list last: until the first row is written
 * nothing younger waits for us.
 */
async function countOldestSpan(tx: Transaction): Promise<boolean> {
  const [span] = await tx.query<{ from: string; until: string }[]>(
    `SELECT from_day::text AS "from", until_day::text AS until FROM statistic_due_days ORDER BY from_day LIMIT 1`,
  );
  if (!span) return false;
  await addUpInMemory(tx);
  await tx.query(COUNT_DAYS, [span.from, span.until]);
  await tx.query('DELETE FROM statistic_due_days WHERE from_day = $1', [span.from]);
  return true;
}

async function take(tx: Transaction, kind: string, limit: number): Promise<readonly Due[]> {
  const [due] = await tx.query<[Due[], number]>(
    `DELETE FROM statistic_due WHERE (kind, facility_id, subject_id) IN (
       SELECT kind, facility_id, subject_id FROM statistic_due WHERE kind = $1 ORDER BY facility_id, subject_id LIMIT $2)
     RETURNING facility_id AS "facilityId", subject_id AS "subjectId"`,
    [kind, limit],
  );
  return due;
}

const pairs = (due: readonly Due[]): string[][] => [
  due.map(({ facilityId }) => facilityId),
  due.map(({ subjectId }) => subjectId),
];
