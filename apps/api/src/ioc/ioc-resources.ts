import { Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { addDays, daysBetween, toLocalIso } from '@luutru/calendar';
import { asLeaders, digestOf, FeedFigures, FeedRepository, feedUnitOf, presentChange } from '@luutru/figure-feed';
import { AppError, canonicalJson } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { weakTag } from '../http/known-answer';
import { withFields } from '../http/required';
import { StrictShapePipe } from '../http/shape';
import { AreasQuery, ChangesQuery, DaysQuery, MonthsQuery } from './ioc.dto';

/** What is answered; the tag is of what it says, not of the moment it was counted at. */
export interface IocAnswer {
  readonly body: object;
  readonly tag: string;
  /** Until then all changes are counted; null where that says nothing. */
  readonly asOf: string | null;
}

class NoQuery {}
const MAX_DAYS = 366;
const MAX_MONTHS = 120;
const PAGE = 100;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** All that an operations centre can ask for, by its name: one way for paths of our own and for those of the data exchange. */
@Injectable()
export class IocResources {
  private readonly readers: Readonly<Record<string, (caller: Caller, query: unknown) => Promise<IocAnswer>>> = {
    now: (caller, query) => (shaped(NoQuery, query), this.now(caller)),
    days: (caller, query) => this.days(caller, shaped(DaysQuery, query)),
    months: (caller, query) => this.months(caller, shaped(MonthsQuery, query)),
    areas: (caller, query) => this.areas(caller, shaped(AreasQuery, query)),
    sync: (_caller, query) => (shaped(NoQuery, query), this.sync()),
    changes: (caller, query) => this.changes(caller, shaped(ChangesQuery, query)),
  };

  constructor(
    private readonly figures: FeedFigures,
    private readonly feed: FeedRepository,
    private readonly reference: ReferenceDataService,
  ) {}

  /** Throws `not-found` for a resource that there is not, `validation-failed` for a query that it cannot answer. */
  async read(resource: string, caller: Caller, query: unknown): Promise<IocAnswer> {
    const reader = Object.hasOwn(this.readers, resource) ? this.readers[resource] : undefined;
    if (!reader) throw new AppError('not-found', 'not-found');
    return reader(caller, query);
  }

  private async now(caller: Caller): Promise<IocAnswer> {
    const { found, asOf } = await this.figures.now(asLeaders(caller));
    return answer({ unitId: feedUnitOf(caller), figures: found }, asOf);
  }

  private async days(caller: Caller, query: DaysQuery): Promise<IocAnswer> {
    const { from, to } = withFields(query, ['from', 'to']);
    const length = daysBetween(from, to) + 1;
    if (length < 1) refuse('period-backwards', '/to');
    if (length > MAX_DAYS) refuse('period-too-long', '/to', { days: MAX_DAYS });
    const period = { from, until: addDays(to, 1) };
    const { found, asOf } = await this.figures.days(asLeaders(caller), period);
    return answer({ unitId: feedUnitOf(caller), days: found }, asOf);
  }

  private async months(caller: Caller, query: MonthsQuery): Promise<IocAnswer> {
    const { from, to } = withFields(query, ['from', 'to']);
    const months = monthNumber(to, '/to') - monthNumber(from, '/from') + 1;
    if (months < 1) refuse('period-backwards', '/to');
    if (months > MAX_MONTHS) refuse('period-too-long', '/to', { days: MAX_MONTHS * 31 });
    const period = { from: `${from}-01`, until: `${addDays(`${to}-01`, 31).slice(0, 7)}-01` };
    const { found, asOf } = await this.figures.months(asLeaders(caller), period);
    return answer({ unitId: feedUnitOf(caller), months: found }, asOf);
  }

  private async areas(caller: Caller, query: AreasQuery): Promise<IocAnswer> {
    const { month, after = '', limit = PAGE } = withFields(query, ['month']);
    monthNumber(month, '/month');
    const { found, asOf } = await this.figures.areas(asLeaders(caller), month);
    const { edition, areas } = found;
    const rest = areas.filter(({ ward }) => ward > after);
    const page = rest.slice(0, limit);
    const body = {
      unitId: feedUnitOf(caller),
      month,
      edition,
      digest: digestOf(areas),
      areas: page.map((area) => ({ ...area, name: this.reference.adminUnits.find(area.ward)?.name ?? area.ward })),
      next: rest.length > limit ? (page.at(-1)?.ward ?? null) : null,
    };
    return answer(body, asOf);
  }

  private async sync(): Promise<IocAnswer> {
    const topics = (await this.figures.sync()).map(({ oldestPendingAt, ...topic }) => ({
      ...topic,
      oldestPendingAt: oldestPendingAt && toLocalIso(oldestPendingAt),
    }));
    return answer({ topics }, null);
  }

  private async changes(caller: Caller, { since, limit = PAGE }: ChangesQuery): Promise<IocAnswer> {
    const unitId = feedUnitOf(caller);
    const { changes, next, more } = await this.feed.page(unitId, since, limit);
    return answer({ unitId, changes: changes.map(presentChange), next, more }, null);
  }
}

const answer = (body: object, asOf: string | null): IocAnswer => ({ body, tag: weakTag(canonicalJson(body)), asOf });

const shaped = <T extends object>(type: new () => T, query: unknown): T => new StrictShapePipe(type).transform(query);

function monthNumber(month: string, pointer: string): number {
  if (!MONTH.test(month)) refuse('month-malformed', pointer);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}

function refuse(code: string, pointer: string, params?: Record<string, number>): never {
  throw new AppError('validation-failed', 'invalid', {}, [{ code, pointer, ...(params && { params }) }]);
}
