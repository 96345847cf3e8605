import { Inject, Injectable } from '@nestjs/common';
import {
  ACCOUNT_SEAL,
  type AccountIdentity,
  type Caller,
  lookReachOf,
  type LookReach,
  type Permission,
  reachOf,
  unitArea,
  unitsOf,
  widerReach,
} from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  type Issue,
  KeyRing,
  STANDING_SCOPE,
  type Transaction,
  uuidV7,
} from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { checkPurpose, type StatedPurpose } from '@luutru/transparency';
import { type BreakGlassState, openingFault, stateOf } from './domain/break-glass';
import { SearchLogRepository } from './search-log.repository';
import { BreakGlassRepository, type BreakGlassRow, type BreakGlassUse, type Verdict } from './break-glass.repository';

export interface BreakGlassOptions {
  readonly minutes: number;
  /** How many an officer may have open at once. */
  readonly maxOpen: number;
  /** After how long without a review its officer may open no other. */
  readonly reviewHours: number;
}

export const BREAK_GLASS_OPTIONS = Symbol('BREAK_GLASS_OPTIONS');

/** A break-glass as its officer sees it. */
export interface BreakGlassView {
  readonly breakGlassId: string;
  readonly unitId: string;
  readonly purpose: string;
  readonly caseNumber: string | null;
  readonly state: BreakGlassState;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly reviewedAt: Date | null;
  readonly verdict: Verdict | null;
}

/** The same as its supervisor sees it. */
export type SupervisedBreakGlass = BreakGlassView & { readonly accountId: string; readonly officerName: string };

export type BreakGlassFile = SupervisedBreakGlass & {
  readonly reason: string;
  readonly note: string | null;
  readonly uses: readonly BreakGlassUse[];
};

export interface NewBreakGlass extends StatedPurpose {
  readonly unitId: string;
  readonly reason: string;
}

const SEAL = { table: 'break_glass', reason: 'reason_sealed', review: 'review_sealed' } as const;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const LISTED = 100;

/** Looking beyond the jurisdiction: for a while, under the eyes of a supervisor, and reviewed by them afterwards. */
@Injectable()
export class BreakGlassService {
  private readonly glasses: BreakGlassRepository;

  constructor(
    database: Database,
    private readonly keyRing: KeyRing,
    private readonly reference: ReferenceDataService,
    private readonly log: SearchLogRepository,
    @Inject(BREAK_GLASS_OPTIONS) private readonly options: BreakGlassOptions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.glasses = new BreakGlassRepository(database);
  }

  /**
   * Lends the area of a unit. Throws `validation-failed`, `break-glass-too-many`, and `break-glass-review-overdue` while an
   * earlier one waits for its review for too long.
   */
  async open(caller: Caller, wanted: NewBreakGlass): Promise<BreakGlassView> {
    const now = this.clock.now();
    checkPurpose(this.reference.codeTables, wanted, localDate(now));
    const homeWardIds = this.homeWards(caller);
    const issues = this.faults(wanted, homeWardIds);
    if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
    const { id: accountId } = caller.principal;
    const breakGlassId = uuidV7(now);
    const glass = {
      breakGlassId,
      accountId,
      unitId: wanted.unitId,
      purpose: wanted.purpose,
      caseNumber: wanted.caseNumber ?? null,
      openedAt: now,
      expiresAt: new Date(now.getTime() + this.options.minutes * MINUTE_MS),
      reasonSealed: await this.keyRing.seal(
        STANDING_SCOPE,
        SEAL.table,
        SEAL.reason,
        breakGlassId,
        wanted.reason.trim(),
      ),
    };
    await this.glasses.transaction({ accountId, areas: [] }, async (tx) => {
      const fault = openingFault(await this.glasses.lockUnreviewed(tx, accountId), now, {
        reviewWithinMs: this.options.reviewHours * HOUR_MS,
        maxOpen: this.options.maxOpen,
      });
      if (fault) throw new AppError(fault, 'conflict', { max: this.options.maxOpen, hours: this.options.reviewHours });
      await this.glasses.insert(tx, { ...glass, homeWardIds });
      const officer = { id: accountId, unitIds: unitsOf(caller.principal, 'break-glass.open') };
      await this.log.begin(tx, officer);
      await this.log.notifyOpened(tx, officer, now);
      await this.record(tx, caller, 'break-glass.open', glass, { unitId: glass.unitId, minutes: this.options.minutes });
    });
    return this.viewOf({ ...glass, endedAt: null, reviewedAt: null, verdict: null }, now);
  }

