import { Inject, Injectable } from '@nestjs/common';
import { ACCOUNT_SEAL, type AccountIdentity, type Caller, unitsOf } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database, KeyRing, type Transaction } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { supervisedUnits } from './domain/supervised-units';

/** An officer by account and name. */
export interface OfficerName {
  readonly officerId: string;
  /** Null for an account that is gone. */
  readonly officerName: string | null;
}

/** A page of a search, as a supervisor sees it: never what was searched for. */
export interface SupervisedSearch extends OfficerName {
  readonly searchId: string;
  readonly page: number;
  readonly at: Date;
  readonly purpose: string;
  readonly caseNumber: string;
  readonly criteria: readonly string[];
  readonly persons: number;
  readonly rowsShown: number;
  readonly cut: boolean;
}

export interface SearchNotice extends OfficerName {
  readonly noticeId: string;
  readonly kind: string;
  readonly at: Date;
  readonly count: number;
  readonly acknowledgedAt: Date | null;
}

export interface SupervisionFilter {
  readonly officerId?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface SupervisedPage<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

type Named<T extends OfficerName> = Omit<T, 'officerName'> & { readonly identity: Buffer | null };

const IDENTITY = `(SELECT a.identity_sealed FROM account a WHERE a.account_id::text = r.officer_id) AS identity`;
const CURSOR = /^(\d{12,15})\.([0-9a-f-]{36})\.(\d)$/;

/** What supervisors see of their officers' searches. Their own looks at it are audited like any other. */
@Injectable()
export class SearchSupervisionService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Pages of searches, newest first. Throws `cursor-invalid`. */
  async searches(
    caller: Caller,
    { officerId, cursor, limit }: SupervisionFilter,
  ): Promise<SupervisedPage<SupervisedSearch>> {
    const [at, searchId, page] = readCursor(cursor);
    const found = await this.supervise(caller, 'searches', (tx) =>
      tx.query<Named<SupervisedSearch>[]>(
        `SELECT r.search_id AS "searchId", r.page, r.officer_id AS "officerId", r.at, r.purpose, r.case_number AS "caseNumber",
                r.criteria, r.persons, r.rows_shown AS "rowsShown", r.cut, ${IDENTITY}
         FROM police_search r
         WHERE ($1::text IS NULL OR r.officer_id = $1)
           AND ($2::timestamptz IS NULL OR (r.at, r.search_id, r.page) < ($2, $3::uuid, $4::smallint))
         ORDER BY r.at DESC, r.search_id DESC, r.page DESC LIMIT $5`,
        [officerId ?? null, at, searchId, page, limit + 1],
      ),
    );
    return this.page(found, limit, (row) => `${row.at.getTime()}.${row.searchId}.${row.page}`);
  }

  /** Notices, newest first. Throws `cursor-invalid`. */
  async notices(
    caller: Caller,
    { officerId, cursor, limit, unseenOnly }: SupervisionFilter & { readonly unseenOnly: boolean },
  ): Promise<SupervisedPage<SearchNotice>> {
    const [at, noticeId] = readCursor(cursor);
    const found = await this.supervise(caller, 'notices', (tx) =>
      tx.query<Named<SearchNotice>[]>(
        `SELECT r.notice_id AS "noticeId", r.officer_id AS "officerId", r.kind, r.at, r.count,
                r.acknowledged_at AS "acknowledgedAt", ${IDENTITY}
         FROM search_notice r
         WHERE ($1::text IS NULL OR r.officer_id = $1) AND (NOT $5 OR r.acknowledged_at IS NULL)
           AND ($2::timestamptz IS NULL OR (r.at, r.notice_id) < ($2, $3::uuid))
         ORDER BY r.at DESC, r.notice_id DESC LIMIT $4`,
        [officerId ?? null, at, noticeId, limit + 1, unseenOnly],
      ),
    );
    return this.page(found, limit, (row) => `${row.at.getTime()}.${row.noticeId}.0`);
  }

  /** Throws `not-found` also for a notice about somebody else's officer, and for one about oneself. */
  async acknowledge(caller: Caller, noticeId: string): Promise<void> {
    await this.supervise(
      caller,
      'acknowledge',
      async (tx) => {
        const [changed] = await tx.query<[{ officerId: string }[], number]>(
          `UPDATE search_notice SET acknowledged_at = coalesce(acknowledged_at, $2), acknowledged_by = coalesce(acknowledged_by, $3)
           WHERE notice_id = $1 AND officer_id <> $3 RETURNING officer_id AS "officerId"`,
          [noticeId, this.clock.now(), caller.principal.id],
        );
        if (changed.length === 0) throw new AppError('not-found', 'not-found');
        return changed;
      },
      noticeId,
    );
  }

  private async supervise<T>(
    caller: Caller,
    what: string,
    work: (tx: Transaction) => Promise<T[]>,
    subjectId: string | null = null,
  ): Promise<T[]> {
    const { principal } = caller;
    const units = unitsOf(principal, 'police.supervise').flatMap((unitId) =>
      supervisedUnits(this.reference.adminUnits, unitId),
    );
    return this.database.transaction({ facilityIds: [PLATFORM_FACILITY] }, async (tx) => {
      await tx.query(
        `SELECT set_config('app.officer', $1, true), set_config('app.supervised_units', $2::text[]::text, true)`,
        [principal.id, units],
      );
      const found = await work(tx);
      await appendAudit(tx, {
        at: this.clock.now(),
        facilityId: PLATFORM_FACILITY,
        actor: { kind: principal.kind, id: principal.id },
        action: `police.supervise-${what}`,
        subjectKind: 'search',
        subjectId,
        requestId: caller.requestId,
        rowCount: found.length,
      });
      return found;
    });
  }

  private async page<T extends OfficerName>(
    found: readonly Named<T>[],
    limit: number,
    cursorOf: (row: Named<T>) => string,
  ): Promise<SupervisedPage<T>> {
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const names = new Map<string, string | null>();
    for (const { officerId, identity } of rows) {
      if (!names.has(officerId)) names.set(officerId, identity && (await this.nameOf(officerId, identity)));
    }
    return {
      rows: rows.map(
        ({ identity: _sealed, ...row }) => ({ ...row, officerName: names.get(row.officerId) ?? null }) as unknown as T,
      ),
      next: found.length > limit && last ? cursorOf(last) : null,
    };
  }

  private async nameOf(accountId: string, box: Buffer): Promise<string> {
    const text = await this.keyRing.open(ACCOUNT_SEAL.table, ACCOUNT_SEAL.identity, accountId, box);
    return (JSON.parse(text) as AccountIdentity).displayName;
  }
}

function readCursor(cursor: string | undefined): [Date | null, string | null, number | null] {
  if (cursor === undefined) return [null, null, null];
  const [, at, id, page] = CURSOR.exec(cursor) ?? [];
  if (at === undefined || id === undefined) throw new AppError('cursor-invalid', 'invalid');
  return [new Date(Number(at)), id, Number(page)];
}
