import { Inject, Injectable } from '@nestjs/common';
import { type Area, type Caller, mayDo, unitArea } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY, SealWatch } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { type CodeNames, codeNames, NAMED_BY_FACILITIES } from '@luutru/facility';
import { AppError, CLOCK, type Clock, Database, type Issue, NO_FACILITY } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { AUTHORITY_ROLES, PERMISSION_OF } from './authority-roles';
import { columnOf, maskOf, type PolicyColumn, type Resource } from './domain/columns';
import { type Period, readPeriod } from './domain/period';
import { resourcesOf } from './domain/policy';
import { type MaskedRequest, type MaskedRow, MaskedRowsReadModel } from './masked-rows.read-model';
import { type AuthorityPolicy, NEWEST_POLICIES, policyOf, type PolicyRow } from './policy.record';
import { RowCursor } from './row-cursor';

/** What somebody of an authority asks for. */
export interface AuthorityQuery {
  readonly purpose: string;
  /** Which policy, for those who have several that open the resource. */
  readonly policy?: string;
  readonly from?: string;
  readonly to?: string;
  /** By column of the policy; only columns that it shows can be asked for. */
  readonly filters: Readonly<Record<string, string>>;
  readonly cursor?: string;
  readonly limit: number;
}

export interface AuthorityPage {
  readonly policy: AuthorityPolicy;
  /** In the policy's order. */
  readonly columns: readonly PolicyColumn[];
  /** Of stays and trips; whole months where they are counted. */
  readonly period: Period | null;
  readonly rows: readonly MaskedRow[];
  /** What facilities call their departments and routes, and zones are called, by column and code. */
  readonly names: CodeNames;
  readonly next: string | null;
}

/** A read that has been found to be allowed. */
interface Allowed extends Omit<MaskedRequest, 'after' | 'limit'> {
  readonly purpose: string;
  /** What a cursor belongs to. */
  readonly bound: string;
}

const EXPORT_PAGE = 5_000;

