import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { addDays, localDate } from '@luutru/calendar';
import { AppError, CLOCK, type Clock, Database } from '@luutru/platform';
import { asOf, areasOf } from './answer-scope';
import { DisclosureGate } from './disclosure-gate';
import type { Base } from './domain/bases';
import { type Dimension, DIMENSIONS } from './domain/dimensions';
import type { FigureFilter } from './domain/figure-query';
import type { StatisticsTable } from './domain/table';
import { type FigureNames, ownNames } from './figure-names';
import { NOW_SQL, nowKeys, LONG_STAY_SQL } from './now.statements';

/** Who is there at this moment. */
export interface NowFigures {
  readonly table: StatisticsTable;
  readonly ownNames: FigureNames;
  readonly asOf: Date | null;
}

const NOW_BASES: readonly Base[] = ['inHouse', 'foreignersInHouse', 'overdueNow'];
const WORKER_BASES: readonly Base[] = ['zoneWorkers', 'zoneWorkersLong', 'foreignWorkersLong'];

type Row = Readonly<Record<string, string | number | null>>;

/** Who is in the facilities of the caller's area now, as counted last. */
@Injectable()
export class NowReadModel {
  constructor(
    private readonly database: Database,
    private readonly gate: DisclosureGate,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `validation-failed` for dimensions that people in house are not told apart by. */
  async now(caller: Caller, by: readonly Dimension[], filter: FigureFilter): Promise<NowFigures> {
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
    return this.answer(caller, by, NOW_BASES, NOW_SQL(nowKeys(by)), ['area', ...values]);
  }

  /** Tenants of zone housing by the zone they work in and their employer, and those who came at least so many days ago. */
  async longStay(caller: Caller, days: number): Promise<NowFigures> {
    const since = addDays(localDate(this.clock.now()), -days);
    return this.answer(caller, ['employer-zone', 'employer'], WORKER_BASES, LONG_STAY_SQL, [since]);
  }

  private answer(
    caller: Caller,
    by: readonly Dimension[],
    bases: readonly Base[],
    sql: string,
    values: unknown[],
  ): Promise<NowFigures> {
    const today = localDate(this.clock.now());
    const period = { from: today, until: addDays(today, 1) };
    const reach = areasOf(caller);
    return this.database.transaction(reach, async (tx) => {
      const found = await tx.query<Row[]>(sql, values);
      const rows = found.map((row) => ({
        keys: by.map((_, at) => (row[`k${at + 1}`] as string | null) ?? null),
        period,
        counts: Object.fromEntries(bases.map((base) => [base, Number(row[base])])),
      }));
      const table = this.gate.release(caller, { by, bases, rows });
      return { table, ownNames: await ownNames(tx, reach.areas ?? [], by), asOf: await asOf(tx) };
    });
  }
}
