import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { localDate } from '@luutru/calendar';
import { AppError, CLOCK, type Clock, Database, type Issue, uuidV7 } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import type { ListFacts } from './domain/list-facts';
import { insertProposal } from './proposal.statements';
import { listColumns } from './watch-list.rows';
import { keeperScope } from './watch-scope';

export interface ListView extends ListFacts {
  readonly listId: string;
  readonly state: 'active' | 'withdrawn';
  readonly version: number;
  /** Entries that count. */
  readonly entries: number;
  /** Proposals about it that wait for somebody. */
  readonly openProposals: number;
}

export interface ListVersion {
  readonly version: number;
  readonly action: string;
  readonly at: Date;
  readonly proposedBy: string | null;
  readonly approvedBy: string | null;
  readonly content: ListFacts;
}

const SELECT_LISTS = `
  SELECT ${listColumns('l')},
         (SELECT count(*)::integer FROM watch_list_entry e WHERE e.list_id = l.list_id AND e.state = 'active') AS entries,
         (SELECT count(*)::integer FROM watch_list_proposal p WHERE p.list_id = l.list_id AND p.state = 'open') AS "openProposals"
  FROM watch_list l`;

/** Watch-lists as their keepers see them. What they change is a proposal until somebody else approves it. */
@Injectable()
export class ListService {
  constructor(
    private readonly database: Database,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(caller: Caller): Promise<readonly ListView[]> {
    return this.database.transaction(this.scope(caller), (tx) =>
      tx.query<ListView[]>(`${SELECT_LISTS} ORDER BY l.state, l.name_vi, l.list_id`),
    );
  }

  /** Throws `not-found` also for a list of another unit. */
  async get(caller: Caller, listId: string): Promise<{ list: ListView; versions: readonly ListVersion[] }> {
    return this.database.transaction(this.scope(caller), async (tx) => {
      const [list] = await tx.query<ListView[]>(`${SELECT_LISTS} WHERE l.list_id = $1`, [listId]);
      if (!list) throw new AppError('not-found', 'not-found');
      const versions = await tx.query<ListVersion[]>(
        `SELECT version, action, at, proposed_by AS "proposedBy", approved_by AS "approvedBy", content
         FROM watch_list_version WHERE list_id = $1 ORDER BY version`,
        [listId],
      );
      return { list, versions };
    });
  }

  /** Proposes a new list. Throws `validation-failed`. */
  async proposeNew(caller: Caller, facts: ListFacts): Promise<{ proposalId: string; listId: string }> {
    const scope = this.scope(caller);
    this.check(facts, scope.listUnits ?? []);
    const listId = uuidV7(this.clock.now());
    const proposalId = await this.database.transaction(scope, (tx) =>
      insertProposal(tx, caller, this.clock.now(), {
        listId,
        unitId: facts.unitId,
        kind: 'list-create',
        content: facts,
        baseVersion: null,
      }),
    );
    return { proposalId, listId };
  }

  /**
   * Proposes other facts for a list, or its end; its kind and its unit stay what they are.
   * Throws `not-found`, `watch-list-ended`, `validation-failed`.
   */
  async proposeChange(
    caller: Caller,
    listId: string,
    change: { readonly facts: Partial<ListFacts> } | 'withdraw',
  ): Promise<{ proposalId: string }> {
    const scope = this.scope(caller);
    return this.database.transaction(scope, async (tx) => {
      const [list] = await tx.query<ListView[]>(`${SELECT_LISTS} WHERE l.list_id = $1`, [listId]);
      if (!list) throw new AppError('not-found', 'not-found');
      if (list.state === 'withdrawn') throw new AppError('watch-list-ended', 'conflict');
      const { kind, unitId } = list;
      const content = change === 'withdraw' ? null : { ...factsOf(list), ...change.facts, kind, unitId };
      if (content) this.check(content, scope.listUnits ?? []);
      const proposal = { listId, unitId, content, baseVersion: list.version };
      const proposalKind = content ? 'list-change' : 'list-withdraw';
      return {
        proposalId: await insertProposal(tx, caller, this.clock.now(), { ...proposal, kind: proposalKind }),
      };
    });
  }

  private check(facts: ListFacts, reach: readonly string[]): void {
    const issues: Issue[] = [];
    const units = this.reference.adminUnits;
    if (!reach.includes(facts.unitId)) issues.push({ code: 'watch-unit-out-of-reach', pointer: '/unitId' });
    const area = facts.areaUnitId === null ? undefined : units.find(facts.areaUnitId);
    if (facts.areaUnitId !== null && (area?.validTo !== null || !reach.includes(facts.areaUnitId))) {
      issues.push({ code: 'watch-unit-out-of-reach', pointer: '/areaUnitId' });
    }
    if (facts.validUntil !== null && facts.validUntil < facts.validFrom) {
      issues.push({ code: 'watch-validity-ends-first', pointer: '/validUntil' });
    } else if (facts.validUntil !== null && facts.validUntil < localDate(this.clock.now())) {
      issues.push({ code: 'watch-validity-over', pointer: '/validUntil' });
    }
    if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
  }

  private scope(caller: Caller) {
    return keeperScope(caller, 'watch-list.manage', this.reference.adminUnits);
  }
}

const factsOf = (list: ListView): ListFacts => {
  const { listId: _id, state: _state, version: _version, entries: _entries, openProposals: _open, ...facts } = list;
  return facts;
};
