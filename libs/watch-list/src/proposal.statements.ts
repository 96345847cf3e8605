import type { Caller } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { type Transaction, uuidV7 } from '@luutru/platform';
import type { ListFacts } from './domain/list-facts';

export const PROPOSAL_KINDS = ['list-create', 'list-change', 'list-withdraw', 'entries'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export interface NewProposal {
  readonly listId: string;
  readonly unitId: string;
  readonly kind: ProposalKind;
  readonly content: ListFacts | null;
  readonly baseVersion: number | null;
}

/** What a proposal does to one entry. */
export interface ProposalItem {
  readonly action: 'add' | 'change' | 'withdraw';
  readonly entryId: string;
  /** Of the entry as the proposer saw it; null for a new one. */
  readonly baseVersion: number | null;
  readonly box: Buffer | null;
  readonly validUntil: string | null;
}

const CHUNK = 2_000;

/** Stores a proposal, open for somebody else to decide on. Returns its id. */
export async function insertProposal(
  tx: Transaction,
  caller: Caller,
  now: Date,
  proposal: NewProposal,
  items: readonly ProposalItem[] = [],
): Promise<string> {
  const proposalId = uuidV7(now);
  const count = (action: string): number => items.filter((item) => item.action === action).length;
  await tx.query(
    `INSERT INTO watch_list_proposal (proposal_id, list_id, unit_id, kind, content, base_version, added, changed, withdrawn,
                                      state, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10, $11)`,
    [
      proposalId,
      proposal.listId,
      proposal.unitId,
      proposal.kind,
      proposal.content && JSON.stringify(proposal.content),
      proposal.baseVersion,
      count('add'),
      count('change'),
      count('withdraw'),
      caller.principal.id,
      now,
    ],
  );
  for (let at = 0; at < items.length; at += CHUNK) {
    const part = items.slice(at, at + CHUNK);
    await tx.query(
      `INSERT INTO watch_list_proposal_item (proposal_id, place, action, entry_id, base_version, content_sealed, valid_until)
       SELECT $1, $2 + ord, action, entry_id, base_version, content_sealed, valid_until
       FROM unnest($3::text[], $4::uuid[], $5::integer[], $6::bytea[], $7::date[]) WITH ORDINALITY
            AS i(action, entry_id, base_version, content_sealed, valid_until, ord)`,
      [
        proposalId,
        at,
        part.map(({ action }) => action),
        part.map(({ entryId }) => entryId),
        part.map(({ baseVersion }) => baseVersion),
        part.map(({ box }) => box),
        part.map(({ validUntil }) => validUntil),
      ],
    );
  }
  await auditProposal(tx, caller, now, 'watch-list.propose', proposalId, {
    kind: proposal.kind,
    entries: items.length,
  });
  return proposalId;
}

export const auditProposal = (
  tx: Transaction,
  caller: Caller,
  at: Date,
  action: string,
  proposalId: string,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> =>
  appendAudit(tx, {
    at,
    facilityId: PLATFORM_FACILITY,
    actor: { kind: caller.principal.kind, id: caller.principal.id },
    action,
    subjectKind: 'watch-list-proposal',
    subjectId: proposalId,
    requestId: caller.requestId,
    detail,
  });
