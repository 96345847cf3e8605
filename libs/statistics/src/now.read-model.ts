import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { addDays, localDate } from '@luutru/calendar';
import { type AccessScope, AppError, CLOCK, type Clock, Database } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { asOf, areasOf } from './answer-scope';
import type { Base } from './domain/bases';
import { type Dimension, DIMENSIONS } from './domain/dimensions';
import { dimensionsOf } from './domain/editions/release-scope';
import type { FigureFilter } from './domain/figure-query';
import type { StatisticsTable } from './domain/table';
import { seesExact } from './exact';
import { type FigureNames, ownNames } from './figure-names';
import { longStaySql, nowSql } from './now.statements';
import { areaScopes, releaseScopeOf } from './release-scopes';

/** Who is there at this moment. */
export interface NowFigures {
  readonly table: StatisticsTable;
  readonly ownNames: FigureNames;
  /** Of what the numbers are multiples; null: they are exact. */
  readonly roundedTo: number | null;
  readonly asOf: Date | null;
}

const NOW_BASES: readonly Base[] = ['inHouse', 'foreignersInHouse', 'overdueNow'];
const WORKER_BASES: readonly Base[] = [
  'zoneWorkers',
  'zoneWorkersLong',
  'zoneWorkersUnregistered',
  'foreignWorkersLong',
];

type Row = Readonly<Record<string, string | number | null>>;

/** The days that the law gives to register temporary residence in; others are asked by those who see exact figures. */
const DAYS_TO_REGISTER = 30;

/**
 * Who is in the facilities of the caller's area now, as counted last. Those who see no small numbers ask under their policy, and get
 * numbers rounded place by place (ADR 0031).
 */
@Injectable()
export class NowReadModel {
  constructor(
    private readonly database: Database,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param policy to ask under, for callers with several
   * @throws `validation-failed` for dimensions that people in house are not told apart by
   */
  async now(
    caller: Caller,
    by: readonly Dimension[],
    filter: FigureFilter,
    policy: string | undefined,
  ): Promise<NowFigures> {
    const wrong = by.filter((dimension) => DIMENSIONS[dimension].of !== 'place' && dimension !== 'stay-kind');
    const issues = [
      ...(by.length > 2 ? [{ code: 'list-too-long', pointer: '/by', params: { max: 2 } }] : []),
      ...(new Set(by).size < by.length ? [{ code: 'listed-twice', pointer: '/by' }] : []),
      ...wrong.map((dimension) => ({
        code: 'measure-not-by',
        pointer: '/by',
        params: { measure: 'in-house', dimension },
      })),
    ];
    if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
    const { wards, formerWard, zone, kinds, stars, stayKinds } = filter;
    const values = [wards, formerWard, zone, kinds, stars, stayKinds].map((value) => value ?? null);
    return this.answer(caller, policy, {
      by,
      bases: NOW_BASES,
      sql: (rounding) => nowSql(by, rounding !== null),
      values: ['area', ...values],
    });
  }

  /**
   * Tenants of zone housing by the zone they work in and their employer: all, those who came at least so many days ago, 30 unless given,
   * and the citizens of these whose temporary residence is not recorded as registered.
   * @throws `validation-failed` for other days than these, where the caller sees no small numbers: asked day by day they tell who came when
   */
  async longStay(caller: Caller, asked: number | undefined, policy: string | undefined): Promise<NowFigures> {
    const days = asked ?? DAYS_TO_REGISTER;
    if (days !== DAYS_TO_REGISTER && !seesExact(caller)) {
      const params = { allowed: String(DAYS_TO_REGISTER) };
      throw new AppError('validation-failed', 'invalid', {}, [{ code: 'value-not-allowed', pointer: '/days', params }]);
    }
    const since = addDays(localDate(this.clock.now()), -days);
    const by = ['employer-zone', 'employer'] as const;
    return this.answer(caller, policy, {
      by,
      bases: WORKER_BASES,
      sql: (rounding) => longStaySql(rounding !== null, rounding?.dimensions.includes('employer') ?? true),
      values: [since],
    });
  }

  private async answer(caller: Caller, policy: string | undefined, asked: Asked): Promise<NowFigures> {
    const { by, bases, sql, values } = asked;
    const today = localDate(this.clock.now());
    const period = { from: today, until: addDays(today, 1) };
    const { scope, rounding } = await this.bounds(caller, policy);
    return this.database.transaction(scope, async (tx) => {
      const found = await tx.query<Row[]>(sql(rounding), [...values, ...(rounding === null ? [] : [rounding.step])]);
      const rows = found.map((row) => ({
        keys: by.map((_, at) => (row[`k${at + 1}`] as string | null) ?? null),
        period,
        counts: Object.fromEntries(bases.map((base) => [base, Number(row[base])])),
      }));
      const names = await ownNames(tx, scope.areas ?? [], by);
      return { table: { by, bases, rows }, ownNames: names, roundedTo: rounding?.step ?? null, asOf: await asOf(tx) };
    });
  }

  /** The places that are asked about, and how their numbers are told; null: exactly. */
  private async bounds(
    caller: Caller,
    policy: string | undefined,
  ): Promise<{ readonly scope: AccessScope; readonly rounding: Rounding | null }> {
    const reach = areasOf(caller);
    if (seesExact(caller)) return { scope: reach, rounding: null };
    const scope = await this.database.transaction(reach, (tx) => releaseScopeOf(tx, caller, this.reference, policy));
    const rounding = { step: scope.threshold, dimensions: dimensionsOf(scope.sort) };
    return { scope: { facilityIds: [], areas: areaScopes(scope) }, rounding };
  }
}

interface Rounding {
  /** Of what the numbers are multiples. */
  readonly step: number;
  /** What the policy lets be told apart. */
  readonly dimensions: readonly Dimension[];
}

interface Asked {
  readonly by: readonly Dimension[];
  readonly bases: readonly Base[];
  readonly sql: (rounding: Rounding | null) => string;
  readonly values: readonly unknown[];
}