  /**
   * How far a look reaches that names a break-glass, or none. The look must state what the break-glass was opened for.
   * Throws `break-glass-not-open` for one that is over, unknown or somebody else's alike, `validation-failed`.
   */
  async widen(
    caller: Caller,
    permission: Permission,
    breakGlassId: string | undefined,
    stated: StatedPurpose,
  ): Promise<LookReach> {
    const { principal } = caller;
    if (breakGlassId === undefined) return lookReachOf(principal, permission);
    const now = this.clock.now();
    const onlooker = { accountId: principal.id, areas: [] };
    const row =
      principal.kind === 'person'
        ? await this.glasses.transaction(onlooker, (tx) => this.glasses.find(tx, breakGlassId))
        : null;
    if (!row || stateOf(row, now, this.options.reviewHours * HOUR_MS) !== 'open') throw notOpen();
    if (row.purpose !== stated.purpose || (row.caseNumber !== null && row.caseNumber !== stated.caseNumber)) {
      const issue = { code: 'break-glass-other-purpose', pointer: '/purpose' };
      throw new AppError('validation-failed', 'invalid', {}, [issue]);
    }
    const area = unitArea(this.reference.adminUnits, row.unitId, null);
    return { areas: widerReach(principal, permission, { ...row, area }, now).areas, breakGlassId: row.breakGlassId };
  }

  /** One's own, newest first. */
  async own(caller: Caller): Promise<BreakGlassView[]> {
    const { id: accountId } = caller.principal;
    const rows = await this.glasses.transaction({ accountId, areas: [] }, (tx) =>
      this.glasses.own(tx, accountId, LISTED),
    );
    const now = this.clock.now();
    return rows.map((row) => this.viewOf(row, now));
  }

  /** Ends one's own that are open, or the one named, early. Returns how many; throws `break-glass-not-open`. */
  async endOwn(caller: Caller, breakGlassId: string | undefined): Promise<number> {
    const { id: accountId } = caller.principal;
    const now = this.clock.now();
    return this.glasses.transaction({ accountId, areas: [] }, async (tx) => {
      await this.glasses.lockUnreviewed(tx, accountId);
      const own = await this.glasses.own(tx, accountId, LISTED);
      const open = own.filter(
        (row) => this.stateOf(row, now) === 'open' && (breakGlassId === undefined || row.breakGlassId === breakGlassId),
      );
      if (breakGlassId !== undefined && open.length === 0) throw notOpen();
      for (const row of open) await this.endWithin(tx, caller, row, now);
      return open.length;
    });
  }

  /** Ends one of an officer early, as their supervisor. Throws `not-found`, `break-glass-over`. */
  async endOfOfficer(caller: Caller, breakGlassId: string): Promise<void> {
    const now = this.clock.now();
    await this.glasses.transaction(supervisorOf(caller), async (tx) => {
      const row = await this.glasses.find(tx, breakGlassId, 'FOR UPDATE OF g');
      if (!row || row.accountId === caller.principal.id) throw new AppError('not-found', 'not-found');
      if (this.stateOf(row, now) !== 'open') throw new AppError('break-glass-over', 'conflict');
      await this.endWithin(tx, caller, row, now);
    });
  }

  /** Those of the officers one supervises: the ones to review first, open ones among them. */
  async supervised(caller: Caller, waiting: boolean): Promise<SupervisedBreakGlass[]> {
    const now = this.clock.now();
    const rows = await this.glasses.transaction(supervisorOf(caller), (tx) =>
      this.glasses.supervised(tx, caller.principal.id, waiting, LISTED),
    );
    return Promise.all(rows.map((row) => this.supervisedView(row, now)));
  }

  /** One of them with its reason and all that was looked at under it. Throws `not-found`. */
  async file(caller: Caller, breakGlassId: string): Promise<BreakGlassFile> {
    const now = this.clock.now();
    const { row, uses } = await this.glasses.transaction(supervisorOf(caller), async (tx) => {
      const found = await this.glasses.find(tx, breakGlassId);
      if (!found || found.accountId === caller.principal.id) throw new AppError('not-found', 'not-found');
      await this.record(tx, caller, 'break-glass.read', found, {});
      return { row: found, uses: await this.glasses.uses(tx, found) };
    });
    const open = (column: string, box: Buffer): Promise<string> =>
      this.keyRing.open(SEAL.table, column, breakGlassId, box);
    return {
      ...(await this.supervisedView(row, now)),
      reason: await open(SEAL.reason, row.reasonSealed),
      note: row.reviewSealed && (await open(SEAL.review, row.reviewSealed)),
      uses,
    };
  }

