import { Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { addDays } from '@luutru/calendar';
import { DELIVERY_TOPICS, DeliveryReadModel, type TopicStatus } from '@luutru/delivery';
import {
  type Counts,
  type Grain,
  type Measure,
  MEASURES,
  NOW_MEASURES,
  NowReadModel,
  type NowMeasure,
  type Period,
  StatisticsReadModel,
} from '@luutru/statistics';

/** Figures by the name of their measure; null: not shown, or not known yet. */
export type FigureValues = Readonly<Record<string, number | null>>;

/** What was found, and until which moment all changes are in it. */
export interface FeedAnswer<T> {
  readonly found: T;
  readonly asOf: Date | null;
}

export interface PartFigures {
  /** The first day. */
  readonly from: string;
  readonly figures: FigureValues;
}

export interface AreaFigures {
  readonly ward: string;
  readonly figures: FigureValues;
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
/** By day and by month. */
export const FEED_MEASURES = [
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
const DIGITS = 10_000;

/** The figures of the feed. Each question is one that the statistics answer the leaders, through their disclosure gate. */
@Injectable()
export class FeedFigures {
  constructor(
    private readonly statistics: StatisticsReadModel,
    private readonly present: NowReadModel,
    private readonly delivery: DeliveryReadModel,
  ) {}

  async now(leaders: Caller): Promise<FeedAnswer<FigureValues>> {
    const { table, asOf } = await this.present.now(leaders, [], {});
    const counts = table.rows[0]?.counts ?? {};
    const found = Object.fromEntries(FEED_NOW.map((measure) => [measure, NOW_MEASURES[measure].value(counts)]));
    return { found, asOf };
  }

  /** Of the whole unit. */
  async parts(leaders: Caller, period: Period, grain: Grain): Promise<FeedAnswer<readonly PartFigures[]>> {
    const { table, asOf } = await this.ask(leaders, FEED_MEASURES, period, grain, []);
    const found = table.rows.map((row) => ({ from: row.period.from, figures: valuesOf(FEED_MEASURES, row.counts) }));
    return { found, asOf };
  }

  /** The wards of the unit in a month, in the order of their ids; facilities without a ward are left out. */
  async areas(leaders: Caller, month: string): Promise<FeedAnswer<readonly AreaFigures[]>> {
    const period = { from: `${month}-01`, until: `${addDays(`${month}-01`, 31).slice(0, 7)}-01` };
    const { table, asOf } = await this.ask(leaders, FEED_AREA_MEASURES, period, null, ['ward']);
    const found = table.rows.flatMap(({ keys: [ward], counts }) =>
      ward == null ? [] : [{ ward, figures: valuesOf(FEED_AREA_MEASURES, counts) }],
    );
    return { found: found.sort((a, b) => (a.ward < b.ward ? -1 : 1)), asOf };
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

  private ask(
    leaders: Caller,
    measures: readonly Measure[],
    period: Period,
    grain: Grain | null,
    by: readonly 'ward'[],
  ): ReturnType<StatisticsReadModel['figures']> {
    const nothingElse = { filter: {}, compare: null, movingAverage: null };
    return this.statistics.figures(leaders, { measures, by, period, grain, ...nothingElse });
  }
}

const valuesOf = (measures: readonly Measure[], counts: Counts): FigureValues =>
  Object.fromEntries(
    measures.map((measure) => {
      const value = MEASURES[measure].value(counts);
      return [measure, value === null ? null : Math.round(value * DIGITS) / DIGITS];
    }),
  );

function stateOf({ paused, dead, oldestPendingAt }: TopicStatus, at: Date): SyncHealth['state'] {
  if (paused) return 'paused';
  if (dead > 0) return 'failing';
  return oldestPendingAt !== null && at.getTime() - oldestPendingAt.getTime() > WAITS_MS ? 'waiting' : 'ok';
}
