import { Inject, Injectable } from '@nestjs/common';
import { type Caller, lookReachOf, type LookReach, unitsOf } from '@luutru/access';
import { auditStatement, PLATFORM_FACILITY, SealWatch } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { type PersonalData, STAY_SEAL } from '@luutru/declaration';
import { normalisePhone } from '@luutru/identity-document';
import {
  AppError,
  canonicalJson,
  CLOCK,
  type Clock,
  Database,
  type Issue,
  KeyRing,
  runIn,
  type StatementTarget,
  uuidV7,
} from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { checkPurpose, lookerOf, noteLooks, type StatedPurpose } from '@luutru/transparency';
import { type FoundPerson, type FoundStay, type HitReason, rank, reasonsOf } from './domain/rank';
import { readCriteria } from './domain/read-criteria';
import type { SearchCriteria, SearchInput, SearchPath } from './domain/search-criteria';
import { limitReached, type LimitReached, type SearchLimits } from './domain/search-limits';
import { walkingOf } from './domain/walking';
import { type FoundRow, type FoundRows, PersonSearchReadModel } from './person-search.read-model';
import { SearchCursor, type SearchPosition } from './search-cursor';
import { type Officer, SearchLogRepository } from './search-log.repository';

export interface SearchOptions {
  readonly limits: SearchLimits;
  /** How long the person is not told of a look under a confidential purpose. */
  readonly confidentialDays: number;
}

export const SEARCH_OPTIONS = Symbol('SEARCH_OPTIONS');

/** Stays opened for one search, people on a page, pages, and stays shown of a person. */
export const OPENED_ROWS = 300;
export const PAGE_PERSONS = 20;
export const MAX_PAGES = 5;
export const SHOWN_STAYS = 3;
const DAY_MS = 86_400_000;
/** How long the pages of a search may be turned. */
const CURSOR_MS = 1_800_000;

/** What is asked, and why. */
export interface SearchRequest extends SearchInput, StatedPurpose {
  readonly cursor?: string;
}

/** As whom a caller searches, and how far. */
export interface SearchStanding {
  readonly permission: 'person.search' | 'person.search.partner';
  /** Whose limits count: the person, or the officer that a partner's system names. */
  readonly officer: Officer;
  readonly reach: LookReach;
  /** The partner's own, opaque name of the officer. */
  readonly officerReference?: string;
}

/** A person who searches for themselves, within their own jurisdiction unless told otherwise. */
export const ownStanding = (
  { principal }: Caller,
  reach: LookReach = lookReachOf(principal, 'person.search'),
): SearchStanding => ({
  permission: 'person.search',
  officer: { id: principal.id, unitIds: unitsOf(principal, 'person.search') },
  reach,
});

/** A stay that a search found, with its person in the clear. */
export type SearchedStay = FoundStay & Omit<FoundRow, 'box'> & { readonly phone: string | null };

export interface SearchAnswer {
  readonly searchId: string;
  readonly page: number;
  readonly persons: readonly (FoundPerson<SearchedStay> & {
    readonly reasons: readonly HitReason[];
    readonly stayCount: number;
  })[];
  /** People found on all pages. */
  readonly total: number;
  /** More stays would have had to be opened, or more pages shown, than one search may: it should be narrowed. */
  readonly cut: boolean;
  readonly next: string | null;
}

/** One search as it is carried out. */
interface Search {
  readonly caller: Caller;
  readonly standing: SearchStanding;
  readonly criteria: SearchCriteria;
  readonly path: SearchPath;
  readonly position: SearchPosition;
  readonly stated: { readonly purpose: string; readonly caseNumber: string };
  readonly visibleFrom: Date;
  readonly now: Date;
}

type Outcome = { readonly refused: LimitReached } | { readonly answer: Omit<SearchAnswer, 'next'> };

