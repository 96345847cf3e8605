import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { addDays, localDate } from '@luutru/calendar';
import { DELIVERY_TOPICS, DeliveryReadModel, type TopicStatus } from '@luutru/delivery';
import { AppError, CLOCK, type Clock } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import {
  type FigureQuery,
  type FigureRowView,
  type FiguresView,
  type HiddenCode,
  type Measure,
  NowReadModel,
  type NowMeasure,
  type Period,
  StatisticsReadModel,
  viewOfFigures,
  viewOfNow,
} from '@luutru/statistics';

/** Figures by the name of their measure; null: not shown, or not known yet. */
export type FigureValues = Readonly<Record<string, number | null>>;

/** What was found, and until which moment all changes are in it. */
export interface FeedAnswer<T> {
  readonly found: T;
  readonly asOf: string | null;
}

/** Figures with the reasons why some of them are not shown. */
export interface Shown {
  readonly figures: FigureValues;
  readonly hidden: Readonly<Record<string, HiddenCode>>;
}

/** Of a day of the whole unit, rounded down. */
export interface DayFigures extends Shown {
  readonly day: string;
}

/** Of a month, as the edition of that number gave it out; null while the month is open. */
export interface MonthFigures extends Shown {
  readonly month: string;
  readonly edition: number | null;
}

export interface AreaFigures extends Shown {
  readonly ward: string;
}

/** The wards of a month. */
export interface AreasOfMonth {
  readonly edition: number | null;
  readonly areas: readonly AreaFigures[];
}

/** How the delivery to one receiver is doing, in a word and in counts of events. */
export interface SyncHealth {
  readonly topic: string;
  readonly state: 'ok' | 'waiting' | 'paused' | 'failing';
  readonly pending: number;
  readonly dead: number;
  readonly oldestPendingAt: Date | null;
}

/** Of this moment. */
export const FEED_NOW = ['in-house', 'foreigners-in-house', 'overdue'] as const satisfies readonly NowMeasure[];
/** By day: what is told of days at all (ADR 0031). */
export const FEED_DAY_MEASURES = ['arrivals', 'guest-nights'] as const satisfies readonly Measure[];
/** By month. */
export const FEED_MONTH_MEASURES = [
  'arrivals',
  'international',
  'departures',
  'guest-nights',
  'room-occupancy',
  'late',
] as const satisfies readonly Measure[];
/** By ward, of a month. */
export const FEED_AREA_MEASURES = ['arrivals', 'international', 'guest-nights'] as const satisfies readonly Measure[];

/** What waits longer than this is told of. */
const WAITS_MS = 5 * 60_000;

/** The figures of the feed. Each question is one that the statistics answer the leaders, under their policy. */
@Injectable()
export class FeedFigures {
  constructor(
    private readonly statistics: StatisticsReadModel,
    private readonly present: NowReadModel,
    private readonly delivery: DeliveryReadModel,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async now(leaders: Caller): Promise<FeedAnswer<FigureValues>> {
    const found = await this.present.now(leaders, [], {}, undefined);
    const view = viewOfNow(found, FEED_NOW, localDate(this.clock.now()), this.reference);
    const nobody = Object.fromEntries(FEED_NOW.map((measure) => [measure, 0]));
    return { found: view.rows[0]?.values ?? nobody, asOf: view.asOf };
  }

  /** Throws `validation-failed` as the statistics do. */
  async days(leaders: Caller, period: Period): Promise<FeedAnswer<readonly DayFigures[]>> {
    const view = await this.ask(leaders, { measures: FEED_DAY_MEASURES, period, grain: 'day', by: [] });
    return { found: view.rows.map((row) => ({ day: row.from, ...shown(row) })), asOf: view.asOf };
  }

  /** @throws `validation-failed` where no month of the period is closed, `statistics-being-prepared` */
  async months(leaders: Caller, period: Period): Promise<FeedAnswer<readonly MonthFigures[]>> {
    const view = await this.ask(leaders, { measures: FEED_MONTH_MEASURES, period, grain: 'month', by: [] });
    const found = view.rows.map((row) => ({
      month: row.from.slice(0, 7),
      edition: editionOf(view, row.from.slice(0, 7)),
      ...shown(row),
    }));
    return { found, asOf: view.asOf };
  }

  /** The wards of the unit in the order of their ids; facilities without a ward are left out. Throws as {@link months}. */
  async areas(leaders: Caller, month: string): Promise<FeedAnswer<AreasOfMonth>> {
    const period = { from: `${month}-01`, until: `${addDays(`${month}-01`, 31).slice(0, 7)}-01` };
    const view = await this.ask(leaders, { measures: FEED_AREA_MEASURES, period, grain: null, by: ['ward'] });
    const areas = view.rows.flatMap((row) => (row.keys.ward == null ? [] : [{ ward: row.keys.ward, ...shown(row) }]));
    areas.sort((a, b) => (a.ward < b.ward ? -1 : 1));
    return { found: { edition: editionOf(view, month), areas }, asOf: view.asOf };
  }

  /** Of the platform as a whole: counts of events, of no unit and no facility. */
  async sync(): Promise<readonly SyncHealth[]> {
    const { at, topics } = await this.delivery.status(DELIVERY_TOPICS);
    return topics.map((topic) => ({
      topic: topic.topic,
      state: stateOf(topic, at),
      pending: topic.pending,
      dead: topic.dead,
      oldestPendingAt: topic.oldestPendingAt,
    }));
  }

  private async ask(
    leaders: Caller,
    query: Pick<FigureQuery, 'measures' | 'period' | 'grain' | 'by'>,
  ): Promise<FiguresView> {
    const whole = { ...query, filter: {}, compare: null, movingAverage: null };
    return viewOfFigures(await this.statistics.figures(leaders, whole), this.reference);
  }
}

/** True for the answer that there is nothing closed to tell of yet. */
export const isStillOpen = (error: unknown): boolean =>
  error instanceof AppError && error.issues.some(({ code }) => code === 'statistics-period-open');

const shown = ({ values, hidden }: FigureRowView): Shown => ({ figures: values, hidden });

const editionOf = ({ editions }: FiguresView, month: string): number | null =>
  editions.find((edition) => edition.month.startsWith(month))?.number ?? null;

function stateOf({ paused, dead, oldestPendingAt }: TopicStatus, at: Date): SyncHealth['state'] {
  if (paused) return 'paused';
  if (dead > 0) return 'failing';
  return oldestPendingAt !== null && at.getTime() - oldestPendingAt.getTime() > WAITS_MS ? 'waiting' : 'ok';
}
