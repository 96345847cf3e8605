import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { type ApiRequest, CurrentCaller } from '../http/api-request';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { SessionCookie } from '../http/session-cookie';
import { StrictShapePipe } from '../http/shape';
import { DeskQuery } from './alert.dto';
import { AlertPresenter } from './alert.presenter';
import { type DeskNews, DutyDesk } from './duty-desk';

/** Half an hour unless asked otherwise; EventSource connects again by itself and misses nothing. */
const USUAL_SECONDS = 1_800;

@ApiTags('Công an / Police')
@Controller('v1/police/alerts')
export class DutyDeskController {
  constructor(
    private readonly desks: DutyDesk,
    private readonly presenter: AlertPresenter,
    private readonly cookie: SessionCookie,
  ) {}

  @Get('events')
  @RequirePermission('alert.handle')
  @ApiOperation({
    operationId: 'followAlerts',
    summary: 'Bàn trực: cảnh báo theo thời gian thực (server-sent events) / The duty desk, as it happens',
    description:
      'Sự kiện alert: mã cảnh báo, loại danh sách, cơ sở, mức điểm; nội dung về người xem ở GET /v1/police/alerts/{alertId}. ' +
      'Sự kiện over: phiên đã hết hoặc quyền bị thu hồi. Nối lại với Last-Event-ID. / ' +
      'Events `alert` name alert, kind of list, facility and class of score; the people are at GET /v1/police/alerts/{alertId}. ' +
      'An event `over` ends the stream: the session or the grant is gone. Connect again with Last-Event-ID.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'id của sự kiện cuối đã nhận / The last id received',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ProblemResponses(401, 403, 422, 503)
  async follow(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(DeskQuery)) { show = 'desk', after, seconds = USUAL_SECONDS }: DeskQuery,
    @Req() request: ApiRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const gone = new AbortController();
    reply.raw.on('close', () => gone.abort());
    const news = this.desks.follow({
      principal: caller.principal,
      token: this.cookie.read(request) ?? '',
      after: lastEventId(request) ?? after ?? null,
      all: show === 'all',
      seconds,
      gone: gone.signal,
    });
    // What refuses the stream is answered as a problem, not in the middle of it.
    const first = await news.next();
    await reply
      .header('Content-Type', 'text/event-stream; charset=utf-8')
      .header('X-Accel-Buffering', 'no')
      .send(Readable.from(this.texts(first, news)));
  }

  private async *texts(first: IteratorResult<DeskNews>, rest: AsyncIterable<DeskNews>): AsyncGenerator<string> {
    yield 'retry: 2000\n\n';
    if (first.done) return;
    yield await this.text(first.value);
    for await (const one of rest) yield await this.text(one);
  }

  private async text(news: DeskNews): Promise<string> {
    if (news.kind === 'event') return this.presenter.event(news.event);
    return news.kind === 'heartbeat' ? ':\n\n' : `event: over\ndata: ${JSON.stringify({ code: news.code })}\n\n`;
  }
}

function lastEventId({ headers }: ApiRequest): number | null {
  const text = headers['last-event-id'];
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
