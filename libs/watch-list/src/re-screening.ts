import { addDays, localDate } from '@luutru/calendar';
import { AppError, NO_FACILITY, type Transaction } from '@luutru/platform';
import { appendHistory } from './alert-history';
import { raiseAlerts, type Sighting } from './alert-raising';
import { type ScreenedStay, type ScreeningParts, sight } from './stay-screening';
import { type EntryChoice, WatchedPeople } from './watched-people';

export interface ReScreeningOptions {
  /** How far back people who have left meanwhile are held against a change of the lists. */
  readonly days: number;
}

interface Job {
  readonly rescreenId: string;
  /** Of the lists, as the step begins. */
  readonly revision: string;
  readonly listId: string;
  readonly proposalId: string | null;
  readonly entryId: string | null;
  readonly since: string | null;
  readonly month: string | null;
  readonly facilityId: string | null;
  readonly arrivedOn: string | null;
  readonly stayId: string | null;
}

/** Without its sealed part when it is none to be looked at. */
type WalkedStay = Omit<ScreenedStay, 'box'> & { readonly box: Buffer | null };

/** Stays that a step walks past; those to be looked at among them are opened. */
const STEP = 1_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const CLAIM_SQL = `
  SELECT rescreen_id AS "rescreenId", list_id AS "listId", proposal_id AS "proposalId", entry_id AS "entryId",
         since::text AS since, month::text AS month, facility_id AS "facilityId", arrived_on::text AS "arrivedOn",
         stay_id AS "stayId", (SELECT revision FROM watch_list_clock) AS revision
  FROM watch_rescreen WHERE finished_at IS NULL AND due_at <= $1 ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`;

/** Months that hold stays, as the names of the partitions tell. */
const MONTHS_SQL = `
  SELECT to_char(to_date(right(c.relname, 7), 'YYYY_MM'), 'YYYY-MM-DD') AS month
  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
  WHERE i.inhparent = 'stay'::regclass ORDER BY 1 DESC`;

const WALK_SQL = `
  WITH walked AS MATERIALIZED (
    SELECT facility_id, arrived_on, stay_id, state FROM stay
    WHERE arrived_on >= $1::date AND arrived_on < $1::date + interval '1 month'
      AND (facility_id, arrived_on, stay_id) > ($2::uuid, $3::date, $4::uuid)
    ORDER BY facility_id, arrived_on, stay_id LIMIT ${STEP}
  )
  SELECT w.facility_id AS "facilityId", w.stay_id AS "stayId", w.arrived_on::text AS "arrivedOn", s.state, s.sex, s.nationality,
         s.personal_sealed AS box, f.ward_id AS "wardId"
  FROM walked w
  JOIN facility f ON f.facility_id = w.facility_id
  LEFT JOIN stay s ON s.facility_id = w.facility_id AND s.arrived_on = w.arrived_on AND s.stay_id = w.stay_id
    AND (s.state IN ('in_house', 'overdue') OR (s.state <> 'cancelled' AND s.arrived_on >= $5::date))
  ORDER BY w.facility_id, w.arrived_on, w.stay_id`;

/**
 * Holds the people in house, and those of the last days, against what a change of the lists brought: newest month first, a
 * step at a time. A step is one transaction with the cursor it moves, so that any worker goes on where another was killed.
 * People who left before the last days are passed by without being opened.
 */
export class ReScreening {
  private changed?: { readonly key: string; readonly people: WatchedPeople };

  constructor(
    private readonly parts: Omit<ScreeningParts, 'people'>,
    private readonly options: ReScreeningOptions,
  ) {}

  /** Does one step. Returns false when there is nothing to do. */
  async run(): Promise<boolean> {
    return this.parts.database.transaction(NO_FACILITY, async (tx) => {
      const now = this.parts.clock.now();
      const [job] = await tx.query<Job[]>(CLAIM_SQL, [now]);
      if (!job) return false;
      const months = (await tx.query<{ month: string }[]>(MONTHS_SQL)).map(({ month }) => month);
      const month = months.find((candidate) => job.month === null || candidate <= job.month);
      const people = await this.people(tx, job);
      if (month === undefined || people.size === 0) await this.finish(tx, job, now);
      else await this.step(tx, job, people, month, now);
      return true;
    });
  }

  private async step(tx: Transaction, job: Job, people: WatchedPeople, month: string, now: Date): Promise<void> {
    const since = job.since ?? addDays(localDate(now), -this.options.days);
    const began = month === job.month && job.facilityId !== null;
    const from = began ? [job.facilityId, job.arrivedOn, job.stayId] : [FIRST_ID, month, FIRST_ID];
    const walked = await tx.query<WalkedStay[]>(WALK_SQL, [month, ...from, since]);
    const present = walked.filter((stay): stay is ScreenedStay => stay.box !== null);
    const sightings: Sighting[] = [];
    for (const stay of present) sightings.push(...(await this.sightSafely(people, stay, now)));
    const raised = await raiseAlerts(tx, this.parts.seals, sightings, now);
    const last = walked.length === STEP ? walked.at(-1) : undefined;
    await tx.query(
      `UPDATE watch_rescreen SET since = $2, month = $3, facility_id = $4, arrived_on = $5, stay_id = $6, seen = seen + $7,
              raised = raised + $8 WHERE rescreen_id = $1`,
      [
        job.rescreenId,
        since,
        last ? month : addDays(month, -1),
        last?.facilityId ?? null,
        last?.arrivedOn ?? null,
        last?.stayId ?? null,
        present.length,
        raised.length,
      ],
    );
    await appendHistory(tx, raised);
  }

  /** A stay that cannot be opened was set aside when it was declared, with a code; here it is passed by. */
  private async sightSafely(people: WatchedPeople, stay: ScreenedStay, now: Date): Promise<Sighting[]> {
    try {
      return await sight({ keyRing: this.parts.keyRing, people }, stay, now);
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'database-unavailable') throw error;
      this.parts.logger.warn({ stayId: stay.stayId, code: error.code }, 're-screening passes a stay by');
      return [];
    }
  }

  /** The changed entries as they are now, kept in memory from step to step. */
  private async people(tx: Transaction, job: Job): Promise<WatchedPeople> {
    const key = `${job.rescreenId} ${job.revision}`;
    if (this.changed?.key === key) return this.changed.people;
    const people = new WatchedPeople(this.parts.seals, this.parts.logger);
    await people.load(tx, await choiceOf(tx, job));
    this.changed = { key, people };
    return people;
  }

  private async finish(tx: Transaction, { rescreenId }: Job, now: Date): Promise<void> {
    delete this.changed;
    await tx.query('UPDATE watch_rescreen SET finished_at = $2 WHERE rescreen_id = $1', [rescreenId, now]);
  }
}

/** One entry, those of a proposal, or the whole list when the list itself was changed. */
async function choiceOf(tx: Transaction, { entryId, proposalId, listId }: Job): Promise<EntryChoice> {
  if (entryId !== null) return { where: 'e.entry_id = $1', values: [entryId] };
  const [items] = await tx.query<{ any: boolean }[]>(
    'SELECT EXISTS (SELECT FROM watch_list_proposal_item WHERE proposal_id = $1) AS any',
    [proposalId],
  );
  return proposalId !== null && items?.any
    ? {
        where: `e.entry_id IN (SELECT i.entry_id FROM watch_list_proposal_item i WHERE i.proposal_id = $1 AND i.action <> 'withdraw')`,
        values: [proposalId],
      }
    : { where: 'e.list_id = $1', values: [listId] };
}