/** Looks for people by what is known of them: within the area, for a stated purpose and case, and noted before it is answered. */
@Injectable()
export class PoliceSearchService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly reference: ReferenceDataService,
    private readonly seals: SealWatch,
    private readonly found: PersonSearchReadModel,
    private readonly log: SearchLogRepository,
    private readonly cursors: SearchCursor,
    @Inject(SEARCH_OPTIONS) private readonly options: SearchOptions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Throws `validation-failed` for criteria that cannot be searched by and a purpose or case that is missing, `cursor-invalid`,
   * `audit-seal-stale` while looks cannot be vouched for, and `search-limit-reached`, of which supervisors are told.
   */
  async search(
    caller: Caller,
    { purpose, caseNumber, cursor, ...input }: SearchRequest,
    standing: SearchStanding = ownStanding(caller),
  ): Promise<SearchAnswer> {
    const now = this.clock.now();
    const stated = { purpose, caseNumber: caseNumber ?? '' };
    const confidential = this.checkStated({ purpose, ...(caseNumber !== undefined && { caseNumber }) }, now);
    const { criteria, path } = this.readInput(input);
    await this.seals.assertFresh();
    const { officer, reach } = standing;
    const bound = canonicalJson({ officer: officer.id, breakGlassId: reach.breakGlassId, ...stated, ...input });
    const position =
      cursor === undefined ? { searchId: uuidV7(now), page: 1, asOf: now } : this.cursors.read(cursor, bound);
    if (now.getTime() - position.asOf.getTime() > CURSOR_MS) throw new AppError('cursor-invalid', 'invalid');
    const outcome = await this.carryOut({
      caller,
      standing,
      criteria,
      path,
      position,
      stated,
      visibleFrom: new Date(now.getTime() + (confidential ? this.options.confidentialDays * DAY_MS : 0)),
      now,
    });
    // The refusal is kept before it is told.
    if ('refused' in outcome) {
      const { kind, seconds } = outcome.refused;
      throw new AppError('search-limit-reached', 'limited', { limit: kind, seconds });
    }
    const { answer } = outcome;
    const more = answer.total > position.page * PAGE_PERSONS && position.page < MAX_PAGES;
    return { ...answer, next: more ? this.cursors.write({ ...position, page: position.page + 1 }, bound) : null };
  }

  private checkStated(stated: StatedPurpose, now: Date): boolean {
    const missing = stated.caseNumber === undefined || stated.caseNumber.trim() === '';
    if (missing) {
      throw new AppError('validation-failed', 'invalid', {}, [{ code: 'field-required', pointer: '/caseNumber' }]);
    }
    return checkPurpose(this.reference.codeTables, stated, localDate(now)).confidential;
  }

  private readInput(input: SearchInput): { criteria: SearchCriteria; path: SearchPath } {
    const read = readCriteria(input);
    const issues: Issue[] = read.ok ? [] : [...read.faults];
    if (input.unitId !== undefined && !this.reference.adminUnits.find(input.unitId)) {
      issues.push({ code: 'code-unknown', pointer: '/unitId', params: { table: 'admin-unit' } });
    }
    if (!read.ok || issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
    return read;
  }

  private carryOut(search: Search): Promise<Outcome> {
    const { criteria, position, now } = search;
    const { officer, reach } = search.standing;
    const { areas } = reach;
    return this.database.exchange({ facilityIds: [PLATFORM_FACILITY], areas }, async (tx) => {
      // What is asked at once costs one way to the database: the search too, whose result is thrown away where limits refuse it.
      const [, counts, { rows, more }] = await Promise.all([
        this.log.begin(tx, officer),
        this.log.counts(tx, officer, now),
        this.find(tx, search),
      ]);
      const refused = limitReached(this.options.limits, counts, now, position.page > 1);
      if (refused) {
        await this.log.notify(tx, officer, { ...refused, at: now });
        await this.audit(tx, search, 'person.search-refused', 0, { limit: refused.kind });
        return { refused };
      }
      const opened = await Promise.all(rows.slice(0, OPENED_ROWS).map((row) => this.open(row)));
      const people = rank(
        criteria,
        opened.filter((stay) => stay !== null),
      );
      const cut = more || people.length > PAGE_PERSONS * MAX_PAGES;
      const page = people.slice((position.page - 1) * PAGE_PERSONS, position.page * PAGE_PERSONS);
      const persons = page.map((person) => ({
        ...person,
        stays: person.stays.slice(0, SHOWN_STAYS),
        stayCount: person.stays.length,
        reasons: reasonsOf(criteria, person.stays[0] as SearchedStay),
      }));
      const shown = persons.flatMap(({ stays }) => stays);
      await this.note(tx, search, shown, people.length, cut);
      const { searchId, page: number } = position;
      return { answer: { searchId, page: number, persons, total: people.length, cut } };
    });
  }

  private async find(tx: StatementTarget, { criteria, path, position, now }: Search): Promise<FoundRows> {
    const facilityIds = await this.found.facilities(tx, criteria, path, this.reference.adminUnits);
    const order = { criteria, path, facilityIds, asOf: position.asOf, today: localDate(now), limit: OPENED_ROWS + 1 };
    return this.found.find(tx, order);
  }

  /** Audit entry, looks, log and what supervisors should know, before anything is answered. */
  private async note(
    tx: StatementTarget,
    search: Search,
    shown: readonly SearchedStay[],
    total: number,
    cut: boolean,
  ): Promise<void> {
    const { caller, standing, criteria, position, stated, visibleFrom, now } = search;
    const { officer } = standing;
    const number = criteria.documentNumber ?? criteria.phone ?? criteria.documentTail;
    const asksNumber = number !== null && position.page === 1;
    const [, , , looks] = await Promise.all([
      this.audit(tx, search, 'person.search', shown.length, { persons: total, cut }),
      noteLooks(tx, shown, {
        at: now,
        looker: lookerOf(caller, standing.permission),
        purpose: stated.purpose,
        visibleFrom,
      }),
      this.log.append(tx, officer, {
        ...position,
        ...stated,
        at: now,
        criteria: criteria.asked,
        persons: total,
        rowsShown: shown.length,
        cut,
        trace: number === null ? null : this.log.trace(number),
      }),
      asksNumber ? this.log.numberSearches(tx, officer, number, now) : null,
    ]);
    if (!looks) return;
    for (const walking of walkingOf(looks)) await this.log.notify(tx, officer, { ...walking, at: now });
  }

  private async audit(
    tx: StatementTarget,
    { caller, standing, criteria, position, stated, now }: Search,
    action: string,
    rowCount: number,
    detail: Readonly<Record<string, string | number | boolean>>,
  ): Promise<void> {
    const entry = auditStatement({
      at: now,
      facilityId: PLATFORM_FACILITY,
      actor: { kind: caller.principal.kind, id: caller.principal.id },
      action,
      subjectKind: 'search',
      subjectId: position.searchId,
      requestId: caller.requestId,
      purpose: stated.purpose,
      rowCount,
      detail: {
        ...detail,
        caseNumber: stated.caseNumber,
        criteria: criteria.asked,
        page: position.page,
        ...(standing.reach.breakGlassId !== null && { breakGlassId: standing.reach.breakGlassId }),
        ...(standing.officerReference !== undefined && { officer: standing.officerReference }),
      },
    });
    await runIn(tx, entry);
  }

  /** Null for a stay whose key was destroyed: nobody can read it any more. */
  private async open({ box, ...row }: FoundRow): Promise<SearchedStay | null> {
    const text = await this.keyRing.open(STAY_SEAL.table, STAY_SEAL.column, row.stayId, box).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'data-key-destroyed') return null;
      throw error;
    });
    if (text === null) return null;
    const { fullName, birthDate, documentNumber, phone } = JSON.parse(text) as PersonalData;
    return {
      ...row,
      cancelled: row.state === 'cancelled',
      fullName,
      birthDate,
      documentNumber,
      phone: phone === null ? null : normalisePhone(phone),
    };
  }
}
