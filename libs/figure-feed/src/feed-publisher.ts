import { createHash } from 'node:crypto';
import { addDays, localDate, toLocalIso } from '@luutru/calendar';
import { canonicalJson, type Clock } from '@luutru/platform';
import type { ReferenceDataService } from '@luutru/reference-data';
import type { Caller } from '@luutru/access';
import { changesSince, type FeedContent, type Told } from './domain/subject';
import { type FeedFigures, isStillOpen } from './feed-figures';
import type { FeedRepository } from './feed.repository';
import { leadersOf } from './leaders-view';

/** How far back days and months are looked at for late changes. */
export const FEED_DAYS = 400;
export const FEED_MONTHS = 24;
/** Months whose wards are looked at. */
export const FEED_AREA_MONTHS = 13;

/** Tells what of the figures is not as it was told last; one at a time for each unit, whatever the number of workers. */
export class FeedPublisher {
  constructor(
    private readonly feed: FeedRepository,
    private readonly figures: FeedFigures,
    private readonly reference: ReferenceDataService,
    private readonly clock: Clock,
  ) {}

  /** Returns how many changes were told. What keeps one unit from being told of does not keep the others. */
  async run(): Promise<number> {
    let told = 0;
    const failures: unknown[] = [];
    for (const unitId of await this.feed.units(this.clock.now())) {
      try {
        told += await this.publish(unitId);
      } catch (error) {
        failures.push(error);
      }
    }
    const [failure] = failures;
    if (failure instanceof Error) throw failure;
    return told;
  }

  private async publish(unitId: string): Promise<number> {
    const { number, told } = await this.feed.told(unitId);
    const changes = changesSince(told, await this.present(leadersOf(unitId, this.reference.adminUnits)), sameAs);
    if (changes.length === 0) return 0;
    return (await this.feed.tell(unitId, number, changes, this.clock.now())) ? changes.length : 0;
  }

  /** Everything that the feed tells of, as it is. */
  private async present(leaders: Caller): Promise<readonly Told[]> {
    const now = await this.figures.now(leaders);
    // Before the first count has ended there is nothing to tell of.
    if (now.asOf === null) return this.sync();
    const today = localDate(this.clock.now());
    const until = addDays(today, 1);
    const days = await this.figures.days(leaders, { from: addDays(until, -FEED_DAYS), until });
    const month = `${today.slice(0, 7)}-01`;
    return [
      { kind: 'now', subject: 'now', content: { figures: now.found } },
      ...days.found.map(({ day, figures }): Told => ({ kind: 'day', subject: day, content: { figures } })),
      ...(await this.months(leaders, month)),
      ...(await this.areas(leaders, month)),
      ...(await this.sync()),
    ];
  }

  /** Closed months, by the edition that was given out. */
  private async months(leaders: Caller, month: string): Promise<readonly Told[]> {
    const months = await closed(this.figures.months(leaders, { from: back(month, FEED_MONTHS), until: month }));
    return (months?.found ?? [])
      .filter(({ edition }) => edition !== null)
      .map(({ month: subject, ...content }) => ({ kind: 'month', subject, content }));
  }

  /** Of wards the feed tells that they changed, and what it is that should be found when they are read. */
  private async areas(leaders: Caller, month: string): Promise<readonly Told[]> {
    const told: Told[] = [];
    for (let months = FEED_AREA_MONTHS; months > 0; months -= 1) {
      const subject = back(month, months).slice(0, 7);
      const answer = await closed(this.figures.areas(leaders, subject));
      if (!answer || answer.found.areas.length === 0) continue;
      const { edition, areas } = answer.found;
      told.push({ kind: 'areas', subject, content: { edition, digest: digestOf(areas) } });
    }
    return told;
  }

  private async sync(): Promise<readonly Told[]> {
    const health = await this.figures.sync();
    return health.map(({ topic, state }) => ({ kind: 'sync', subject: topic, content: { state } }));
  }
}

/** What the push and the page say of a change. */
export const presentChange = ({ number, changeId, at, kind, subject, content }: Told & ChangeHead) => ({
  number,
  id: changeId,
  at: toLocalIso(at),
  kind,
  subject,
  ...content,
});

interface ChangeHead {
  readonly number: number;
  readonly changeId: string;
  readonly at: Date;
}

/** The same for the same figures, wherever they are read. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 22);

const sameAs = (content: FeedContent): string => canonicalJson(content);

function back(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** Null of what is not closed yet. */
async function closed<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (isStillOpen(error)) return null;
    throw error;
  }
}
