import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { addDays, localDate } from '@luutru/calendar';
import { type AccessScope, AppError, CLOCK, type Clock, Database, type Transaction } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { areasOf, asOf } from './answer-scope';
import { openFrom } from './domain/editions/closing';
import { editionFaults, type EditionPlan, editionPlan } from './domain/editions/edition-plan';
import {
  editionMeans,
  editionRows,
  type EditionGroups,
  groupsOf,
  type ReadCell,
  toldOf,
} from './domain/editions/edition-rows';
import type { EditionShape, ReleaseScope } from './domain/editions/release-scope';
import type { HiddenCode } from './domain/disclosure/shown-rows';
import type { FigureQuery } from './domain/figure-query';
import { addMonths, compared, cut, type Grain, type Period, startOf, step } from './domain/periods';
import { editionFormLines } from './edition-form';
import { makeFirstEdition } from './edition-maker';
import { firstMonth } from './edition.repository';
import { type CellCount, cellsSql, editionsSql, hashSql } from './edition.statements';
import { areaScopes, releaseScopeOf } from './release-scopes';
import { isOfWeekdays, roundedDays } from './rounded-days';
import { ownNames } from './figure-names';
import type { EditionName, Figures, FormFigures } from './figures';

interface Given extends EditionName {
  readonly withheld: boolean;
  readonly shape: EditionShape;
}

/** Editions made while somebody waits; what is missing beyond that the worker makes. */
const MOST_MADE = 24;

/**
 * Figures for those who may not see small numbers: of closed months from the editions that were given out (ADR 0031), of days as
 * rounded numbers of all of their scope.
 */
@Injectable()
export class EditionReadModel {
  /** Editions that this process makes one after the other: it has others to serve. */
  private making: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `validation-failed` for a question that is not answered, `statistics-being-prepared` (unavailable). */
  async figures(caller: Caller, query: FigureQuery, policy?: string): Promise<Figures> {
    const scope = await this.scopeOf(caller, policy);
    if (query.grain === 'day' || isOfWeekdays(query)) return roundedDays(this.database, scope, query, this.clock.now());
    const faults = editionFaults(query, scope);
    if (faults.length > 0) throw new AppError('validation-failed', 'invalid', {}, faults);
    const { period, grain, compare, movingAverage, by } = query;
    const like = compare && compared(period, compare);
    const widened =
      movingAverage === null || grain === null
        ? null
        : { from: step(startOf(period.from, grain), grain, 1 - movingAverage), until: period.until };
    const bound = await this.bound();
    if (bound <= period.from) throw open(bound);
    await this.prepare(scope, [period, ...(like ? [like] : []), ...(widened ? [widened] : [])], bound);
    const plan = editionPlan(query, scope);
    return this.database.transaction(accessOf(scope), async (tx) => {
      if (by.length > 1) await tx.query(hashSql);
      const read = (one: Period): Promise<EditionGroups> => this.read(tx, scope, plan, one, grain, bound);
      const main = await read(period);
      const before = like && (await read(like));
      const means = widened && editionMeans(await read(widened), plan.bases, movingAverage ?? 1);
      const lines = editionRows(cut(period, grain), main, before, means);
      const employer = by.indexOf('employer');
      const rows = employer < 0 ? lines : toldOf(lines, employer);
      const editions = await this.given(tx, scope, period);
      const table = { by, bases: plan.bases, rows };
      return {
        query,
        table,
        ownNames: await ownNames(tx, areaScopes(scope), by),
        asOf: await asOf(tx),
        lastNight: addDays(bound, -1),
        mayHide: true,
        roundedTo: null,
        editions: editions.map(({ month, number, madeAt }) => ({ month, number, madeAt })),
      };
    });
  }

  /** The form of a year as far as its months are closed. Throws as {@link figures} does. */
  async form015n(caller: Caller, year: number, policy?: string): Promise<FormFigures> {
    const scope = await this.scopeOf(caller, policy);
    const bound = await this.bound();
    const from = `${year}-01-01`;
    if (bound <= from) throw open(bound, '/year');
    const until = bound < `${year + 1}-01-01` ? bound : `${year + 1}-01-01`;
    const period = { from, until };
    await this.prepare(scope, [period], bound);
    return this.database.transaction(accessOf(scope), async (tx) => {
      const lines = await editionFormLines(scope.sort, async (by, question) => {
        const query = { ...question, by, period, grain: null, compare: null, movingAverage: null };
        return this.read(tx, scope, editionPlan(query, scope), period, null, bound);
      });
      return { year, lines, asOf: await asOf(tx), lastNight: addDays(until, -1), mayHide: true };
    });
  }

