import { Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { localDate } from '@luutru/calendar';
import { findTable } from '@luutru/declaration-file';
import { AppError, CLOCK, type Clock, Database, type Issue, type Transaction, uuidV7 } from '@luutru/platform';
import { Inject } from '@nestjs/common';
import { canonical, checkEntry, type EntryContent } from './domain/entry-content';
import { columnOfPointer, type EntryHeader, readEntryHeader, readEntryRow } from './entry-table';
import { EntryService } from './entry.service';
import type { ProposalItem } from './proposal.statements';

/** Rows of one file; a larger list comes in several. */
export const MOST_ROWS = 10_000;
export const MOST_BYTES = 16 * 1024 * 1024;
/** Faults and samples that an answer shows. */
const SHOWN = 100;

export interface ImportOrder {
  readonly listId: string;
  readonly file: Buffer;
  /** The file is the whole list: entries that it does not name are withdrawn. */
  readonly complete: boolean;
  readonly mode: 'preview' | 'propose';
}

/** A fault of a row, and the column it is in. */
export interface RowFault {
  readonly row: number;
  readonly column: string | null;
  readonly issue: Issue;
}

export interface ImportResult {
  /** Null for a preview. */
  readonly proposalId: string | null;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  /** In the list already, word for word. */
  readonly same: number;
  readonly withdrawn: number;
  readonly faulty: number;
  readonly faults: readonly RowFault[];
  readonly sample: readonly { readonly row: number; readonly action: 'add' | 'change'; readonly name: string }[];
}

interface ReadRow {
  readonly row: number;
  readonly content: EntryContent;
  readonly validUntil: string | null;
}

interface Present {
  readonly entryId: string;
  readonly version: number;
  readonly validUntil: string | null;
  readonly content: EntryContent;
}

/** Entries from a workbook or a CSV file: what they would change, and then a proposal of it. */
@Injectable()
export class EntryImport {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A preview tells faults beside what would change; a proposal takes a file without faults only.
   * @throws `not-found`, `watch-list-ended`, `watch-import-too-many`, `watch-import-faulty`, `watch-import-changes-nothing`,
   *   and for what is no such file as `findTable` does
   */
  async run(caller: Caller, { listId, file, complete, mode }: ImportOrder): Promise<ImportResult> {
    const read = await this.read(file);
    return this.database.transaction(this.entries.scope(caller), async (tx) => {
      const list = await this.entries.activeList(tx, listId);
      const plan = await this.plan(tx, listId, read.rows, complete);
      const { items, ...counts } = plan;
      const result = {
        rows: read.rows.length + read.faulty,
        faulty: read.faulty,
        faults: read.faults.slice(0, SHOWN),
        ...counts,
      };
      if (mode === 'preview') return { ...result, proposalId: null };
      if (read.faulty > 0) throw faulty(read.faults, read.faulty);
      if (items.length === 0) throw new AppError('watch-import-changes-nothing', 'conflict');
      return { ...result, proposalId: await this.entries.insert(tx, caller, list, items) };
    });
  }

  private async read(file: Buffer): Promise<{ rows: ReadRow[]; faults: RowFault[]; faulty: number }> {
    const source = {
      size: file.length,
      read: async (offset: number, length: number) => file.subarray(offset, offset + length),
    };
    const table = await findTable(source, readEntryHeader);
    const today = localDate(this.clock.now());
    const rows: ReadRow[] = [];
    const faults: RowFault[] = [];
    const references = new Map<string, number>();
    let faulty = 0;
    for await (const tableRow of table.rows()) {
      const found = readEntryRow(tableRow, table.header);
      if (!found) continue;
      if (rows.length + faulty >= MOST_ROWS) throw new AppError('watch-import-too-many', 'invalid', { max: MOST_ROWS });
      const { row, validUntil } = found;
      const { content, faults: wrong } = checkEntry(found.entry, today);
      const issues: Issue[] = [...found.issues, ...wrong];
      if (validUntil !== null && validUntil < today)
        issues.push({ code: 'watch-validity-over', pointer: '/validUntil' });
      const other = content.reference === null ? undefined : references.get(content.reference);
      if (other !== undefined) issues.push({ code: 'watch-reference-twice', pointer: '/reference', params: { other } });
      else if (content.reference !== null) references.set(content.reference, row);
      if (issues.length === 0) rows.push({ row, content, validUntil });
      else {
        faulty += 1;
        faults.push(...issues.map((issue) => faultOf(row, issue, table.header)));
      }
    }
    if (rows.length + faulty === 0) throw new AppError('file-without-rows', 'invalid');
    return { rows, faults, faulty };
  }

  private async plan(tx: Transaction, listId: string, rows: readonly ReadRow[], complete: boolean) {
    const present = await this.present(tx, listId);
    const byReference = new Map(
      present.flatMap((entry) => (entry.content.reference ? [[entry.content.reference, entry]] : [])),
    );
    const byContent = new Map(present.map((entry) => [canonical(entry.content), entry]));
    const now = this.clock.now();
    const named = new Set<string>();
    const items: ProposalItem[] = [];
    const sample: { row: number; action: 'add' | 'change'; name: string }[] = [];
    let same = 0;
    for (const { row, content, validUntil } of rows) {
      const known = byContent.get(canonical(content)) ?? byReference.get(content.reference ?? '');
      if (known) named.add(known.entryId);
      if (known && known.validUntil === validUntil && canonical(known.content) === canonical(content)) {
        same += 1;
        continue;
      }
      const action = known ? 'change' : 'add';
      const entryId = known?.entryId ?? uuidV7(now);
      const box = await this.entries.seals.sealEntry(entryId, content);
      items.push({ action, entryId, baseVersion: known?.version ?? null, box, validUntil });
      if (sample.length < SHOWN) sample.push({ row, action, name: content.names[0] ?? '' });
    }
    const gone = complete ? present.filter(({ entryId }) => !named.has(entryId)) : [];
    for (const { entryId, version, validUntil } of gone)
      items.push({ action: 'withdraw', entryId, baseVersion: version, box: null, validUntil });
    const count = (action: ProposalItem['action']): number => items.filter((item) => item.action === action).length;
    return { items, sample, same, added: count('add'), changed: count('change'), withdrawn: gone.length };
  }

  private async present(tx: Transaction, listId: string): Promise<Present[]> {
    const rows = await tx.query<(Omit<Present, 'content'> & { box: Buffer })[]>(
      `SELECT entry_id AS "entryId", version, valid_until::text AS "validUntil", content_sealed AS box
       FROM watch_list_entry WHERE list_id = $1 AND state = 'active'`,
      [listId],
    );
    return Promise.all(
      rows.map(async ({ box, ...row }) => ({ ...row, content: await this.entries.seals.openEntry(row.entryId, box) })),
    );
  }
}

const faultOf = (row: number, issue: Issue, header: EntryHeader): RowFault => ({
  row,
  column: (issue.params?.column as string | undefined) ?? columnOfPointer(header, issue.pointer),
  issue,
});

function faulty(faults: readonly RowFault[], count: number): AppError {
  const issues = faults
    .slice(0, SHOWN)
    .map(({ row, issue }) => ({ ...issue, pointer: `/rows/${row}${issue.pointer}` }));
  return new AppError('watch-import-faulty', 'invalid', { rows: count }, issues);
}
