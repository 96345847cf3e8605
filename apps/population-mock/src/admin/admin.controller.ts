import { Controller, Get, HttpCode, Param, Post, Put, Query, UseGuards } from '@nestjs/common';
import type { Behaviour } from '../behaviour/behaviour';
import { BehaviourService } from '../behaviour/behaviour.service';
import { invalid, notFound } from '../http/failure';
import { JsonBody } from '../http/json-body';
import { LedgerRepository, type LedgerTotals } from '../ledger/ledger.repository';
import { receiptOf } from '../ledger/receipt';
import { normalisedNumber } from '../people/identity-question';
import { type HeldDocument, PeopleRepository } from '../people/people.repository';
import { readPeople } from '../people/person-record';
import { boolean, object } from '../shape/shape';
import { AdminGuard } from './admin.guard';
import { AnswerCounts } from './answer-counts';

const MAX_PAGE = 5_000;
const resetOf = object({}, { ledger: boolean, people: boolean });

/** For tests and demonstrations; nothing of this exists in the real world. */
@Controller('admin')
@UseGuards(AdminGuard)
export class AdminController {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly people: PeopleRepository,
    private readonly behaviour: BehaviourService,
    private readonly counts: AnswerCounts,
  ) {}

  /** `next` is the position to go on from; it is the given one when there was nothing new. */
  @Get('ledger')
  async page(
    @Query('after') after?: string,
    @Query('limit') limit?: string,
    @Query('content') content?: string,
  ): Promise<{ entries: unknown[]; next: number }> {
    const from = whole('after', after, 0, 0, Number.MAX_SAFE_INTEGER);
    const rows = await this.ledger.page(from, whole('limit', limit, MAX_PAGE, 1, MAX_PAGE), content === 'true');
    const entries = rows.map(({ content: text, ...row }) => ({
      ...row,
      position: Number(row.position),
      receiptNumber: receiptOf(row.eventId, row).receiptNumber,
      ...(text !== null && { content: JSON.parse(text) as unknown }),
    }));
    return { entries, next: entries.at(-1)?.position ?? from };
  }

  @Get('stats')
  async stats(): Promise<{
    ledger: LedgerTotals;
    documents: number;
    answers: Record<string, number>;
    dropped: number;
  }> {
    const [ledger, documents] = await Promise.all([this.ledger.totals(), this.people.count()]);
    return { ledger, documents, answers: this.counts.byStatus(), dropped: this.counts.dropped };
  }

  @Get('behaviour')
  currentBehaviour(): Behaviour {
    return this.behaviour.get();
  }

  @Put('behaviour')
  changeBehaviour(@JsonBody() body: unknown): Behaviour {
    return this.behaviour.change(body);
  }

  @Put('people')
  async putPeople(@JsonBody() body: unknown): Promise<{ people: number }> {
    const people = readPeople(body);
    await this.people.upsert(people);
    return { people: people.length };
  }

  @Get('people/:documentNumber')
  async getPeople(@Param('documentNumber') number: string): Promise<{ people: HeldDocument[] }> {
    if (!/^[A-Za-z0-9]{1,20}$/.test(number)) throw notFound();
    const people = await this.people.findByNumber(normalisedNumber(number));
    if (people.length === 0) throw notFound();
    return { people };
  }

  @Post('reset')
  @HttpCode(200)
  async reset(@JsonBody() body: unknown): Promise<{ ledger: boolean; people: boolean }> {
    const { ledger = false, people = false } = resetOf(body, '');
    if (ledger) await this.ledger.clear();
    if (people) await this.people.clear();
    return { ledger, people };
  }
}

function whole(name: string, given: unknown, fallback: number, min: number, max: number): number {
  if (given === undefined) return fallback;
  const value = typeof given === 'string' && /^\d{1,16}$/.test(given) ? Number(given) : NaN;
  if (!(value >= min && value <= max)) throw invalid(name, `must be a whole number from ${min} to ${max}`);
  return value;
}