  private async scopeOf(caller: Caller, policy?: string): Promise<ReleaseScope> {
    return this.database.transaction(areasOf(caller), (tx) => releaseScopeOf(tx, caller, this.reference, policy));
  }

  /** The first month that is open: by the calendar, and by how far changes are counted. */
  private async bound(): Promise<string> {
    const counted = await this.database.transaction({ facilityIds: [] }, asOf);
    const now = this.clock.now();
    if (!counted) throw new AppError('statistics-being-prepared', 'unavailable');
    return openFrom(localDate(counted < now ? counted : now));
  }

  /** Makes what editions are missing, one after the other, each committed by itself. */
  private async prepare(scope: ReleaseScope, periods: readonly Period[], bound: string): Promise<void> {
    const months = [...new Set(periods.flatMap((period) => monthsIn(period, bound)))].sort();
    const missing = await this.database.transaction(accessOf(scope), async (tx) => {
      const found = await this.given(tx, scope, { from: months[0] ?? bound, until: bound });
      const made = new Set(found.map(({ month }) => month));
      const left = months.filter((month) => !made.has(month));
      if (left.length === 0) return [];
      const first = await firstMonth(tx);
      return left.filter((month) => first !== null && month >= first);
    });
    if (missing.length > MOST_MADE) throw new AppError('statistics-being-prepared', 'unavailable');
    for (const month of missing) {
      const next = this.making.then(() =>
        this.database.transaction(accessOf(scope), (tx) => makeFirstEdition(tx, scope, month, this.clock.now())),
      );
      this.making = next.catch(() => undefined);
      await next;
    }
  }

  private given(tx: Transaction, { scopeId }: ReleaseScope, { from, until }: Period): Promise<Given[]> {
    return tx.query<Given[]>(editionsSql, [scopeId, from, until]);
  }

  private async read(
    tx: Transaction,
    scope: ReleaseScope,
    plan: EditionPlan,
    period: Period,
    grain: Grain | null,
    bound: string,
  ): Promise<EditionGroups> {
    const parts = cut(period, grain);
    const given = await this.given(tx, scope, period);
    const isAnyIn = ({ from, until }: Period, is: (one: Given) => boolean): boolean =>
      given.some((one) => one.month >= from && one.month < until && is(one));
    const closed = new Map(
      parts.flatMap((part): [string, HiddenCode][] => {
        if (part.until > bound) return [[part.from, 'period-open']];
        return isAnyIn(part, ({ withheld }) => withheld) ? [[part.from, 'too-few-persons']] : [];
      }),
    );
    const ofFirstShape = parts.filter((part) => isAnyIn(part, ({ shape }) => shape === 1)).map(({ from }) => from);
    const sources: ReadCell[][] = [];
    for (const [at, source] of plan.sources.entries()) {
      const asked = { scopeId: scope.scopeId, ...period, grain };
      const { text, values } = cellsSql(asked, plan, source, countsOf(plan, at));
      sources.push(await tx.query<ReadCell[]>(text, [...values]));
    }
    return groupsOf(plan, { parts, closed, ofFirstShape: new Set(ofFirstShape), sources });
  }
}

/** What is read of the cells of a source; how many facilities there are of the first. */
const countsOf = ({ columns }: EditionPlan, at: number): CellCount[] => [
  ...new Set([
    ...[...columns.values()].flatMap(({ source, column }) =>
      source !== at ? [] : ['people' in column ? column.people : column.offer],
    ),
    ...(at === 0 ? (['facilities'] as const) : []),
  ]),
];

const accessOf = (scope: ReleaseScope): AccessScope => ({ facilityIds: [], areas: areaScopes(scope) });

function monthsIn({ from, until }: Period, bound: string): string[] {
  const months: string[] = [];
  for (let month = from; month < until && month < bound; month = addMonths(month, 1)) months.push(month);
  return months;
}

const open = (bound: string, pointer = '/to'): AppError =>
  new AppError('validation-failed', 'invalid', {}, [
    { code: 'statistics-period-open', pointer, params: { until: addDays(bound, -1) } },
  ]);
