import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { addDays, localDate, localTimeOfDay } from '@luutru/calendar';
import { AppError, CLOCK, type Clock, Database, type Transaction } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { areasOf, readable } from './answer-scope';
import { readCells } from './cell-reader';
import { seesExact } from './exact';
import { EditionReadModel } from './edition.read-model';
import { ownNames } from './figure-names';
import type { Figures, FormFigures } from './figures';
import { type Counted, foldWeekdays, movingMeans, rowsOf } from './domain/assemble';
import { CLASS_IDS, CLASSED_KINDS, classOf } from './domain/accommodation-class';
import type { Base } from './domain/bases';
import { NIGHT_OVER_HOUR } from './domain/bands';
import { faultsOf, faultsOfArea, type FigureQuery } from './domain/figure-query';
import { FORM_MEASURES, formLines } from './domain/form-015n';
import { basesOf } from './domain/measures';
import { comparable, cut, type Grain, type Period, startOf, step } from './domain/periods';
import { type Level, levelOf } from './domain/query-level';
import type { Kept } from './figures.statements';
import { isShown } from './place.statements';

interface FacilityRow {
  readonly kind: string;
  readonly stars: number | null;
  readonly number: number;
}

/** Facilities that let rooms in a night. */
const FACILITIES_SQL = `
  SELECT p.kind, p.stars, count(*)::integer AS number FROM statistic_facility f JOIN statistic_place p USING (place_id)
  WHERE ${isShown('f.place_id')} AND f.since <= $1::date AND f.until > $1::date AND f.rooms > 0
  GROUP BY 1, 2`;

/** The figures of the caller's area. Row-level security holds back what is not theirs (ADR 0029). */
@Injectable()
export class StatisticsReadModel {
  constructor(
    private readonly database: Database,
    private readonly reference: ReferenceDataService,
    private readonly editions: EditionReadModel,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `validation-failed` for a question that cannot be answered. */
  async figures(caller: Caller, query: FigureQuery, policy?: string): Promise<Figures> {
    const plain = faultsOf(query);
    if (plain.length > 0) throw new AppError('validation-failed', 'invalid', {}, plain);
    if (!seesExact(caller)) return this.editions.figures(caller, query, policy);
    const reach = areasOf(caller);
    const asked = levelOf(query, reach.areas ?? [], this.reference.adminUnits);
    const faults = asked === 'province' ? [] : faultsOfArea(query);
    if (faults.length > 0) throw new AppError('validation-failed', 'invalid', {}, faults);
    const bases = basesOf(query.measures);
    const lastNight = this.lastNight();
    const today = localDate(this.clock.now());
    return this.database.transaction(reach, async (tx) => {
      const { asOf, ...cells } = await readable(tx, asked);
      const nightsUntil = addDays(lastNight, 1);
      const read = (period: Period, until = nightsUntil): Promise<readonly Counted[]> =>
        this.read(tx, query, { bases, period, grain: query.grain, ...cells, nightsUntil: until });
      const periods = cut(query.period, query.grain);
      const main = await read(query.period);
      const like = query.compare && comparable(query.period, query.compare, today, nightsUntil);
      const before = like && (await read(like.period, like.nightsUntil));
      const smoothed = await this.smooth(query, bases, read);
      const rows = rowsOf(periods, bases, main, before, smoothed);
      const exact = { mayHide: false, roundedTo: null, editions: [] };
      const names = { ownNames: await ownNames(tx, reach.areas ?? [], query.by) };
      return { query, table: { by: query.by, bases, rows }, ...names, asOf, lastNight, ...exact };
    });
  }

  /** The lines of form 015.N of a year as far as it has gone, of the guests of the caller's area. Throws `validation-failed`. */
  async form015n(caller: Caller, year: number, policy?: string): Promise<FormFigures> {
    if (`${year}-01-01` > localDate(this.clock.now())) {
      throw new AppError('validation-failed', 'invalid', {}, [{ code: 'year-malformed', pointer: '/year' }]);
    }
    if (!seesExact(caller)) return this.editions.form015n(caller, year, policy);
    const reach = areasOf(caller);
    const bases = basesOf(FORM_MEASURES);
    const lastNight = this.lastNight();
    const period = { from: `${year}-01-01`, until: `${year + 1}-01-01` };
    const filter = { kinds: CLASSED_KINDS, stayKinds: ['guest'] };
    const by = ['class'] as const;
    const asked = levelOf({ by, filter }, reach.areas ?? [], this.reference.adminUnits);
    return this.database.transaction(reach, async (tx) => {
      const nightsUntil = addDays(lastNight, 1);
      const { asOf, ...cells } = await readable(tx, asked);
      const counted = await readCells(tx, { bases, by, period, grain: null, filter, ...cells, nightsUntil });
      const rows = rowsOf([period], bases, counted, null, null);
      const end = addDays(period.until, -1);
      const facilities = await tx.query<FacilityRow[]>(FACILITIES_SQL, [lastNight < end ? lastNight : end]);
      const atWork = CLASS_IDS.map((id) =>
        facilities.reduce((sum, { kind, stars, number }) => sum + (classOf(kind, stars) === id ? number : 0), 0),
      );
      return { year, lines: formLines({ bases, rows }, atWork), asOf, lastNight, mayHide: false };
    });
  }

  private async read(
    tx: Transaction,
    { by, filter }: FigureQuery,
    request: {
      bases: readonly Base[];
      period: Period;
      grain: Grain | null;
      level: Level;
      kept: Kept;
      nightsUntil: string;
    },
  ): Promise<readonly Counted[]> {
    const at = by.indexOf('weekday');
    if (at < 0) return readCells(tx, { ...request, by, filter });
    const others = by.filter((dimension) => dimension !== 'weekday');
    const daily = await readCells(tx, { ...request, by: others, filter, grain: 'day' });
    return foldWeekdays(daily, cut(request.period, 'day'), request.bases, at);
  }

  private async smooth(
    { movingAverage, grain, period }: FigureQuery,
    bases: readonly Base[],
    read: (period: Period) => Promise<readonly Counted[]>,
  ): Promise<ReadonlyMap<string, ReturnType<typeof movingMeans>> | null> {
    if (movingAverage === null || grain === null) return null;
    const from = step(startOf(period.from, grain), grain, 1 - movingAverage);
    const groups = await read({ from, until: period.until });
    return new Map(groups.map(({ id, parts }) => [id, movingMeans(parts, bases, movingAverage)]));
  }

  private lastNight(): string {
    const now = this.clock.now();
    const isOver = localTimeOfDay(now) >= `0${NIGHT_OVER_HOUR}:00`;
    return addDays(localDate(now), isOver ? -1 : -2);
  }
}
