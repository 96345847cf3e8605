import { atLocalTime, localDate } from '@luutru/calendar';
import { AppError, type Transaction, uuidV7 } from '@luutru/platform';
import type { ListFacts } from './domain/list-facts';
import type { ProposalRow } from './proposal.record';

const SET_LIST = `name_vi = $3, name_en = $4, legal_basis = $5, valid_from = $6, valid_until = $7, threshold = $8,
  acknowledge_minutes = $9, area_unit_id = $10, first_desk = $11, version = version + 1, revision = $12`;

/** Puts what a locked proposal says into force, as one new revision of the lists. */
export async function applyProposal(
  tx: Transaction,
  proposal: ProposalRow,
  approvedBy: string,
  now: Date,
): Promise<void> {
  const revision = await nextRevision(tx);
  const { kind, listId, content } = proposal;
  if (kind === 'list-create' && content) await createList(tx, listId, content, revision);
  else if (kind === 'list-change' && content) await changeList(tx, proposal, content, revision);
  else if (kind === 'list-withdraw') await withdrawList(tx, proposal, revision);
  else await changeEntries(tx, proposal, approvedBy, now, revision);
  if (kind !== 'entries') await keepListVersion(tx, proposal, approvedBy, now);
  await orderReScreening(tx, proposal, now);
}

/** Locks the clock until the commit: revisions become visible in their order. */
async function nextRevision(tx: Transaction): Promise<string> {
  const [[clock]] = await tx.query<[{ revision: string }[], number]>(
    'UPDATE watch_list_clock SET revision = revision + 1 RETURNING revision',
  );
  if (!clock) throw new Error('The clock of lists cannot be seen in this scope');
  return clock.revision;
}

async function createList(tx: Transaction, listId: string, facts: ListFacts, revision: string): Promise<void> {
  await tx.query(
    `INSERT INTO watch_list (list_id, kind, unit_id, name_vi, name_en, legal_basis, valid_from, valid_until, threshold,
                             acknowledge_minutes, area_unit_id, first_desk, state, version, revision)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'active', 1, $13)`,
    [listId, facts.kind, facts.unitId, ...valuesOf(facts), revision],
  );
}

async function changeList(tx: Transaction, proposal: ProposalRow, facts: ListFacts, revision: string): Promise<void> {
  const [, changed] = await tx.query<[unknown, number]>(
    `UPDATE watch_list SET ${SET_LIST} WHERE list_id = $1 AND version = $2 AND state = 'active'`,
    [proposal.listId, proposal.baseVersion, ...valuesOf(facts), revision],
  );
  if (changed !== 1) throw outdated();
}

async function withdrawList(tx: Transaction, { listId, baseVersion }: ProposalRow, revision: string): Promise<void> {
  const [, changed] = await tx.query<[unknown, number]>(
    `UPDATE watch_list SET state = 'withdrawn', version = version + 1, revision = $3
     WHERE list_id = $1 AND version = $2 AND state = 'active'`,
    [listId, baseVersion, revision],
  );
  if (changed !== 1) throw outdated();
}

async function changeEntries(
  tx: Transaction,
  { proposalId, listId, unitId, proposedBy }: ProposalRow,
  approvedBy: string,
  now: Date,
  revision: string,
): Promise<void> {
  const [list] = await tx.query<{ state: string }[]>('SELECT state FROM watch_list WHERE list_id = $1', [listId]);
  if (list?.state !== 'active') throw outdated();
  const [stale] = await tx.query<{ any: boolean }[]>(
    `SELECT EXISTS (
       SELECT FROM watch_list_proposal_item i LEFT JOIN watch_list_entry e ON e.entry_id = i.entry_id
       WHERE i.proposal_id = $1 AND i.action <> 'add'
         AND (e.version IS DISTINCT FROM i.base_version OR e.state <> 'active')) AS any`,
    [proposalId],
  );
  if (stale?.any) throw outdated();
  await tx.query(
    `INSERT INTO watch_list_entry (entry_id, list_id, unit_id, content_sealed, valid_until, state, version, revision)
     SELECT entry_id, $2, $3, content_sealed, valid_until, 'active', 1, $4
     FROM watch_list_proposal_item WHERE proposal_id = $1 AND action = 'add'`,
    [proposalId, listId, unitId, revision],
  );
  await tx.query(
    `UPDATE watch_list_entry e
     SET content_sealed = coalesce(i.content_sealed, e.content_sealed), valid_until = i.valid_until,
         state = CASE i.action WHEN 'withdraw' THEN 'withdrawn' ELSE 'active' END, version = e.version + 1, revision = $2
     FROM watch_list_proposal_item i WHERE i.proposal_id = $1 AND i.action <> 'add' AND e.entry_id = i.entry_id`,
    [proposalId, revision],
  );
  await tx.query(
    `INSERT INTO watch_list_entry_version (entry_id, version, unit_id, action, content_sealed, valid_until, at, proposed_by,
                                           approved_by, proposal_id)
     SELECT e.entry_id, e.version, e.unit_id, i.action, e.content_sealed, e.valid_until, $2, $3, $4, $1
     FROM watch_list_proposal_item i JOIN watch_list_entry e ON e.entry_id = i.entry_id WHERE i.proposal_id = $1`,
    [proposalId, now, proposedBy, approvedBy],
  );
}

async function keepListVersion(tx: Transaction, proposal: ProposalRow, approvedBy: string, now: Date): Promise<void> {
  const action = { 'list-create': 'create', 'list-change': 'change', 'list-withdraw': 'withdraw', entries: '' };
  await tx.query(
    `INSERT INTO watch_list_version (list_id, version, unit_id, action, content, at, proposed_by, approved_by, proposal_id)
     SELECT l.list_id, l.version, l.unit_id, $2,
            coalesce($3::jsonb, (SELECT v.content FROM watch_list_version v
                                 WHERE v.list_id = l.list_id AND v.version = l.version - 1)), $4, $5, $6, $7
     FROM watch_list l WHERE l.list_id = $1`,
    [
      proposal.listId,
      action[proposal.kind],
      proposal.content && JSON.stringify(proposal.content),
      now,
      proposal.proposedBy,
      approvedBy,
      proposal.proposalId,
    ],
  );
}

/** Whoever is in house, or was lately, is held against what is new, as soon as the list counts. */
async function orderReScreening(tx: Transaction, proposal: ProposalRow, now: Date): Promise<void> {
  const { kind, listId, proposalId, added, changed } = proposal;
  if (kind === 'list-create' || kind === 'list-withdraw' || (kind === 'entries' && added + changed === 0)) return;
  const [list] = await tx.query<{ validFrom: string }[]>(
    'SELECT valid_from::text AS "validFrom" FROM watch_list WHERE list_id = $1',
    [listId],
  );
  const from = list?.validFrom ?? localDate(now);
  const dueAt = from > localDate(now) ? atLocalTime(from, '00:00') : now;
  await tx.query('INSERT INTO watch_rescreen (rescreen_id, list_id, proposal_id, due_at) VALUES ($1, $2, $3, $4)', [
    uuidV7(now),
    listId,
    proposalId,
    dueAt,
  ]);
}

const valuesOf = (facts: ListFacts) => [
  facts.nameVi,
  facts.nameEn,
  facts.legalBasis,
  facts.validFrom,
  facts.validUntil,
  facts.threshold,
  facts.acknowledgeMinutes,
  facts.areaUnitId,
  facts.firstDesk,
];

const outdated = (): AppError => new AppError('watch-proposal-outdated', 'conflict');
