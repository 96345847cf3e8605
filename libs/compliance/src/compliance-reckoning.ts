import { addDays, localDate, localTimeOfDay } from '@luutru/calendar';
import { type Clock, type Database, NO_FACILITY, type Transaction } from '@luutru/platform';
import { collectChanges } from './change-collector';
import { excusedDays, type Gap } from './domain/excused-days';
import { judgeSilence, type SilenceRule } from './domain/silence';
import { standingOf } from './domain/standing';
import type { BandRule } from './domain/bands';
import { FORGET_CAPACITY, FORGET_DAYS, ROLL_UP_CAPACITY, ROLL_UP_DAYS } from './rollup.statements';
import { type FacilityFacts, type Reckoned, StandingRepository } from './standing.repository';

/**
 * Facilities of one transaction: many when only some weeks of each are made anew, few when all of their years are. While a
 * transaction runs nothing younger can be sealed (ADR 0012), and the police may not look at stays that are not sealed in time.
 */
const BATCH = 100;
const BATCH_OF_YEARS = 5;
const WEEKS_DAYS = 100;
const NIGHT_OVER = '04:00';

interface Due {
  readonly facilityId: string;
  readonly since: string;
}

/** What one run did. */
export interface Reckoning {
  readonly facilities: number;
  readonly silenced: number;
  readonly ended: number;
}

/**
 * Keeps figures and standings of facilities up with their stays. Noting what changed is one transaction, reckoning some
 * facilities another that also takes them off the list: whatever dies halfway is done again as a whole, and doing it twice
 * changes nothing. Any number of workers may run it at once.
 */
export class ComplianceReckoning {
  private readonly standings = new StandingRepository();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<Reckoning> {
    const now = this.clock.now();
    await this.database.transaction(NO_FACILITY, (tx) => collectChanges(tx, localDate(now)));
    let [facilities, silenced, ended] = [0, 0, 0];
    for (;;) {
      const done = await this.database.transaction(NO_FACILITY, (tx) => this.reckonSome(tx, now));
      facilities += done.facilities;
      silenced += done.silenced;
      ended += done.ended;
      if (done.facilities === 0) return { facilities, silenced, ended };
    }
  }

  private async reckonSome(tx: Transaction, now: Date): Promise<Reckoning> {
    const today = localDate(now);
    const due = await take(tx, today);
    if (due.length === 0) return { facilities: 0, silenced: 0, ended: 0 };
    await this.rollUp(tx, due, now);
    const { silence, bands } = await this.standings.rules(tx, today);
    const gaps = await this.standings.gaps(tx, silence.outageHours);
    const ids = due.map(({ facilityId }) => facilityId);
    const facts = await this.standings.facts(tx, ids, today);
    const reckoned = facts.map((one) => reckon(one, today, gaps, silence, bands));
    return { facilities: due.length, ...(await this.standings.store(tx, reckoned, today, now)) };
  }

  private async rollUp(tx: Transaction, due: readonly Due[], now: Date): Promise<void> {
    const facilities = due.map(({ facilityId }) => facilityId);
    const since = due.map((one) => one.since);
    const earliest = since.reduce((first, day) => (day < first ? day : first));
    const night = addDays(localDate(now), localTimeOfDay(now) >= NIGHT_OVER ? -1 : -2);
    await tx.query(FORGET_DAYS, [facilities, since]);
    await tx.query(ROLL_UP_DAYS, [facilities, since, earliest]);
    await tx.query(FORGET_CAPACITY, [facilities, since]);
    await tx.query(ROLL_UP_CAPACITY, [facilities, since, earliest, night]);
  }
}

/** Takes facilities off the list, those with little to do first. */
async function take(tx: Transaction, today: string): Promise<readonly Due[]> {
  const takeSince = async (day: string, limit: number): Promise<readonly Due[]> => {
    const [due] = await tx.query<[Due[], number]>(
      `DELETE FROM compliance_due WHERE facility_id IN (
         SELECT facility_id FROM compliance_due WHERE since >= $1::date ORDER BY facility_id LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING facility_id AS "facilityId", since::text AS since`,
      [day, limit],
    );
    return due;
  };
  const recent = await takeSince(addDays(today, -WEEKS_DAYS), BATCH);
  return recent.length > 0 ? recent : takeSince('-infinity', BATCH_OF_YEARS);
}

function reckon(
  facts: FacilityFacts,
  today: string,
  gaps: readonly Gap[],
  silenceRule: SilenceRule,
  bands: BandRule,
): Reckoned {
  const { facilityId, wardId, declarations, figures, ...rest } = facts;
  const excused = excusedDays(gaps, wardId, silenceRule.outageHours);
  const silence = judgeSilence(
    { today, ...rest, declarations: new Map(Object.entries(declarations)), excused },
    silenceRule,
  );
  return { facilityId, silence, standing: standingOf(silence, figures, bands) };
}
