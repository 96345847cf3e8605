import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerCounts } from '../admin/answer-counts';
import { BehaviourService } from '../behaviour/behaviour.service';
import { Failure, notFound } from '../http/failure';
import { JsonBody } from '../http/json-body';
import { CallKey, Operations, replayed, type RequestKey } from '../http/operation';
import { LedgerRepository } from './ledger.repository';
import { type Receipt, receiptOf } from './receipt';
import { cursorOf, entryOf, readLookUp, readPeriod, type ReceivedEntry } from './received';
import { readStayEvent } from './stay-event-record';

const EVENT_ID = /^[A-Za-z0-9_-]{1,64}:[A-Za-z0-9_-]{1,64}:\d{1,10}$/;

@Controller('v1/stay-events')
@Operations()
export class StayEventController {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly behaviour: BehaviourService,
    private readonly counts: AnswerCounts,
  ) {}

  @Post()
  async record(
    @JsonBody() body: unknown,
    @CallKey() key: RequestKey,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt | undefined> {
    const record = readStayEvent(body);
    const recorded = await this.ledger.record(key, record, this.behaviour.now());
    if (this.behaviour.dropsAnswer()) return this.dropAnswer(request, reply);
    if (!recorded) throw replayed();
    if (recorded.contentHash !== record.contentHash) {
      throw new Failure(409, 'EVENT_CONFLICT', 'another content is recorded under this event id');
    }
    const receipt = receiptOf(record.event.eventId, recorded);
    const duplicate = recorded.receivedCount > 1;
    void reply.status(duplicate ? 200 : 201);
    return duplicate ? { ...receipt, duplicate } : receipt;
  }

  @Get()
  async received(
    @Query() query: unknown,
    @CallKey() key: RequestKey,
  ): Promise<{ entries: ReceivedEntry[]; next: string | null }> {
    const period = readPeriod(query);
    const held = await this.ledger.received(key, { ...period, limit: period.limit + 1 });
    if (held === 'replayed') throw replayed();
    const page = held.slice(0, period.limit);
    const last = page.at(-1);
    return { entries: page.map(entryOf), next: held.length > page.length && last ? cursorOf(last) : null };
  }

  @Post('lookups')
  @HttpCode(200)
  async lookUp(@JsonBody() body: unknown, @CallKey() key: RequestKey): Promise<{ entries: ReceivedEntry[] }> {
    const { eventIds } = readLookUp(body, '');
    const held = await this.ledger.lookUp(key, eventIds);
    if (held === 'replayed') throw replayed();
    return { entries: held.map(entryOf) };
  }

  @Get(':eventId')
  async find(@Param('eventId') eventId: string, @CallKey() key: RequestKey): Promise<Receipt> {
    if (!EVENT_ID.test(eventId)) throw notFound();
    const found = await this.ledger.find(key, eventId);
    if (found === 'replayed') throw replayed();
    if (found === 'none') throw notFound();
    return receiptOf(eventId, found);
  }

  /** What a crash right after the commit looks like from outside. */
  private dropAnswer(request: FastifyRequest, reply: FastifyReply): undefined {
    this.counts.dropped += 1;
    reply.hijack();
    request.raw.socket.destroy();
    return undefined;
  }
}
