import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { AppError } from '@luutru/platform';
import { type SubscriptionView, SubscriptionsService } from '@luutru/report-subscription';
import { CurrentCaller } from '../http/api-request';
import { NumberQuery } from '../http/fields';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  ChangeSubscriptionRequest,
  ConfirmSubscriptionRequest,
  ReportDeliveriesResponse,
  SubscribedResponse,
  SubscribeRequest,
  SubscriptionResponse,
  SubscriptionsResponse,
} from './subscription.dto';
import { readWanted } from './subscription.request';

class DeliveriesQuery {
  @NumberQuery({ description: 'Bao nhiêu lần gần nhất / How many of the latest', min: 1, max: 100 })
  limit?: number;
}

@ApiTags('Thống kê / Statistics')
@RequirePermission('statistics.read')
@Controller('v1/statistics/subscriptions')
export class SubscriptionController {
  constructor(private readonly subscriptions: SubscriptionsService) {}

  @Get()
  @ApiOperation({ operationId: 'listSubscriptions', summary: 'Báo cáo định kỳ của mình / One’s own scheduled reports' })
  @ApiOkResponse({ type: SubscriptionsResponse })
  @ProblemResponses(401, 403, 503)
  async list(@CurrentCaller() caller: Caller): Promise<SubscriptionsResponse> {
    return { subscriptions: (await this.subscriptions.list(caller)).map(present) };
  }

  @Post()
  @ApiOperation({
    operationId: 'subscribe',
    summary:
      'Đăng ký báo cáo định kỳ qua thư hoặc webhook; địa chỉ thư mới cần xác nhận bằng mã / Have a report made at fixed times; a new mail address is confirmed by a code',
  })
  @ApiCreatedResponse({ type: SubscribedResponse })
  @ProblemResponses(400, 401, 403, 409, 415, 422, 503)
  async create(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(SubscribeRequest)) body: SubscribeRequest,
  ): Promise<SubscribedResponse> {
    const { channel, target, format, cadence, hour } = withFields(body, [
      'report',
      'format',
      'cadence',
      'hour',
      'channel',
      'target',
    ]);
    const wanted = readWanted(body, { cadence, onDay: 1 });
    const { asked, onDay = 1, language = 'vi' } = wanted;
    if (!asked)
      throw new AppError('validation-failed', 'invalid', {}, [{ code: 'field-required', pointer: '/report' }]);
    const made = await this.subscriptions.create(
      caller,
      { asked, format, language, cadence, hour, onDay },
      { channel, target },
    );
    return { ...present(made.subscription), secret: made.secret };
  }

  @Patch(':subscriptionId')
  @ApiOperation({
    operationId: 'changeSubscription',
    summary: 'Đổi câu hỏi, định dạng, giờ / Another question, format or time',
  })
  @ApiOkResponse({ type: SubscriptionResponse })
  @ProblemResponses(400, 401, 403, 404, 415, 422, 503)
  async change(
    @CurrentCaller() caller: Caller,
    @Param('subscriptionId', IdParam) id: string,
    @Body(new StrictShapePipe(ChangeSubscriptionRequest)) body: ChangeSubscriptionRequest,
  ): Promise<SubscriptionResponse> {
    const standing = (await this.subscriptions.list(caller)).find(({ subscriptionId }) => subscriptionId === id);
    if (!standing) throw new AppError('not-found', 'not-found');
    return present(await this.subscriptions.change(caller, id, readWanted(body, standing)));
  }

  @Post(':subscriptionId/confirm')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'confirmSubscription',
    summary: 'Xác nhận địa chỉ bằng mã trong thư / Confirm the address',
  })
  @ApiOkResponse({ type: SubscriptionResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async confirm(
    @CurrentCaller() caller: Caller,
    @Param('subscriptionId', IdParam) id: string,
    @Body(new StrictShapePipe(ConfirmSubscriptionRequest)) body: ConfirmSubscriptionRequest,
  ): Promise<SubscriptionResponse> {
    return present(await this.subscriptions.confirm(caller, id, withFields(body, ['code']).code));
  }

  @Post(':subscriptionId/pause')
  @HttpCode(200)
  @ApiOperation({ operationId: 'pauseSubscription', summary: 'Tạm dừng / Pause' })
  @ApiOkResponse({ type: SubscriptionResponse })
  @ProblemResponses(401, 403, 404, 503)
  async pause(
    @CurrentCaller() caller: Caller,
    @Param('subscriptionId', IdParam) id: string,
  ): Promise<SubscriptionResponse> {
    return present(await this.subscriptions.pause(caller, id));
  }

  @Post(':subscriptionId/resume')
  @HttpCode(200)
  @ApiOperation({ operationId: 'resumeSubscription', summary: 'Tiếp tục / Go on' })
  @ApiOkResponse({ type: SubscriptionResponse })
  @ProblemResponses(401, 403, 404, 409, 503)
  async resume(
    @CurrentCaller() caller: Caller,
    @Param('subscriptionId', IdParam) id: string,
  ): Promise<SubscriptionResponse> {
    return present(await this.subscriptions.resume(caller, id));
  }

  @Delete(':subscriptionId')
  @HttpCode(204)
  @ApiOperation({ operationId: 'unsubscribe', summary: 'Xóa / Delete' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async remove(@CurrentCaller() caller: Caller, @Param('subscriptionId', IdParam) id: string): Promise<void> {
    await this.subscriptions.remove(caller, id);
  }

  @Get(':subscriptionId/deliveries')
  @ApiOperation({ operationId: 'listReportDeliveries', summary: 'Các lần gửi gần nhất / What became of it lately' })
  @ApiOkResponse({ type: ReportDeliveriesResponse })
  @ProblemResponses(400, 401, 403, 404, 422, 503)
  async deliveries(
    @CurrentCaller() caller: Caller,
    @Param('subscriptionId', IdParam) id: string,
    @Query(new StrictShapePipe(DeliveriesQuery)) { limit = 20 }: DeliveriesQuery,
  ): Promise<ReportDeliveriesResponse> {
    const found = await this.subscriptions.deliveries(caller, id, limit);
    return {
      deliveries: found.map(({ dueAt, nextAttemptAt, finishedAt, ...delivery }) => ({
        ...delivery,
        dueAt: toLocalIso(dueAt),
        nextAttemptAt: nextAttemptAt && toLocalIso(nextAttemptAt),
        finishedAt: finishedAt && toLocalIso(finishedAt),
      })),
    };
  }
}

const present = ({ nextDue, createdAt, accountId: _own, ...shown }: SubscriptionView): SubscriptionResponse => ({
  ...shown,
  nextDue: nextDue && toLocalIso(nextDue),
  createdAt: toLocalIso(createdAt),
});
