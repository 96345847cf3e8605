import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { AppError, CLOCK, type Clock, Database, type Issue, KeyRing, type Transaction, uuidV7 } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { checkEntry, type EntryContent, type EntryInput } from './domain/entry-content';
import { insertProposal, type ProposalItem } from './proposal.statements';
import { keeperScope } from './watch-scope';
import { WatchSeals } from './watch-seals';

export type EntryState = 'active' | 'withdrawn' | 'expired';

export interface EntryView {
  readonly entryId: string;
  readonly listId: string;
  readonly state: EntryState;
  readonly version: number;
  readonly validUntil: string | null;
  readonly content: EntryContent;
}

export interface EntryVersion extends Pick<EntryView, 'version' | 'validUntil' | 'content'> {
  readonly action: string;
  readonly at: Date;
  readonly proposedBy: string | null;
  readonly approvedBy: string | null;
}

/** A change of one entry as a keeper asks for it. */
export type EntryChange =
  | { readonly action: 'add'; readonly entry: EntryInput; readonly validUntil: string | null }
  | {
      readonly action: 'change';
      readonly entryId: string;
      readonly version: number;
      readonly entry: EntryInput;
      readonly validUntil: string | null;
    }
  | { readonly action: 'withdraw'; readonly entryId: string; readonly version: number };

/** A list that changes of entries are proposed for. */
export interface KeptList {
  readonly listId: string;
  readonly unitId: string;
  readonly state: 'active' | 'withdrawn';
}

interface EntryRow extends Omit<EntryView, 'content'> {
  readonly box: Buffer;
}

const SELECT_ENTRIES = `
  SELECT e.entry_id AS "entryId", e.list_id AS "listId", e.state, e.version, e.valid_until::text AS "validUntil",
         e.content_sealed AS box
  FROM watch_list_entry e`;

/** The entries of watch-lists: looked at by their keepers, changed by proposals. */
@Injectable()
export class EntryService {
  readonly seals: WatchSeals;

  constructor(
    private readonly database: Database,
    keyRing: KeyRing,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.seals = new WatchSeals(keyRing);
  }

  /** Oldest first, from an id on. Every page is an audit entry. Throws `not-found`. */
  async list(
    caller: Caller,
    listId: string,
    filter: { readonly state: EntryState; readonly after: string | null; readonly limit: number },
  ): Promise<readonly EntryView[]> {
    const rows = await this.database.transaction(this.scope(caller), async (tx) => {
      await this.listOf(tx, listId);
      const found = await tx.query<EntryRow[]>(
        `${SELECT_ENTRIES} WHERE e.list_id = $1 AND e.state = $2 AND ($3::uuid IS NULL OR e.entry_id > $3)
         ORDER BY e.entry_id LIMIT $4`,
        [listId, filter.state, filter.after, filter.limit],
      );
      await this.audit(tx, caller, 'watch-list.read-entries', listId, found.length);
      return found;
    });
    return Promise.all(rows.map((row) => this.view(row)));
  }

  /** Throws `not-found`. */
  async get(caller: Caller, listId: string, entryId: string) {
    const { row, versions } = await this.database.transaction(this.scope(caller), async (tx) => {
      const [found] = await tx.query<EntryRow[]>(`${SELECT_ENTRIES} WHERE e.list_id = $1 AND e.entry_id = $2`, [
        listId,
        entryId,
      ]);
      if (!found) throw new AppError('not-found', 'not-found');
      const history = await tx.query<(Omit<EntryVersion, 'content'> & { box: Buffer })[]>(
        `SELECT version, action, at, valid_until::text AS "validUntil", content_sealed AS box, proposed_by AS "proposedBy",
                approved_by AS "approvedBy"
         FROM watch_list_entry_version WHERE entry_id = $1 ORDER BY version`,
        [entryId],
      );
      await this.audit(tx, caller, 'watch-list.read-entry', listId, 1);
      return { row: found, versions: history };
    });
    const opened = versions.map(async ({ box, ...version }): Promise<EntryVersion> => {
      return { ...version, content: await this.seals.openEntry(entryId, box) };
    });
    return { entry: await this.view(row), versions: await Promise.all(opened) };
  }

