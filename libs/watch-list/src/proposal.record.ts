import type { EntryContent } from './domain/entry-content';
import type { ListFacts } from './domain/list-facts';
import type { ProposalKind } from './proposal.statements';

export type ProposalState = 'open' | 'approved' | 'refused' | 'cancelled';

export interface ProposalView {
  readonly proposalId: string;
  readonly listId: string;
  readonly unitId: string;
  readonly kind: ProposalKind;
  readonly state: ProposalState;
  /** Of the list; of a new one as proposed. */
  readonly listName: string;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** An entry of a proposal beside what it would replace. */
export interface ProposedEntry {
  readonly place: number;
  readonly action: 'add' | 'change' | 'withdraw';
  readonly entryId: string;
  readonly validUntil: string | null;
  readonly proposed: EntryContent | null;
  readonly present: EntryContent | null;
  /** The entry has been changed by somebody else meanwhile: the proposal can no longer be approved. */
  readonly outdated: boolean;
}

export interface ProposalDetail {
  readonly proposal: ProposalView;
  readonly proposed: ListFacts | null;
  readonly present: ListFacts | null;
  readonly entries: readonly ProposedEntry[];
  /** Why it was refused. */
  readonly reason: string | null;
}

export interface ProposalRow extends ProposalView {
  readonly content: ListFacts | null;
  readonly baseVersion: number | null;
  readonly reasonBox: Buffer | null;
}
