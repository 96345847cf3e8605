import type { Transaction } from '@luutru/platform';
import { AUDIT_COLUMNS, type AuditRow } from './domain/leaf';

const PAGE = 2_000;

const columns = AUDIT_COLUMNS.map((name) =>
  // As text of a number of any size: what someone wrote into the row may be no time at all.
  name === 'at' ? `trunc(extract(epoch FROM at) * 1000000)::text AS at` : `${name}::text AS ${name}`,
);

/** Reads entries in the order they are sealed in, a page at a time; one reader a transaction. */
export class EntryReader {
  private page: AuditRow[] = [];
  private index = 0;

  private constructor(private readonly tx: Transaction) {}

  /** Opens a reader over the entries whose transaction lies in [from, upto). */
  static async open(tx: Transaction, fromXact: string, uptoXact: string): Promise<EntryReader> {
    // Meant to be read to its end, but must start at once: the planner shall walk the index, not sort everything first.
    await tx.query('SET LOCAL cursor_tuple_fraction = 0.0001');
    await tx.query(
      `DECLARE audit_entries NO SCROLL CURSOR FOR SELECT ${columns.join(', ')} FROM audit_entry
       WHERE xact >= $1::xid8 AND xact < $2::xid8 ORDER BY audit_entry.xact, audit_entry.at, audit_entry.facility_id, audit_entry.audit_id`,
      [fromXact, uptoXact],
    );
    return new EntryReader(tx);
  }

  /** Hands over every next entry that is older than a transaction. */
  async takeBelow(uptoXact: string, take: (row: AuditRow) => void): Promise<void> {
    const upto = BigInt(uptoXact);
    do {
      for (; this.index < this.page.length; this.index += 1) {
        const row = this.page[this.index];
        if (row === undefined || BigInt(row.xact ?? 0) >= upto) return;
        take(row);
      }
    } while (await this.turnPage());
  }

  private async turnPage(): Promise<boolean> {
    this.page = await this.tx.query<AuditRow[]>(`FETCH FORWARD ${PAGE} FROM audit_entries`);
    this.index = 0;
    return this.page.length > 0;
  }
}
