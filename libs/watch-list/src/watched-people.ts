import { localDate } from '@luutru/calendar';
import { AppError, type Logger, type Transaction } from '@luutru/platform';
import { type PersonDescription, type PersonScore, ScreeningIndex } from '@luutru/screening';
import { describeEntry } from './domain/entry-content';
import { isInForce } from './domain/list-facts';
import type { ListKindCode } from './domain/list-kind';
import { describeSeen, type SeenPerson } from './domain/seen-person';
import type { WatchSeals } from './watch-seals';

/** A list as screening needs it. */
export interface WatchedList {
  readonly listId: string;
  readonly kind: ListKindCode;
  readonly state: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly threshold: number;
  readonly acknowledgeMinutes: number;
  readonly firstDesk: number;
  /** Null: everywhere. */
  readonly wards: readonly string[] | null;
}

interface WatchedEntry {
  readonly list: string;
  readonly version: number;
  readonly validUntil: string | null;
}

interface EntryRow {
  readonly entryId: string;
  readonly listId: string;
  readonly box: Buffer;
  readonly validUntil: string | null;
  readonly state: string;
  readonly version: number;
}

interface OpenedEntry {
  readonly id: string;
  readonly person: PersonDescription;
  readonly entry: WatchedEntry;
}

/** Somebody seen who may be the person of an entry. */
export interface WatchMatch {
  readonly list: WatchedList;
  readonly entryId: string;
  readonly entryVersion: number;
  readonly score: PersonScore;
}

/** Which entries to hold in memory: those changed after a revision, or the ones that a condition names. */
export interface EntryChoice {
  readonly where: string;
  readonly values: readonly (string | number)[];
}

/** A name so common that it fits many entries makes no more alerts for one person than a desk can look into. */
const MOST_MATCHES = 5;
const PAGE = 5_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const LISTS_SQL = `
  SELECT l.list_id AS "listId", l.kind, l.state, l.valid_from::text AS "validFrom", l.valid_until::text AS "validUntil",
         l.threshold::float8 AS threshold, l.acknowledge_minutes AS "acknowledgeMinutes", l.first_desk AS "firstDesk",
         CASE WHEN l.area_unit_id IS NOT NULL THEN
           ARRAY(SELECT u.unit_id FROM admin_unit u WHERE u.unit_id = l.area_unit_id OR u.parent_id = l.area_unit_id) END AS wards
  FROM watch_list l`;

/** The entries of all lists in memory, opened and prepared for screening; brought up to date by what changed since. */
export class WatchedPeople {
  private index = new ScreeningIndex([]);
  private entries = new Map<string, WatchedEntry>();
  private lists = new Map<string, WatchedList>();
  private known = -1;

  constructor(
    private readonly seals: WatchSeals,
    private readonly logger: Logger,
  ) {}

  /** The revision of the lists that is in memory; -1 before the first look. */
  get revision(): number {
    return this.known;
  }

  get size(): number {
    return this.entries.size;
  }

  /** Takes in what was changed up to a revision that has been seen committed. */
  async refresh(tx: Transaction, revision: number): Promise<void> {
    if (revision === this.known) return;
    await this.load(tx, { where: 'e.revision > $1', values: [this.known] });
    this.known = revision;
  }

  /** Takes in the entries that a condition on `watch_list_entry e` names. */
  async load(tx: Transaction, { where, values }: EntryChoice): Promise<void> {
    const lists = await tx.query<WatchedList[]>(LISTS_SQL);
    this.lists = new Map(lists.map((list) => [list.listId, list]));
    const gone: string[] = [];
    const added: OpenedEntry[] = [];
    let after = FIRST_ID;
    for (;;) {
      const at = values.length;
      const rows: EntryRow[] = await tx.query<EntryRow[]>(
        `SELECT e.entry_id AS "entryId", e.list_id AS "listId", e.content_sealed AS box, e.valid_until::text AS "validUntil",
                e.state, e.version
         FROM watch_list_entry e WHERE ${where} AND e.entry_id > $${at + 1} ORDER BY e.entry_id LIMIT ${PAGE}`,
        [...values, after],
      );
      const last = rows.at(-1);
      if (!last) break;
      const active = rows.filter(({ state }) => state === 'active');
      const opened = await Promise.all(active.map((row) => this.open(row)));
      added.push(...opened.filter((entry) => entry !== null));
      gone.push(...rows.filter(({ state }) => state !== 'active').map(({ entryId }) => entryId));
      after = last.entryId;
    }
    this.index = this.index.with(added, gone);
    for (const id of gone) this.entries.delete(id);
    for (const { id, entry } of added) this.entries.set(id, entry);
  }

  /** Entries that count at a facility of that ward at that moment and fit well enough for their list, best first. */
  screen(seen: SeenPerson, wardId: string, at: Date): WatchMatch[] {
    const day = localDate(at);
    const least = Math.min(...[...this.lists.values()].map(({ threshold }) => threshold));
    if (this.entries.size === 0 || !Number.isFinite(least)) return [];
    return this.index
      .screen(describeSeen(seen), least)
      .flatMap(({ id, score }): WatchMatch[] => {
        const entry = this.entries.get(id);
        const list = entry && this.lists.get(entry.list);
        if (!list || score.score < list.threshold || !isInForce(list, entry.validUntil, day)) return [];
        if (list.wards && !list.wards.includes(wardId)) return [];
        return [{ list, entryId: id, entryVersion: entry.version, score }];
      })
      .slice(0, MOST_MATCHES);
  }

  /** One entry that cannot be opened must not keep the others from being watched. */
  private async open({ entryId, listId, box, version, validUntil }: EntryRow): Promise<OpenedEntry | null> {
    try {
      const person = describeEntry(await this.seals.openEntry(entryId, box));
      return { id: entryId, person, entry: { list: listId, version, validUntil } };
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'database-unavailable') throw error;
      this.logger.error({ entryId, code: error.code }, 'a watch-list entry cannot be opened');
      return null;
    }
  }
}