  /**
   * Proposes changes of entries, all in one proposal.
   * @throws `validation-failed` with pointers such as `/changes/0/entry/names/1`, `not-found`, `watch-list-ended`
   */
  async propose(caller: Caller, listId: string, changes: readonly EntryChange[]): Promise<{ proposalId: string }> {
    return this.database.transaction(this.scope(caller), async (tx) => {
      const list = await this.activeList(tx, listId);
      const items = await this.items(tx, list, changes);
      return { proposalId: await this.insert(tx, caller, list, items) };
    });
  }

  insert(tx: Transaction, caller: Caller, list: KeptList, items: readonly ProposalItem[]): Promise<string> {
    const { listId, unitId } = list;
    const proposal = { listId, unitId, kind: 'entries', content: null, baseVersion: null } as const;
    return insertProposal(tx, caller, this.clock.now(), proposal, items);
  }

  scope(caller: Caller) {
    return keeperScope(caller, 'watch-list.manage', this.reference.adminUnits);
  }

  async activeList(tx: Transaction, listId: string): Promise<KeptList> {
    const list = await this.listOf(tx, listId);
    if (list.state === 'withdrawn') throw new AppError('watch-list-ended', 'conflict');
    return list;
  }

  private async items(tx: Transaction, list: KeptList, changes: readonly EntryChange[]): Promise<ProposalItem[]> {
    const issues: Issue[] = [];
    const now = this.clock.now();
    const today = localDate(now);
    const ids = changes.flatMap((change) => (change.action === 'add' ? [] : [change.entryId]));
    const found = await tx.query<{ entryId: string; version: number; state: string; validUntil: string | null }[]>(
      `SELECT entry_id AS "entryId", version, state, valid_until::text AS "validUntil" FROM watch_list_entry
       WHERE list_id = $1 AND entry_id = ANY($2)`,
      [list.listId, ids],
    );
    const known = new Map(found.map((entry) => [entry.entryId, entry]));
    const taken = new Set<string>();
    const items = changes.map(async (change, at): Promise<ProposalItem | null> => {
      const pointer = `/changes/${at}`;
      if (change.action !== 'add') {
        const entry = known.get(change.entryId);
        if (!entry || taken.has(change.entryId)) {
          issues.push({ code: entry ? 'watch-entry-twice' : 'watch-entry-unknown', pointer: `${pointer}/entryId` });
          return null;
        }
        taken.add(change.entryId);
        if (entry.version !== change.version || entry.state !== 'active') {
          const params = { version: entry.version, state: entry.state };
          issues.push({ code: 'watch-entry-changed', pointer: `${pointer}/version`, params });
          return null;
        }
        if (change.action === 'withdraw') {
          const { entryId, validUntil } = entry;
          return { action: 'withdraw', entryId, baseVersion: entry.version, box: null, validUntil };
        }
      }
      const { content, faults } = checkEntry(change.entry, today);
      issues.push(...faults.map((fault) => ({ ...fault, pointer: `${pointer}/entry${fault.pointer}` })));
      if (change.validUntil !== null && change.validUntil < today) {
        issues.push({ code: 'watch-validity-over', pointer: `${pointer}/validUntil` });
      }
      const entryId = change.action === 'add' ? uuidV7(now) : change.entryId;
      const baseVersion = change.action === 'add' ? null : change.version;
      const box = await this.seals.sealEntry(entryId, content);
      return { action: change.action, entryId, baseVersion, box, validUntil: change.validUntil };
    });
    const made = await Promise.all(items);
    if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
    return made.filter((item) => item !== null);
  }

  private async listOf(tx: Transaction, listId: string): Promise<KeptList> {
    const [list] = await tx.query<KeptList[]>(
      'SELECT list_id AS "listId", unit_id AS "unitId", state FROM watch_list WHERE list_id = $1',
      [listId],
    );
    if (!list) throw new AppError('not-found', 'not-found');
    return list;
  }

  private async view({ box, ...row }: EntryRow): Promise<EntryView> {
    return { ...row, content: await this.seals.openEntry(row.entryId, box) };
  }

  private audit(tx: Transaction, caller: Caller, action: string, listId: string, rowCount: number): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor: { kind: caller.principal.kind, id: caller.principal.id },
      action,
      subjectKind: 'watch-list',
      subjectId: listId,
      requestId: caller.requestId,
      rowCount,
    });
  }
}
