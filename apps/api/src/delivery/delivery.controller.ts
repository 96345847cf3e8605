import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import {
  DEAD_LETTER_CURSOR,
  type DeadLetter,
  DELIVERY_TOPICS,
  DeliveryAdmin,
  DeliveryReadModel,
  type DeliveryStatus,
  POPULATION_TOPIC,
} from '@luutru/delivery';
import { AppError } from '@luutru/platform';
import { CurrentCaller } from '../http/api-request';
import { instructionOf } from '../http/instruction';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  DeadLetterRequest,
  type DeadLetterResponse,
  DeadLettersResponse,
  DeliveryStatusResponse,
  PauseRequest,
  ReplayedResponse,
  ReplayEventsRequest,
  SwitchedResponse,
} from './delivery.dto';

/** Events put back by one request, so that it ends in time. */
const REPLAYED_AT_ONCE = 5_000;

@ApiTags('Gửi tới CSDL quốc gia / Delivery')
@Controller('v1/delivery')
export class DeliveryController {
  constructor(
    private readonly delivery: DeliveryReadModel,
    private readonly admin: DeliveryAdmin,
  ) {}

  @Get('status')
  @RequirePermission('delivery.read')
  @ApiOperation({
    operationId: 'deliveryStatus',
    summary: 'Hàng chờ, tốc độ, cầu dao, lưu trú bị chặn / Backlog, rate, breakers, blocked stays',
  })
  @ApiOkResponse({ type: DeliveryStatusResponse })
  @ProblemResponses(401, 403, 503)
  async status(): Promise<DeliveryStatusResponse> {
    return present(await this.delivery.status(DELIVERY_TOPICS));
  }

  @Get('dead-letters')
  @RequirePermission('delivery.read')
  @ApiOperation({
    operationId: 'listDeadLetters',
    summary: 'Sự kiện bị gác lại, lâu nhất trước / Events set aside, the longest first',
  })
  @ApiOkResponse({ type: DeadLettersResponse })
  @ProblemResponses(401, 403, 422, 503)
  async deadLetters(
    @Query(new StrictShapePipe(DeadLetterRequest)) query: DeadLetterRequest,
  ): Promise<DeadLettersResponse> {
    const { topic = POPULATION_TOPIC, facilityId, code, cursor, limit = 100 } = query;
    if (cursor !== undefined && !DEAD_LETTER_CURSOR.test(cursor)) {
      throw new AppError('validation-failed', 'invalid', {}, [
        { pointer: '/cursor', code: 'delivery-cursor-malformed' },
      ]);
    }
    const page = await this.delivery.deadLetters({ topic, facilityId, code, after: cursor, limit });
    return { letters: page.letters.map(presentLetter), next: page.next };
  }

  @Post('replay')
  @HttpCode(200)
  @RequirePermission('delivery.manage')
  @ApiOperation({
    operationId: 'replayDeadLetters',
    summary: `Gửi lại, tối đa ${REPLAYED_AT_ONCE} mỗi lần / Send again, at most ${REPLAYED_AT_ONCE} a call`,
  })
  @ApiBody({ type: ReplayEventsRequest })
  @ApiOkResponse({ type: ReplayedResponse })
  @ProblemResponses(400, 401, 403, 413, 415, 422, 503)
  async replay(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(ReplayEventsRequest)) given: ReplayEventsRequest,
  ): Promise<ReplayedResponse> {
    const { topic = POPULATION_TOPIC, all, ...selection } = given;
    if (all !== true && Object.values(selection).every((value) => value === undefined)) {
      throw new AppError('validation-failed', 'invalid', {}, [{ pointer: '', code: 'delivery-selection-missing' }]);
    }
    return this.admin.replay(instructionOf(caller), { topic, ...selection }, REPLAYED_AT_ONCE);
  }

  @Post('pause')
  @HttpCode(200)
  @RequirePermission('delivery.manage')
  @ApiOperation({
    operationId: 'pauseDelivery',
    summary: 'Tạm dừng gửi; khai báo vẫn được nhận / Pause; declarations are accepted as before',
  })
  @ApiBody({ type: PauseRequest })
  @ApiOkResponse({ type: SwitchedResponse })
  @ProblemResponses(400, 401, 403, 413, 415, 422, 503)
  async pause(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(PauseRequest)) given: PauseRequest,
  ): Promise<SwitchedResponse> {
    const { topic, reason } = orderOf(given);
    return { changed: await this.admin.pause(instructionOf(caller), topic, reason) };
  }

  @Post('resume')
  @HttpCode(200)
  @RequirePermission('delivery.manage')
  @ApiOperation({ operationId: 'resumeDelivery', summary: 'Gửi tiếp / Go on' })
  @ApiBody({ type: PauseRequest })
  @ApiOkResponse({ type: SwitchedResponse })
  @ProblemResponses(400, 401, 403, 413, 415, 422, 503)
  async resume(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(PauseRequest)) given: PauseRequest,
  ): Promise<SwitchedResponse> {
    const { topic, reason } = orderOf(given);
    return { changed: await this.admin.resume(instructionOf(caller), topic, reason) };
  }
}

function orderOf({ topic = POPULATION_TOPIC, reason }: PauseRequest): { topic: string; reason: string } {
  const said = reason?.trim();
  return { topic, ...withFields({ reason: said === '' ? undefined : said }, ['reason']) };
}

function present({ at, topics, workers, blocked }: DeliveryStatus): DeliveryStatusResponse {
  return {
    at: toLocalIso(at),
    topics: topics.map(({ oldestPendingAt, paused, ...counts }) => ({
      ...counts,
      oldestPendingAt: oldestPendingAt && toLocalIso(oldestPendingAt),
      oldestAgeSeconds: oldestPendingAt && Math.max(0, Math.round((at.getTime() - oldestPendingAt.getTime()) / 1_000)),
      paused: paused && { ...paused, at: toLocalIso(paused.at) },
    })),
    workers: workers.map(({ startedAt, seenAt, retryAt, ...worker }) => ({
      ...worker,
      startedAt: toLocalIso(startedAt),
      seenAt: toLocalIso(seenAt),
      retryAt: retryAt && toLocalIso(retryAt),
    })),
    blocked: blocked.map((facility) => ({ ...facility })),
  };
}

const presentLetter = ({ createdAt, since, ...letter }: DeadLetter): DeadLetterResponse => ({
  ...letter,
  createdAt: toLocalIso(createdAt),
  since: toLocalIso(since),
});
