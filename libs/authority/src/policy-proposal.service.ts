import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  type Issue,
  type Transaction,
  uuidV7,
  violates,
} from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { ceilingOf, isAuthorityRole } from './authority-roles';
import { type PolicyContent, policyFaults } from './domain/policy';
import { INSERT_POLICY, POLICY_COLUMNS, policyOf, type PolicyRow, valuesOf } from './policy.record';

export const POLICY_PROPOSAL_STATES = ['open', 'approved', 'refused', 'cancelled'] as const;
export type PolicyProposalState = (typeof POLICY_PROPOSAL_STATES)[number];

export interface PolicyProposal {
  readonly proposalId: string;
  readonly policyId: string;
  /** The version that it would follow. */
  readonly baseVersion: number;
  readonly content: PolicyContent;
  readonly state: PolicyProposalState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

const SELECT_PROPOSALS = `
  SELECT proposal_id AS "proposalId", policy_id AS "policyId", base_version AS "baseVersion", content, state,
         proposed_by AS "proposedBy", proposed_at AS "proposedAt", decided_by AS "decidedBy", decided_at AS "decidedAt"
  FROM authority_policy_proposal`;
const NEWEST = `SELECT ${POLICY_COLUMNS} FROM authority_policy WHERE policy_id = $1 ORDER BY version DESC LIMIT 1`;
const SCOPE = { facilityIds: [PLATFORM_FACILITY] };
const VERBS = { approved: 'approve', refused: 'refuse', cancelled: 'cancel' } as const;

/** Changes of policies: one administrator proposes, another approves, and only then there is a new version. */
@Injectable()
export class PolicyProposalService {
  constructor(
    private readonly database: Database,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Oldest first of the open ones, newest first of the others. */
  async list(filter: { readonly state: PolicyProposalState; readonly limit: number }): Promise<PolicyProposal[]> {
    const order = filter.state === 'open' ? 'proposed_at, proposal_id' : 'proposed_at DESC, proposal_id DESC';
    return this.database.transaction(SCOPE, (tx) =>
      tx.query<PolicyProposal[]>(`${SELECT_PROPOSALS} WHERE state = $1 ORDER BY ${order} LIMIT $2`, [
        filter.state,
        filter.limit,
      ]),
    );
  }

  /** Beside the policy as it is. Throws `not-found`. */
  async get(proposalId: string) {
    return this.database.transaction(SCOPE, async (tx) => {
      const proposal = await this.find(tx, proposalId, '');
      const [row] = await tx.query<PolicyRow[]>(NEWEST, [proposal.policyId]);
      return { proposal, present: row ? policyOf(row) : null };
    });
  }

  /** Proposes what a policy should say instead. Throws `not-found`, `validation-failed`. */
  async propose(caller: Caller, policyId: string, content: PolicyContent): Promise<{ readonly proposalId: string }> {
    if (!isAuthorityRole(policyId)) throw new AppError('not-found', 'not-found');
    const now = this.clock.now();
    return this.database.transaction(SCOPE, async (tx) => {
      const [present] = await tx.query<PolicyRow[]>(NEWEST, [policyId]);
      if (!present) throw new AppError('not-found', 'not-found');
      const faults = [...policyFaults(content, ceilingOf(policyId)), ...(await this.unknownCodes(tx, content))];
      if (faults.length > 0) throw new AppError('validation-failed', 'invalid', {}, faults);
      const proposalId = uuidV7(now);
      await tx.query(
        `INSERT INTO authority_policy_proposal (proposal_id, policy_id, base_version, content, state, proposed_by, proposed_at)
         VALUES ($1, $2, $3, $4, 'open', $5, $6)`,
        [proposalId, policyId, present.version, JSON.stringify(content), caller.principal.id, now],
      );
      await this.audit(tx, caller, now, 'propose', proposalId, { policy: policyId, baseVersion: present.version });
      return { proposalId };
    });
  }

  /**
   * Puts a proposal into force as the next version. It is judged again: what may be named at all may have become less.
   * @throws `not-found`, `authority-own-proposal`, `authority-proposal-decided`, `authority-proposal-outdated`,
   *   `validation-failed`
   */
  async approve(caller: Caller, proposalId: string): Promise<{ readonly policyId: string; readonly version: number }> {
    return this.decide(caller, proposalId, 'approved', async (tx, proposal, now) => {
      const { policyId, baseVersion, content } = proposal;
      const [present] = await tx.query<PolicyRow[]>(NEWEST, [policyId]);
      if (present?.version !== baseVersion || !isAuthorityRole(policyId)) throw outdated();
      const faults = policyFaults(content, ceilingOf(policyId));
      if (faults.length > 0) throw new AppError('validation-failed', 'invalid', {}, faults);
      const version = baseVersion + 1;
      const by = [now, proposal.proposedBy, caller.principal.id, proposalId];
      try {
        await tx.query(INSERT_POLICY, [policyId, version, ...valuesOf(content), ...by]);
      } catch (error) {
        throw violates(error, 'authority_policy_pkey') ? outdated() : error;
      }
      return { policyId, version };
    });
  }

  /** @throws `not-found`, `authority-own-proposal`, `authority-proposal-decided` */
  async refuse(caller: Caller, proposalId: string): Promise<void> {
    await this.decide(caller, proposalId, 'refused', async (_tx, { policyId, baseVersion }) => ({
      policyId,
      version: baseVersion,
    }));
  }

  /** Takes one's own proposal back. Throws `not-found` also for somebody else's, `authority-proposal-decided`. */
  async cancel(caller: Caller, proposalId: string): Promise<void> {
    await this.decide(caller, proposalId, 'cancelled', async (_tx, { policyId, baseVersion }) => ({
      policyId,
      version: baseVersion,
    }));
  }

  private async decide(
    caller: Caller,
    proposalId: string,
    state: Exclude<PolicyProposalState, 'open'>,
    work: (tx: Transaction, proposal: PolicyProposal, now: Date) => Promise<{ policyId: string; version: number }>,
  ): Promise<{ readonly policyId: string; readonly version: number }> {
    const now = this.clock.now();
    return this.database.transaction(SCOPE, async (tx) => {
      const proposal = await this.find(tx, proposalId, 'FOR UPDATE');
      const mine = proposal.proposedBy === caller.principal.id;
      if (state === 'cancelled' && !mine) throw new AppError('not-found', 'not-found');
      if (state !== 'cancelled' && mine) throw new AppError('authority-own-proposal', 'forbidden');
      if (proposal.state !== 'open') {
        throw new AppError('authority-proposal-decided', 'conflict', { state: proposal.state });
      }
      const { policyId, version } = await work(tx, proposal, now);
      await tx.query(
        'UPDATE authority_policy_proposal SET state = $2, decided_by = $3, decided_at = $4 WHERE proposal_id = $1',
        [proposalId, state, caller.principal.id, now],
      );
      await this.audit(tx, caller, now, VERBS[state], proposalId, { policy: policyId, version });
      return { policyId, version };
    });
  }

  private async find(tx: Transaction, proposalId: string, lock: '' | 'FOR UPDATE'): Promise<PolicyProposal> {
    const [proposal] = await tx.query<PolicyProposal[]>(`${SELECT_PROPOSALS} WHERE proposal_id = $1 ${lock}`, [
      proposalId,
    ]);
    if (!proposal) throw new AppError('not-found', 'not-found');
    return proposal;
  }

  private async unknownCodes(tx: Transaction, content: PolicyContent): Promise<Issue[]> {
    const day = localDate(this.clock.now());
    const zones = await tx.query<{ zoneId: string }[]>(
      'SELECT zone_id AS "zoneId" FROM industrial_zone WHERE zone_id = ANY($1)',
      [content.areaZoneIds],
    );
    const unknown = (pointer: string, codes: readonly string[], isKnown: (code: string) => boolean): Issue[] =>
      codes.flatMap((code, at) =>
        isKnown(code) ? [] : [{ code: 'authority-code-unknown', pointer: `${pointer}/${at}` }],
      );
    return [
      ...unknown('/facilityKinds', content.facilityKinds, (kind) =>
        this.reference.codeTables.has('facility-kind', kind, day),
      ),
      ...unknown('/areaUnitIds', content.areaUnitIds, (unit) => this.reference.adminUnits.find(unit) !== undefined),
      ...unknown('/areaZoneIds', content.areaZoneIds, (zone) => zones.some(({ zoneId }) => zoneId === zone)),
    ];
  }

  private audit(
    tx: Transaction,
    caller: Caller,
    at: Date,
    verb: string,
    proposalId: string,
    detail: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    return appendAudit(tx, {
      at,
      facilityId: PLATFORM_FACILITY,
      actor: { kind: caller.principal.kind, id: caller.principal.id },
      action: `authority-policy.${verb}`,
      subjectKind: 'authority-policy-proposal',
      subjectId: proposalId,
      requestId: caller.requestId,
      detail,
    });
  }
}

const outdated = (): AppError => new AppError('authority-proposal-outdated', 'conflict');