  /**
   * Says whether it was justified: somebody else than its officer, once it is over.
   * Throws `not-found`, `break-glass-own-review`, `break-glass-still-open`, `break-glass-reviewed`.
   */
  async review(caller: Caller, breakGlassId: string, review: { verdict: Verdict; note: string }): Promise<void> {
    const now = this.clock.now();
    const by = caller.principal.id;
    const sealed = await this.keyRing.seal(STANDING_SCOPE, SEAL.table, SEAL.review, breakGlassId, review.note.trim());
    await this.glasses.transaction(supervisorOf(caller), async (tx) => {
      const row = await this.glasses.find(tx, breakGlassId, 'FOR UPDATE OF g');
      if (!row) throw new AppError('not-found', 'not-found');
      if (row.accountId === by) throw new AppError('break-glass-own-review', 'forbidden');
      const state = this.stateOf(row, now);
      if (state === 'open') throw new AppError('break-glass-still-open', 'conflict');
      if (state === 'reviewed') throw new AppError('break-glass-reviewed', 'conflict');
      await this.glasses.review(tx, breakGlassId, { by, at: now, verdict: review.verdict, sealed });
      await this.record(tx, caller, 'break-glass.review', row, { verdict: review.verdict });
    });
  }

  private async endWithin(tx: Transaction, caller: Caller, row: BreakGlassRow, now: Date): Promise<void> {
    await this.glasses.end(tx, row.breakGlassId, caller.principal.id, now);
    await this.record(tx, caller, 'break-glass.end', row, {});
  }

  /** The wards that the officer belongs to, so that only who supervises all of them sees the break-glass. */
  private homeWards({ principal }: Caller): string[] {
    const units = this.reference.adminUnits;
    const { areas } = reachOf(principal, 'break-glass.open');
    const today = areas.flatMap(({ wardIds, formerWardIds }) => [
      ...wardIds,
      ...formerWardIds.flatMap((former) => units.successors(former).map(({ unitId }) => unitId)),
    ]);
    return [...new Set(today)].sort();
  }

  /** Units of today in a province that the officer belongs to; the platform holds no other. */
  private faults({ unitId, reason }: NewBreakGlass, homeWardIds: readonly string[]): Issue[] {
    const units = this.reference.adminUnits;
    const issues: Issue[] = [];
    const province = units.find(unitId)?.validTo === null ? units.provinceOf(unitId)?.unitId : undefined;
    const home = new Set(homeWardIds.map((ward) => units.provinceOf(ward)?.unitId));
    if (province === undefined || !home.has(province)) {
      issues.push({ code: 'break-glass-unit', pointer: '/unitId' });
    }
    if (reason.trim() === '') issues.push({ code: 'field-required', pointer: '/reason' });
    return issues;
  }

  private stateOf = (row: BreakGlassRow, now: Date): BreakGlassState =>
    stateOf(row, now, this.options.reviewHours * HOUR_MS);

  private viewOf(row: Omit<BreakGlassView, 'state'>, now: Date): BreakGlassView {
    return {
      breakGlassId: row.breakGlassId,
      unitId: row.unitId,
      purpose: row.purpose,
      caseNumber: row.caseNumber,
      state: stateOf(row, now, this.options.reviewHours * HOUR_MS),
      openedAt: row.openedAt,
      expiresAt: row.expiresAt,
      endedAt: row.endedAt,
      reviewedAt: row.reviewedAt,
      verdict: row.verdict,
    };
  }

  private async supervisedView(row: BreakGlassRow, now: Date): Promise<SupervisedBreakGlass> {
    const { accountId, identitySealed } = row;
    const text = await this.keyRing.open(ACCOUNT_SEAL.table, ACCOUNT_SEAL.identity, accountId, identitySealed);
    const { displayName } = JSON.parse(text) as AccountIdentity;
    return { ...this.viewOf(row, now), accountId, officerName: displayName };
  }

  private record(
    tx: Transaction,
    { principal, requestId }: Caller,
    action: string,
    glass: Pick<BreakGlassRow, 'breakGlassId' | 'purpose' | 'caseNumber'>,
    detail: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor: { kind: principal.kind, id: principal.id },
      action,
      subjectKind: 'break-glass',
      subjectId: glass.breakGlassId,
      requestId,
      purpose: glass.purpose,
      detail: { ...detail, ...(glass.caseNumber !== null && { caseNumber: glass.caseNumber }) },
    });
  }
}

const supervisorOf = ({ principal }: Caller) => ({
  accountId: principal.id,
  areas: reachOf(principal, 'break-glass.review').areas,
});

const notOpen = (): AppError => new AppError('break-glass-not-open', 'forbidden');
