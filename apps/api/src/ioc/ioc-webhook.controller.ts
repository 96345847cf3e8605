import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { type FeedEndpoint, FeedEndpointsService } from '@luutru/figure-feed';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  IocSecretResponse,
  IocWebhookCreatedResponse,
  IocWebhookRequest,
  IocWebhookResponse,
  IocWebhooksResponse,
} from './ioc.dto';

@ApiTags('Trung tâm điều hành (IOC) / Operations centre')
@RequirePermission('figures.feed')
@Controller('v1/ioc/webhooks')
export class IocWebhookController {
  constructor(private readonly endpoints: FeedEndpointsService) {}

  @Get()
  @ApiOperation({ operationId: 'iocListWebhooks', summary: 'Địa chỉ được đẩy số liệu / Where changes are pushed to' })
  @ApiOkResponse({ type: IocWebhooksResponse })
  @ProblemResponses(401, 403, 503)
  async list(@CurrentCaller() caller: Caller): Promise<IocWebhooksResponse> {
    return { webhooks: (await this.endpoints.list(caller)).map(present) };
  }

  @Post()
  @ApiOperation({
    operationId: 'iocRegisterWebhook',
    summary: 'Đăng ký địa chỉ nhận thay đổi, theo thứ tự, có chữ ký / Have changes pushed, in order and signed',
  })
  @ApiCreatedResponse({ type: IocWebhookCreatedResponse })
  @ProblemResponses(400, 401, 403, 409, 415, 422, 503)
  async register(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(IocWebhookRequest)) body: IocWebhookRequest,
  ): Promise<IocWebhookCreatedResponse> {
    const { endpoint, secret } = await this.endpoints.register(caller, withFields(body, ['url']));
    return { ...present(endpoint), secret };
  }

  @Post(':endpointId/rotate')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'iocRotateWebhook',
    summary: 'Khóa ký mới; mở lại địa chỉ đã bị tắt / A new secret; enables what was disabled',
  })
  @ApiOkResponse({ type: IocSecretResponse })
  @ProblemResponses(401, 403, 404, 503)
  async rotate(
    @CurrentCaller() caller: Caller,
    @Param('endpointId', IdParam) endpointId: string,
  ): Promise<IocSecretResponse> {
    return { secret: await this.endpoints.rotate(caller, endpointId) };
  }

  @Delete(':endpointId')
  @HttpCode(204)
  @ApiOperation({ operationId: 'iocRemoveWebhook', summary: 'Ngừng đẩy tới địa chỉ / Push nothing there any more' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async remove(@CurrentCaller() caller: Caller, @Param('endpointId', IdParam) endpointId: string): Promise<void> {
    await this.endpoints.remove(caller, endpointId);
  }
}

const present = ({ nextAttemptAt, attemptedAt, createdAt, ...endpoint }: FeedEndpoint): IocWebhookResponse => ({
  ...endpoint,
  nextAttemptAt: toLocalIso(nextAttemptAt),
  attemptedAt: attemptedAt && toLocalIso(attemptedAt),
  createdAt: toLocalIso(createdAt),
});
