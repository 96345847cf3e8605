import { Injectable } from '@nestjs/common';
import { BlindIndex, runIn, type StatementTarget, uuidV7 } from '@luutru/platform';
import { neighboursOf, type NumberSearches, type WalkingKind } from './domain/walking';
import type { LimitKind, SearchCounts } from './domain/search-limits';

/** Who searches, and the units they work for. */
export interface Officer {
  readonly id: string;
  readonly unitIds: readonly string[];
}

/** One page of a search, as it is kept. */
export interface LoggedSearch {
  readonly searchId: string;
  readonly page: number;
  readonly at: Date;
  readonly purpose: string;
  readonly caseNumber: string;
  readonly criteria: readonly string[];
  readonly persons: number;
  readonly rowsShown: number;
  readonly cut: boolean;
  /** Fingerprint of the number that was searched by. */
  readonly trace: Buffer | null;
}

const TRACE_PURPOSE = 'searched-number';
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** One officer searches once at a time, so that limits are exact; another officer never waits. */
const LOCK = 7_305_034;

/** The log of searches and the notices to supervisors; row security shows an officer their own searches only. */
@Injectable()
export class SearchLogRepository {
  constructor(private readonly index: BlindIndex) {}

  /**
   * Begins the work of an officer within a transaction: says who it is to row security, and waits for their other search. Plans
   * are made once: over dozens of partitions planning takes ten times as long as finding.
   */
  async begin(tx: StatementTarget, officer: Officer): Promise<void> {
    await runIn(tx, {
      name: 'search_begin',
      text: `SELECT set_config('app.officer', $1, true), set_config('plan_cache_mode', 'force_generic_plan', true),
                    pg_advisory_xact_lock($2, hashtext($1))`,
      values: [officer.id, LOCK],
    });
  }

  /** What the officer has searched in the hour and the 24 hours before. */
  async counts(tx: StatementTarget, officer: Officer, now: Date): Promise<SearchCounts> {
    const [row] = await runIn<SearchCounts>(tx, {
      name: 'search_counts',
      text: `SELECT count(*) FILTER (WHERE page = 1 AND at > $3)::integer AS hour,
                    count(*) FILTER (WHERE page = 1)::integer AS day,
                    coalesce(sum(rows_shown), 0)::integer AS rows,
                    min(at) FILTER (WHERE page = 1 AND at > $3) AS "hourBegan", min(at) AS "dayBegan"
             FROM police_search WHERE officer_id = $1 AND at > $2`,
      values: [officer.id, new Date(now.getTime() - DAY_MS), new Date(now.getTime() - HOUR_MS)],
    });
    if (!row) throw new Error('An aggregate always has a row');
    return row;
  }

  trace(number: string): Buffer {
    return this.index.of(TRACE_PURPOSE, number).value;
  }

  /** How the numbers of the officer's last 24 hours lie to this one; nobody can tell the numbers themselves. */
  async numberSearches(tx: StatementTarget, officer: Officer, number: string, now: Date): Promise<NumberSearches> {
    const near = neighboursOf(number).flatMap((other) =>
      this.index.candidates(TRACE_PURPOSE, other).map(({ value }) => value),
    );
    const [row] = await runIn<NumberSearches>(tx, {
      name: 'search_numbers',
      text: `SELECT count(DISTINCT trace) FILTER (WHERE trace = ANY($3))::integer AS neighbours,
                    count(DISTINCT trace) FILTER (WHERE persons = 0)::integer AS misses
             FROM police_search WHERE officer_id = $1 AND at > $2 AND trace IS NOT NULL`,
      values: [officer.id, new Date(now.getTime() - DAY_MS), near],
    });
    return row ?? { neighbours: 0, misses: 0 };
  }

  async append(tx: StatementTarget, officer: Officer, search: LoggedSearch): Promise<void> {
    await runIn(tx, {
      name: 'search_append',
      text: `INSERT INTO police_search (search_id, page, officer_id, unit_ids, at, purpose, case_number, criteria, persons,
                                        rows_shown, cut, trace)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      values: [
        search.searchId,
        search.page,
        officer.id,
        officer.unitIds,
        search.at,
        search.purpose,
        search.caseNumber,
        search.criteria,
        search.persons,
        search.rowsShown,
        search.cut,
        search.trace,
      ],
    });
  }

  /** Tells the officer's supervisors that they look beyond their jurisdiction: each time. */
  async notifyOpened(tx: StatementTarget, officer: Officer, at: Date): Promise<void> {
    await runIn(tx, {
      name: 'search_notice_opened',
      text: `INSERT INTO search_notice (notice_id, officer_id, unit_ids, kind, at, hour, count)
             VALUES ($1, $2, $3, 'break-glass-opened', $4, $4, 1) ON CONFLICT DO NOTHING`,
      values: [uuidV7(at), officer.id, officer.unitIds, at],
    });
  }

  /** Tells the officer's supervisors, once an hour for the same reason. */
  async notify(
    tx: StatementTarget,
    officer: Officer,
    notice: { readonly kind: LimitKind | WalkingKind; readonly count: number; readonly at: Date },
  ): Promise<void> {
    const hour = new Date(Math.floor(notice.at.getTime() / HOUR_MS) * HOUR_MS);
    await runIn(tx, {
      name: 'search_notice',
      text: `INSERT INTO search_notice (notice_id, officer_id, unit_ids, kind, at, hour, count)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      values: [uuidV7(notice.at), officer.id, officer.unitIds, notice.kind, notice.at, hour, notice.count],
    });
  }
}
