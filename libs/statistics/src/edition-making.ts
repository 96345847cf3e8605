import { localDate } from '@luutru/calendar';
import { unitArea } from '@luutru/access';
import { type Clock, type Database, NO_FACILITY, type Transaction } from '@luutru/platform';
import type { ReferenceDataService } from '@luutru/reference-data';
import { asOf } from './answer-scope';
import { openFrom } from './domain/editions/closing';
import { type ReleaseScope, type ScopeArea, sortOf } from './domain/editions/release-scope';
import { addMonths } from './domain/periods';
import { makeNextEdition } from './edition-maker';
import { firstMonth, keepScope } from './edition.repository';
import { makeOpenEdition, openScope } from './open-edition';
import { areaScopes, boundsOf, scopeOf } from './release-scopes';

/** What one run did: editions given out, and months that were found to be as they were given out. */
export interface EditionRun {
  readonly made: number;
  readonly looked: number;
}

/** Months back that late changes still make a new edition of. */
const REVISED_MONTHS = 24;
/** Editions made in one run, so that a worker that is told to stop stops. */
const AT_ONCE = 20;
/** Whoever holds it makes editions; taken for each transaction anew. */
const LOCK = 7_305_046;
const TOURISM = 'tourism-analyst';

interface Due {
  readonly scopeId: string;
  readonly policyId: string;
  readonly areas: readonly ScopeArea[];
  readonly threshold: number;
  readonly month: string;
}

/** Months without an edition, then those that were not looked at today; the newest first. $1 first, $2 after the last, $3 revised from, $4 today. */
const DUE_SQL = `
  SELECT s.scope_id AS "scopeId", s.policy_id AS "policyId", s.areas, s.threshold, m::date::text AS month
  FROM statistic_scope s CROSS JOIN generate_series($1::timestamp, $2::timestamp - interval '1 day', interval '1 month') AS m
  LEFT JOIN LATERAL (
    SELECT max(e.checked_on) AS checked_on FROM statistic_edition e WHERE e.scope_id = s.scope_id AND e.month = m::date) AS e ON true
  WHERE s.policy_id <> 'public' AND (e.checked_on IS NULL OR (e.checked_on < $4::date AND m >= $3::timestamp))
  ORDER BY e.checked_on IS NOT NULL, m DESC, s.scope_id LIMIT 1`;

const CHECKED_SQL = `
  UPDATE statistic_edition SET checked_on = $3::date
  WHERE scope_id = $1 AND month = $2::date
    AND number = (SELECT max(number) FROM statistic_edition WHERE scope_id = $1 AND month = $2::date)`;

/**
 * Gives out the figures of months that have closed, to every scope that was ever asked under and to everybody, and looks once a day
 * whether late declarations have changed them. Any number of workers may run it; what dies halfway is made again as a whole.
 */
export class EditionMaking {
  private knownOn: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly reference: ReferenceDataService,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<EditionRun> {
    const now = this.clock.now();
    const counted = await this.database.transaction(NO_FACILITY, asOf);
    if (!counted) return { made: 0, looked: 0 };
    const bound = openFrom(localDate(counted < now ? counted : now));
    await this.knowTourism(now);
    let [made, looked] = [0, 0];
    for (let at = 0; at < AT_ONCE; at += 1) {
      const done = await this.next(bound, now);
      if (!done) break;
      made += done.made;
      looked += 1;
    }
    return { made, looked };
  }

  /** The tourism authority of every province is known before it asks: what is published is made of its figures. */
  private async knowTourism(now: Date): Promise<void> {
    const today = localDate(now);
    if (this.knownOn === today) return;
    await this.database.transaction(NO_FACILITY, async (tx) => {
      const [bounds] = await boundsOf(tx, [TOURISM]);
      const provinces = await tx.query<{ id: string }[]>(
        `SELECT DISTINCT province_id AS id FROM statistic_place WHERE level = 'area' AND kind = ANY ($1::text[]) ORDER BY 1`,
        [bounds?.kinds ?? []],
      );
      for (const { id } of provinces) {
        const area = unitArea(this.reference.adminUnits, id, bounds?.kinds ?? []);
        if (bounds) await keepScope(tx, scopeOf(bounds, [area], this.reference), now);
      }
      if (provinces.length > 0) this.knownOn = today;
    });
  }

  private async next(bound: string, now: Date): Promise<{ made: number } | null> {
    const due = await this.database.transaction(NO_FACILITY, async (tx) => {
      const first = await firstMonth(tx);
      if (first === null || first >= bound) return null;
      const from = addMonths(bound, -REVISED_MONTHS);
      const [found] = await tx.query<Due[]>(DUE_SQL, [first, bound, from, localDate(now)]);
      return found ?? null;
    });
    if (!due) return null;
    const scope: ReleaseScope = { ...due, sort: sortOf(due.areas.flatMap(({ kinds }) => kinds)) };
    const access = { facilityIds: [], areas: areaScopes(scope) };
    return this.database.transaction(access, async (tx) => {
      const [lock] = await tx.query<[{ taken: boolean }]>(`SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`);
      return lock.taken ? this.make(tx, scope, due.month, now) : null;
    });
  }

  private async make(tx: Transaction, scope: ReleaseScope, month: string, now: Date): Promise<{ made: number }> {
    const current = await makeNextEdition(tx, scope, month, now);
    await tx.query(CHECKED_SQL, [scope.scopeId, month, localDate(now)]);
    const province = this.provinceOf(scope);
    const isOpenMade =
      current !== null &&
      province !== null &&
      (await makeOpenEdition(tx, openScope(province, scope), month, current, now));
    return { made: Number(current?.isNew ?? false) + Number(isOpenMade) };
  }

  /** The province of the tourism authority whose scope it is; null for another scope. */
  private provinceOf({ policyId, areas: [area, ...others] }: ReleaseScope): string | null {
    if (policyId !== TOURISM || !area || others.length > 0) return null;
    const { adminUnits } = this.reference;
    const province = adminUnits.find(area.wards[0] ?? '')?.parentId;
    if (!province) return null;
    const all = unitArea(adminUnits, province, null).wardIds;
    const isWhole = all.length === area.wards.length && all.every((ward) => area.wards.includes(ward));
    return isWhole && area.formerWards.length + area.zones.length === 0 ? province : null;
  }
}