/** What authorities other than the police read: columns of their policy, within their area, for a stated purpose. */
@Injectable()
export class AuthorityService {
  constructor(
    private readonly database: Database,
    private readonly masked: MaskedRowsReadModel,
    private readonly cursor: RowCursor,
    private readonly sealWatch: SealWatch,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The policies in force of the caller's roles. */
  async policies(caller: Caller): Promise<readonly AuthorityPolicy[]> {
    const roles = AUTHORITY_ROLES.filter((role) => caller.principal.grants.some((grant) => grant.role === role));
    const [result] = await this.database.run<PolicyRow>(NO_FACILITY, {
      name: 'authority_policies',
      text: NEWEST_POLICIES,
      values: [],
    });
    return (result?.rows ?? []).filter(({ policyId }) => roles.some((role) => role === policyId)).map(policyOf);
  }

  /**
   * A page. It is noted in the audit trail before it is given out.
   * @throws `authority-resource-closed`, `validation-failed`, `cursor-invalid`, `audit-seal-stale`
   */
  async read(caller: Caller, resource: Resource, query: AuthorityQuery): Promise<AuthorityPage> {
    const allowed = await this.allow(caller, resource, query);
    return this.page(caller, allowed, query, 'authority.read');
  }

  /**
   * Everything, page by page; each page is noted before it is given out. The first one is there when this resolves, so that
   * a refusal is an answer and not half a file. Throws as {@link read} does, and `authority-export-closed`.
   */
  async export(
    caller: Caller,
    resource: Resource,
    query: Omit<AuthorityQuery, 'cursor' | 'limit'>,
  ): Promise<{
    readonly columns: readonly PolicyColumn[];
    readonly policy: AuthorityPolicy;
    readonly names: CodeNames;
    rows: AsyncIterable<MaskedRow>;
  }> {
    const allowed = await this.allow(caller, resource, query);
    if (!allowed.policy.exports) throw new AppError('authority-export-closed', 'forbidden');
    const read = (cursor?: string): Promise<AuthorityPage> =>
      this.page(caller, allowed, { limit: EXPORT_PAGE, ...(cursor !== undefined && { cursor }) }, 'authority.export');
    const first = await read();
    async function* rows(): AsyncGenerator<MaskedRow> {
      for (let page = first; ; page = await read(page.next)) {
        yield* page.rows;
        if (page.next === null) return;
      }
    }
    return { policy: allowed.policy, columns: first.columns, names: first.names, rows: rows() };
  }

  private async page(
    caller: Caller,
    allowed: Allowed,
    { cursor, limit }: { readonly cursor?: string; readonly limit: number },
    action: string,
  ): Promise<AuthorityPage> {
    const { bound, purpose, ...request } = allowed;
    const { policy, resource, period, filters } = request;
    const after = cursor === undefined ? null : this.cursor.read(cursor, bound);
    await this.sealWatch.assertFresh();
    const { rows, next } = await this.masked.page({ ...request, after, limit });
    await this.database.transaction({ facilityIds: [PLATFORM_FACILITY] }, (tx) =>
      appendAudit(tx, {
        at: this.clock.now(),
        facilityId: PLATFORM_FACILITY,
        actor: { kind: caller.principal.kind, id: caller.principal.id },
        action,
        subjectKind: 'authority-policy',
        subjectId: null,
        requestId: caller.requestId,
        purpose,
        rowCount: rows.length,
        detail: {
          policy: policy.policyId,
          version: policy.version,
          resource,
          ...(resource !== 'facilities' && { ...period }),
          filters: Object.entries(filters).map(([name, value]) => `${name}=${value}`),
          page: cursor === undefined ? 'first' : 'further',
        },
      }),
    );
    const columns = policy.columns.filter((column) => column.resource === resource);
    const named = NAMED_BY_FACILITIES.filter((one) => columns.some(({ column }) => column === one));
    return {
      policy,
      columns,
      period: resource === 'facilities' ? null : period,
      rows,
      names: await this.database.transaction(NO_FACILITY, (tx) => codeNames(tx, request.areas, named)),
      next: next && this.cursor.write(next, bound),
    };
  }

  private async allow(
    caller: Caller,
    resource: Resource,
    query: Omit<AuthorityQuery, 'cursor' | 'limit'>,
  ): Promise<Allowed> {
    if (!mayDo(caller.principal, PERMISSION_OF[resource])) {
      throw new AppError('permission-missing', 'forbidden', { permission: PERMISSION_OF[resource] });
    }
    const policy = this.choose(await this.policies(caller), resource, query.policy);
    const counted = resource === 'stays' && policy.staysForm === 'counts';
    const period = readPeriod(query, localDate(this.clock.now()), counted ? 'months' : 'days');
    const issues: Issue[] = [
      ...('faults' in period ? period.faults : []),
      ...(policy.purposes.includes(query.purpose)
        ? []
        : [{ code: 'authority-purpose-closed', pointer: '/purpose', params: { allowed: policy.purposes.join(', ') } }]),
      ...Object.keys(query.filters).flatMap((name): Issue[] =>
        canFilter(policy, resource, name) ? [] : [{ code: 'authority-filter-closed', pointer: `/${name}` }],
      ),
    ];
    if (issues.length > 0 || 'faults' in period) throw new AppError('validation-failed', 'invalid', {}, issues);
    const { filters, purpose } = query;
    const bound = JSON.stringify([
      caller.principal.id,
      `${policy.policyId}:${policy.version}`,
      resource,
      purpose,
      period,
      Object.entries(filters).sort(),
    ]);
    return { policy, resource, ...this.areas(caller, policy), period, filters, purpose, bound };
  }

  private choose(policies: readonly AuthorityPolicy[], resource: Resource, wanted?: string): AuthorityPolicy {
    const open = policies.filter(
      (policy) => resourcesOf(policy).includes(resource) && (wanted === undefined || policy.policyId === wanted),
    );
    const [only, ...others] = open;
    if (!only) throw new AppError('authority-resource-closed', 'forbidden', { resource });
    if (others.length === 0) return only;
    const allowed = open.map(({ policyId }) => policyId).join(', ');
    throw new AppError('validation-failed', 'invalid', {}, [
      { code: 'authority-policy-ambiguous', pointer: '/policy', params: { allowed } },
    ]);
  }

  /** The area of the grants of this role only: what another role reaches is none of this policy's business. */
  private areas(caller: Caller, policy: AuthorityPolicy): { areas: readonly Area[]; policyAreas: readonly Area[] } {
    const grants = caller.principal.grants.filter(({ role }) => role === policy.policyId);
    const { areaUnitIds, areaZoneIds } = policy;
    const units = areaUnitIds.map((unitId) => unitArea(this.reference.adminUnits, unitId, null));
    const zones: Area[] =
      areaZoneIds.length === 0 ? [] : [{ wardIds: [], formerWardIds: [], zoneIds: areaZoneIds, kinds: null }];
    return { areas: grants.flatMap(({ reach }) => reach.areas), policyAreas: [...units, ...zones] };
  }
}

/** Only by a column that the policy shows as it is: anything else would be asking about what is not shown. */
function canFilter(policy: AuthorityPolicy, resource: Resource, name: string): boolean {
  const shown = policy.columns.find((column) => column.resource === resource && column.column === name);
  const definition = shown && columnOf(resource, name);
  return (
    definition?.filter === true &&
    maskOf(definition, shown?.masking ?? '') !== undefined &&
    shown?.masking !== 'foreign'
  );
}
