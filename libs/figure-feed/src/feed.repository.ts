import { Injectable } from '@nestjs/common';
import { PLATFORM_FACILITY } from '@luutru/audit';
import { AppError, Database, NO_FACILITY, type Transaction, uuidV7 } from '@luutru/platform';
import { feedCursor, readFeedCursor, tagOf } from './domain/feed-cursor';
import { type FeedChange, type FeedContent, type Told, toldKey } from './domain/subject';

/** Changes of a unit's feed after a place, and the place after them. */
export interface FeedPage {
  readonly changes: readonly FeedChange[];
  /** Null as long as nothing was told at all. */
  readonly next: string | null;
  /** There is more already. */
  readonly more: boolean;
}

const COLUMNS = `number::float8 AS number, change_id AS "changeId", at, subject_kind AS kind, subject, content`;

/**
 * The numbered changes of each unit's feed. Whoever appends holds the row of the feed until its commit, so that numbers are
 * given out in the order of commits: who has read up to a number misses nothing below it, and what is rolled back leaves no gap.
 */
@Injectable()
export class FeedRepository {
  constructor(private readonly database: Database) {}

  /** Units that have a key in force. */
  async units(now: Date): Promise<readonly string[]> {
    const [result] = await this.database.run<{ unitId: string }>(NO_FACILITY, {
      name: 'feed_units',
      text: `SELECT DISTINCT feed_unit_id AS "unitId" FROM api_key
             WHERE feed_unit_id IS NOT NULL AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $1) ORDER BY 1`,
      values: [now],
    });
    return (result?.rows ?? []).map(({ unitId }) => unitId);
  }

  /** What was told last of each subject, and the number of the last change. */
  async told(unitId: string): Promise<{ readonly number: number; readonly told: ReadonlyMap<string, FeedContent> }> {
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const [head] = await tx.query<{ last: number }[]>(
        'SELECT last_number::float8 AS last FROM feed WHERE unit_id = $1',
        [unitId],
      );
      const rows = await tx.query<Told[]>(
        'SELECT subject_kind AS kind, subject, content FROM feed_told WHERE unit_id = $1',
        [unitId],
      );
      return { number: head?.last ?? 0, told: new Map(rows.map((row) => [toldKey(row), row.content])) };
    });
  }

  /**
   * Tells changes that were worked out from what had been told up to a number. False when another has told something since: what
   * was worked out may be older than that. The transaction is short, as nothing younger can be sealed meanwhile (ADR 0012).
   */
  async tell(unitId: string, since: number, changes: readonly Told[], at: Date): Promise<boolean> {
    return this.database.transaction(NO_FACILITY, async (tx) => {
      await tx.query('INSERT INTO feed (unit_id) VALUES ($1) ON CONFLICT DO NOTHING', [unitId]);
      const [head] = await tx.query<{ last: number }[]>(
        'SELECT last_number::float8 AS last FROM feed WHERE unit_id = $1 FOR UPDATE',
        [unitId],
      );
      if (head?.last !== since) return false;
      await this.append(tx, unitId, changes, at);
      return true;
    });
  }

  /** Appends changes in their order. */
  async append(tx: Transaction, unitId: string, changes: readonly Told[], at: Date): Promise<void> {
    if (changes.length === 0) return;
    const rows = changes.map((change) => ({ ...change, changeId: uuidV7(at) }));
    await tx.query(
      `WITH head AS (
         UPDATE feed SET last_number = last_number + $4 WHERE unit_id = $1 RETURNING last_number - $4 AS before
       ), listed AS (
         SELECT h.before + c.place AS number, c.change_id, c.kind, c.subject, c.content
         FROM head h CROSS JOIN ROWS FROM (jsonb_to_recordset($2) AS
           (kind text, subject text, content jsonb, "changeId" uuid)) WITH ORDINALITY AS c(kind, subject, content, change_id, place)
       ), told AS (
         INSERT INTO feed_told (unit_id, subject_kind, subject, content, number)
         SELECT $1, kind, subject, content, number FROM listed
         ON CONFLICT (unit_id, subject_kind, subject) DO UPDATE SET content = excluded.content, number = excluded.number
       )
       INSERT INTO feed_change (unit_id, number, change_id, at, subject_kind, subject, content)
       SELECT $1, number, change_id, $3, kind, subject, content FROM listed`,
      [unitId, JSON.stringify(rows), at, changes.length],
    );
  }

  /**
   * The changes after a cursor, oldest first.
   * @throws `cursor-invalid` for what is no cursor, `feed-cursor-unknown` for one of changes that are not there any more
   */
  async page(unitId: string, since: string | undefined, limit: number): Promise<FeedPage> {
    const place = since === undefined ? { number: 0, tag: '' } : readFeedCursor(since);
    if (!place) throw new AppError('cursor-invalid', 'invalid');
    return this.inUnit(unitId, async (tx) => {
      const found = await tx.query<FeedChange[]>(
        `SELECT ${COLUMNS} FROM feed_change WHERE unit_id = $1 AND number >= $2 ORDER BY number LIMIT $3`,
        [unitId, place.number, limit + 2],
      );
      const [first] = found;
      const known = since === undefined || (first?.number === place.number && tagOf(first.changeId) === place.tag);
      if (!known) throw new AppError('feed-cursor-unknown', 'conflict');
      const after = since === undefined ? found : found.slice(1);
      const changes = after.slice(0, limit);
      const last = changes.at(-1);
      const next = last ? feedCursor(last.number, last.changeId) : (since ?? null);
      return { changes, next, more: after.length > limit };
    });
  }

  /** The number of the last change, and the number that a cursor stands for. Throws as {@link page}. */
  async numberOf(unitId: string, since: string | undefined): Promise<number> {
    if (since !== undefined) {
      await this.page(unitId, since, 1);
      return readFeedCursor(since)?.number ?? 0;
    }
    return this.inUnit(unitId, async (tx) => {
      const [row] = await tx.query<{ last: number }[]>(
        'SELECT last_number::float8 AS last FROM feed WHERE unit_id = $1',
        [unitId],
      );
      return row?.last ?? 0;
    });
  }

  /** Work on what belongs to one unit, as row security has it; its audit entries are the platform's. */
  inUnit<T>(unitId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction({ facilityIds: [PLATFORM_FACILITY] }, async (tx) => {
      await tx.query(`SELECT set_config('app.feed_unit', $1, true)`, [unitId]);
      return work(tx);
    });
  }
}
