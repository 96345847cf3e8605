import { Injectable } from '@nestjs/common';
import { AccountNames } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import {
  deskAt,
  type EntryContent,
  type EntryVersion,
  type EntryView,
  type ImportResult,
  LIST_KINDS,
  type ListFacts,
  type ListVersion,
  type ListView,
  type ProposalDetail,
  type ProposalView,
} from '@luutru/watch-list';
import { ProblemCatalogue } from '../http/problem';
import type { EntryContentResponse, EntryDetailResponse, EntryResponse, ImportResponse } from './entry.dto';
import type { ListFactsResponse, WatchListDetailResponse, WatchListResponse } from './list.dto';
import type { ProposalDetailResponse, ProposalResponse } from './proposal.dto';

type Signed = Pick<ListVersion, 'proposedBy' | 'approvedBy'>;

/** Lists, entries and proposals as answers show them. */
@Injectable()
export class WatchListPresenter {
  constructor(
    private readonly catalogue: ProblemCatalogue,
    private readonly names: AccountNames,
  ) {}

  list(view: ListView): WatchListResponse {
    const { listId, state, version, entries, openProposals } = view;
    return { listId, ...this.facts(view), state, version, entries, openProposals };
  }

  async listDetail(view: ListView, versions: readonly ListVersion[]): Promise<WatchListDetailResponse> {
    const signed = await this.signatures(versions);
    return {
      ...this.list(view),
      versions: versions.map(({ content, at, ...version }) => ({
        ...version,
        ...signed(version),
        at: toLocalIso(at),
        facts: this.facts(content),
      })),
    };
  }

  entry({ content, ...view }: EntryView): EntryResponse {
    return { ...view, entry: contentOf(content) };
  }

  async entryDetail(view: EntryView, versions: readonly EntryVersion[]): Promise<EntryDetailResponse> {
    const signed = await this.signatures(versions);
    return {
      ...this.entry(view),
      versions: versions.map(({ content, at, ...version }) => ({
        ...version,
        ...signed(version),
        at: toLocalIso(at),
        entry: contentOf(content),
      })),
    };
  }

  /** The names under versions: who proposed and who approved each. */
  private async signatures(versions: readonly Signed[]) {
    const names = await this.names.of(versions.flatMap(({ proposedBy, approvedBy }) => [proposedBy, approvedBy]));
    const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
    return ({ proposedBy, approvedBy }: Signed) => ({
      proposedByName: nameOf(proposedBy),
      approvedByName: nameOf(approvedBy),
    });
  }

  imported({ faults, sample, ...result }: ImportResult): ImportResponse {
    return {
      ...result,
      faults: faults.map(({ row, column, issue }) => ({ ...this.catalogue.issue(issue), row, column })),
      sample: sample.map((one) => ({ ...one })),
    };
  }

  async proposals(views: readonly ProposalView[]): Promise<ProposalResponse[]> {
    const names = await this.names.of(views.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]));
    return views.map(({ proposedAt, decidedAt, ...view }) => ({
      ...view,
      proposedByName: names.get(view.proposedBy) ?? null,
      decidedByName: view.decidedBy === null ? null : (names.get(view.decidedBy) ?? null),
      proposedAt: toLocalIso(proposedAt),
      decidedAt: decidedAt && toLocalIso(decidedAt),
    }));
  }

  async proposalDetail(
    { proposal, proposed, present, entries, reason }: ProposalDetail,
    limit: number,
  ): Promise<ProposalDetailResponse> {
    const shown = entries.slice(0, limit);
    const [head] = (await this.proposals([proposal])) as [ProposalResponse];
    return {
      ...head,
      proposed: proposed && this.facts(proposed),
      present: present && this.facts(present),
      entries: shown.map((entry) => ({
        ...entry,
        proposed: entry.proposed && contentOf(entry.proposed),
        present: entry.present && contentOf(entry.present),
      })),
      next: entries.length > limit ? (shown.at(-1)?.place ?? null) : null,
      reason,
    };
  }

  private facts(facts: ListFacts): ListFactsResponse {
    const { vi, en } = LIST_KINDS[facts.kind];
    return {
      kind: facts.kind,
      kindName: { vi, en },
      name: { vi: facts.nameVi, en: facts.nameEn },
      unitId: facts.unitId,
      legalBasis: facts.legalBasis,
      validFrom: facts.validFrom,
      validUntil: facts.validUntil,
      thresholdPercent: Math.round(facts.threshold * 100),
      acknowledgeMinutes: facts.acknowledgeMinutes,
      areaUnitId: facts.areaUnitId,
      firstDesk: deskAt(facts.firstDesk),
    };
  }
}

export const contentOf = (content: EntryContent): EntryContentResponse => ({
  ...content,
  names: [...content.names],
  documentNumbers: [...content.documentNumbers],
  birthDates: [...content.birthDates],
});
