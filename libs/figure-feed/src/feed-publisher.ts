import { createHash } from 'node:crypto';
import { addDays, localDate, toLocalIso } from '@luutru/calendar';
import { canonicalJson, type Clock } from '@luutru/platform';
import type { ReferenceDataService } from '@luutru/reference-data';
import type { Caller } from '@luutru/access';
import { changesSince, type FeedContent, type Told } from './domain/subject';
import type { FeedFigures } from './feed-figures';
import type { FeedRepository } from './feed.repository';
import { leadersOf } from './leaders-view';

/** How far back days and months are looked at for late changes. */
export const FEED_DAYS = 400;
export const FEED_MONTHS = 36;
/** Months whose wards are looked at: reading them is the dearest of the questions. */
export const FEED_AREA_MONTHS = 13;

/** Tells what of the figures is not as it was told last; one at a time for each unit, whatever the number of workers. */
export class FeedPublisher {
  constructor(
    private readonly feed: FeedRepository,
    private readonly figures: FeedFigures,
    private readonly reference: ReferenceDataService,
    private readonly clock: Clock,
  ) {}

  /** Returns how many changes were told. */
  async run(): Promise<number> {
    let told = 0;
    for (const unitId of await this.feed.units(this.clock.now())) told += await this.publish(unitId);
    return told;
  }

  private async publish(unitId: string): Promise<number> {
    const done = await this.feed.alone(unitId, async (tx) => {
      const before = await this.feed.told(tx, unitId);
      const changes = changesSince(before, await this.present(leadersOf(unitId, this.reference.adminUnits)), sameAs);
      await this.feed.append(tx, unitId, changes, this.clock.now());
      return changes.length;
    });
    return done ?? 0;
  }

  /** Everything that the feed tells of, as it is. */
  private async present(leaders: Caller): Promise<readonly Told[]> {
    const today = localDate(this.clock.now());
    const until = addDays(today, 1);
    const month = `${today.slice(0, 7)}-01`;
    const now = await this.figures.now(leaders);
    const days = await this.figures.parts(leaders, { from: addDays(until, -FEED_DAYS), until }, 'day');
    const months = await this.figures.parts(leaders, { from: back(month, FEED_MONTHS - 1), until }, 'month');
    const told: Told[] = [
      { kind: 'now', subject: 'now', content: { figures: now.found } },
      ...days.found.map(({ from, figures }): Told => ({ kind: 'day', subject: from, content: { figures } })),
      ...months.found.map(({ from, figures }): Told => ({
        kind: 'month',
        subject: from.slice(0, 7),
        content: { figures },
      })),
    ];
    return [...told, ...(await this.areas(leaders, month)), ...(await this.sync())];
  }

  /** Of wards the feed tells that they changed, and what it is that should be found when they are read. */
  private async areas(leaders: Caller, month: string): Promise<readonly Told[]> {
    const told: Told[] = [];
    for (let months = FEED_AREA_MONTHS - 1; months >= 0; months -= 1) {
      const subject = back(month, months).slice(0, 7);
      const { found } = await this.figures.areas(leaders, subject);
      if (found.length > 0) told.push({ kind: 'areas', subject, content: { digest: digestOf(found) } });
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
