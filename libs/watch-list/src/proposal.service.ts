import { Inject, Injectable } from '@nestjs/common';
import type { Caller, Permission } from '@luutru/access';
import { AppError, CLOCK, type Clock, Database, KeyRing, type Transaction } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import type { EntryContent } from './domain/entry-content';
import type { ListFacts } from './domain/list-facts';
import { applyProposal } from './proposal-approval';
import type { ProposalDetail, ProposalRow, ProposalState, ProposalView, ProposedEntry } from './proposal.record';
import { auditProposal } from './proposal.statements';
import { listColumns } from './watch-list.rows';
import { keeperScope } from './watch-scope';
import { WatchSeals } from './watch-seals';

const SELECT_PROPOSALS = `
  SELECT p.proposal_id AS "proposalId", p.list_id AS "listId", p.unit_id AS "unitId", p.kind, p.state, p.added, p.changed,
         p.withdrawn, p.proposed_by AS "proposedBy", p.proposed_at AS "proposedAt", p.decided_by AS "decidedBy",
         p.decided_at AS "decidedAt", p.content, p.base_version AS "baseVersion", p.reason_sealed AS "reasonBox",
         coalesce((SELECT l.name_vi FROM watch_list l WHERE l.list_id = p.list_id), p.content ->> 'nameVi', '') AS "listName"
  FROM watch_list_proposal p`;

const ITEMS_SQL = `
  SELECT i.place, i.action, i.entry_id AS "entryId", i.valid_until::text AS "validUntil", i.content_sealed AS "proposedBox",
         e.content_sealed AS "presentBox",
         i.action <> 'add' AND (e.version IS DISTINCT FROM i.base_version OR e.state <> 'active') AS outdated
  FROM watch_list_proposal_item i LEFT JOIN watch_list_entry e ON e.entry_id = i.entry_id
  WHERE i.proposal_id = $1 AND i.place > $2 ORDER BY i.place LIMIT $3`;

/** Changes of lists that wait for a second pair of eyes. Nobody decides on what they have proposed themselves. */
@Injectable()
export class ProposalService {
  private readonly seals: WatchSeals;

  constructor(
    private readonly database: Database,
    keyRing: KeyRing,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.seals = new WatchSeals(keyRing);
  }

  /** Oldest first of the open ones, newest first of the others. */
  async list(caller: Caller, filter: { state: ProposalState; limit: number }): Promise<readonly ProposalView[]> {
    const order = filter.state === 'open' ? 'p.proposed_at, p.proposal_id' : 'p.proposed_at DESC, p.proposal_id DESC';
    const rows = await this.database.transaction(this.scope(caller, 'watch-list.approve'), (tx) =>
      tx.query<ProposalRow[]>(`${SELECT_PROPOSALS} WHERE p.state = $1 ORDER BY ${order} LIMIT $2`, [
        filter.state,
        filter.limit,
      ]),
    );
    return rows.map(viewOf);
  }

  /** With a page of its entries, which is an audit entry. Throws `not-found`. */
  async get(caller: Caller, proposalId: string, page: { after: number; limit: number }): Promise<ProposalDetail> {
    const { row, present, items } = await this.database.transaction(
      this.scope(caller, 'watch-list.approve'),
      async (tx) => {
        const [found] = await tx.query<ProposalRow[]>(`${SELECT_PROPOSALS} WHERE p.proposal_id = $1`, [proposalId]);
        if (!found) throw new AppError('not-found', 'not-found');
        const [list] = await tx.query<ListFacts[]>(
          `SELECT ${listColumns('l')} FROM watch_list l WHERE l.list_id = $1`,
          [found.listId],
        );
        const listed = await tx.query<
          (Omit<ProposedEntry, 'proposed' | 'present'> & { proposedBox: Buffer | null; presentBox: Buffer | null })[]
        >(ITEMS_SQL, [proposalId, page.after, page.limit]);
        const detail = { entries: listed.length };
        await auditProposal(tx, caller, this.clock.now(), 'watch-list.read-proposal', proposalId, detail);
        return { row: found, present: list ?? null, items: listed };
      },
    );
    const open = async (entryId: string, box: Buffer | null): Promise<EntryContent | null> =>
      box && this.seals.openEntry(entryId, box);
    const entries = items.map(async ({ proposedBox, presentBox, ...item }): Promise<ProposedEntry> => {
      const proposed = await open(item.entryId, proposedBox);
      return { ...item, proposed, present: item.action === 'add' ? null : await open(item.entryId, presentBox) };
    });
    return {
      proposal: viewOf(row),
      proposed: row.content,
      present: row.kind === 'entries' ? null : present,
      entries: await Promise.all(entries),
      reason: row.reasonBox && (await this.seals.openReason(proposalId, row.reasonBox)),
    };
  }

  /**
   * Puts a proposal into force, whole or not at all; stays are held against it from then on.
   * @throws `not-found`, `watch-own-proposal`, `watch-proposal-decided`, `watch-proposal-outdated`
   */
  async approve(caller: Caller, proposalId: string): Promise<void> {
    await this.decide(caller, proposalId, 'approved', async (tx, proposal, now) => {
      await applyProposal(tx, proposal, caller.principal.id, now);
      return null;
    });
  }

  /** @throws `not-found`, `watch-own-proposal`, `watch-proposal-decided` */
  async refuse(caller: Caller, proposalId: string, reason: string): Promise<void> {
    await this.decide(caller, proposalId, 'refused', () => this.seals.sealReason(proposalId, reason));
  }

  /** Takes one's own proposal back. Throws `not-found` also for somebody else's, `watch-proposal-decided`. */
  async cancel(caller: Caller, proposalId: string): Promise<void> {
    await this.decide(caller, proposalId, 'cancelled', async () => null);
  }

  private async decide(
    caller: Caller,
    proposalId: string,
    state: Exclude<ProposalState, 'open'>,
    work: (tx: Transaction, proposal: ProposalRow, now: Date) => Promise<Buffer | null>,
  ): Promise<void> {
    const own = state === 'cancelled';
    const scope = this.scope(caller, own ? 'watch-list.manage' : 'watch-list.approve');
    const now = this.clock.now();
    await this.database.transaction(scope, async (tx) => {
      const [proposal] = await tx.query<ProposalRow[]>(`${SELECT_PROPOSALS} WHERE p.proposal_id = $1 FOR UPDATE OF p`, [
        proposalId,
      ]);
      if (!proposal) throw new AppError('not-found', 'not-found');
      const mine = proposal.proposedBy === caller.principal.id;
      if (own && !mine) throw new AppError('not-found', 'not-found');
      if (!own && mine) throw new AppError('watch-own-proposal', 'forbidden');
      if (proposal.state !== 'open') {
        throw new AppError('watch-proposal-decided', 'conflict', { state: proposal.state });
      }
      const reason = await work(tx, proposal, now);
      await tx.query(
        `UPDATE watch_list_proposal SET state = $2, decided_by = $3, decided_at = $4, reason_sealed = $5
         WHERE proposal_id = $1`,
        [proposalId, state, caller.principal.id, now, reason],
      );
      const { kind, listId } = proposal;
      await auditProposal(tx, caller, now, `watch-list.${VERBS[state]}`, proposalId, { kind, listId });
    });
  }

  private scope(caller: Caller, permission: Permission) {
    return keeperScope(caller, permission, this.reference.adminUnits);
  }
}

const VERBS = { approved: 'approve', refused: 'refuse', cancelled: 'cancel' } as const;

function viewOf(row: ProposalRow): ProposalView {
  const { content: _content, baseVersion: _base, reasonBox: _reason, ...view } = row;
  return view;
}
