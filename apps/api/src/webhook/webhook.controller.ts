import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { AppError } from '@luutru/platform';
import { type EndpointView, WEBHOOK_EVENTS, type WebhookEvent, WebhooksService } from '@luutru/webhook';
import { CurrentCaller } from '../http/api-request';
import { FacilityChoice } from '../http/facility-choice';
import { ChoiceField, ChoiceListField, NumberQuery, TextField, UuidField } from '../http/fields';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe, StrictShapePipe } from '../http/shape';

const FACILITY = { description: 'Mã hoặc id của cơ sở / Facility, unless the key has only one', max: 64 };

class WebhookRequest {
  @TextField(FACILITY)
  facilityId?: string;

  @TextField({
    description: 'Địa chỉ https nhận tin / Where to post',
    max: 500,
    required: true,
    example: 'https://phanmem.example/luutru',
  })
  url?: string;

  @ChoiceListField({
    description: 'Loại tin muốn nhận; bỏ trống là tất cả / Which events; none: all',
    choices: WEBHOOK_EVENTS,
  })
  eventTypes?: WebhookEvent[];
}

class FacilityQuery {
  @TextField(FACILITY)
  facilityId?: string;
}

class DeliveriesQuery {
  @ChoiceField({ description: 'Chỉ các tin ở tình trạng này / Only these', choices: ['pending', 'done', 'dead'] })
  state?: string;

  @UuidField({ description: 'Gửi next của trang trước / The next value of the previous page' })
  cursor?: string;

  @NumberQuery({ description: 'Số tin mỗi trang / Per page', min: 1, max: 200 })
  limit?: number;
}

class ReplayRequest {
  @UuidField({ description: 'Tin cần gửi lại; bỏ trống là mọi tin đã thất bại / One message; none: all that failed' })
  eventId?: string;
}

class WebhookResponse {
  @ApiProperty({ format: 'uuid' })
  endpointId: string;

  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  url: string;

  @ApiProperty({ type: [String] })
  eventTypes: string[];

  @ApiProperty({ enum: ['active', 'disabled'] })
  state: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'gone: trả lời 410; failing: lỗi 5 ngày liền / Why it was disabled',
  })
  disabledBecause: string | null;

  @ApiProperty()
  createdAt: string;
}

class SecretResponse {
  @ApiProperty({
    description: 'Chỉ hiện một lần; kiểm tra chữ ký theo Standard Webhooks / Shown once',
    example: 'whsec_…',
  })
  secret: string;
}

class RegisteredResponse extends WebhookResponse {
  @ApiProperty({ description: 'Chỉ hiện một lần / Shown once', example: 'whsec_…' })
  secret: string;
}

class WebhooksResponse {
  @ApiProperty({ type: [WebhookResponse] })
  webhooks: WebhookResponse[];
}

class DeliveryResponse {
  @ApiProperty({ format: 'uuid', description: 'webhook-id' })
  eventId: string;

  @ApiProperty()
  eventType: string;

  @ApiProperty({ type: String, nullable: true })
  subjectId: string | null;

  @ApiProperty()
  occurredAt: string;

  @ApiProperty({ enum: ['pending', 'done', 'dead'] })
  state: string;

  @ApiProperty()
  attempts: number;

  @ApiProperty({ type: Number, nullable: true })
  lastStatus: number | null;

  @ApiProperty({ type: String, nullable: true })
  lastError: string | null;

  @ApiProperty({ type: Number, nullable: true })
  lastMs: number | null;

  @ApiProperty({ type: String, nullable: true })
  attemptedAt: string | null;
}

class DeliveriesResponse {
  @ApiProperty({ type: [DeliveryResponse] })
  deliveries: DeliveryResponse[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

class ReplayedResponse {
  @ApiProperty()
  count: number;
}

const present = (endpoint: EndpointView): WebhookResponse => ({
  ...endpoint,
  eventTypes: [...endpoint.eventTypes],
  createdAt: toLocalIso(endpoint.createdAt),
});

@ApiTags('Webhook')
@RequirePermission('webhook.manage')
@Controller('v1/webhooks')
export class WebhookController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly facilities: FacilityChoice,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'registerWebhook', summary: 'Đăng ký nhận tin / Register an endpoint' })
  @ApiBody({ type: WebhookRequest })
  @ApiCreatedResponse({ type: RegisteredResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async register(
    @CurrentCaller() caller: Caller,
    @Body(new ShapePipe(WebhookRequest)) { value, issues }: Shaped<WebhookRequest>,
  ): Promise<RegisteredResponse> {
    const { facilityId, url, eventTypes = [] } = value;
    const missing = url === undefined && issues.every(({ pointer }) => pointer !== '/url');
    const faults = missing ? [...issues, { code: 'field-required', pointer: '/url' }] : issues;
    if (faults.length > 0 || url === undefined) throw new AppError('validation-failed', 'invalid', {}, faults);
    const chosen = await this.facilities.resolve(caller, 'webhook.manage', facilityId);
    const types = eventTypes.length > 0 ? eventTypes : WEBHOOK_EVENTS;
    const { endpoint, secret } = await this.webhooks.register(caller, chosen, { url, eventTypes: types });
    return { ...present(endpoint), secret };
  }

  @Get()
  @ApiOperation({ operationId: 'listWebhooks', summary: 'Các địa chỉ nhận tin / Endpoints' })
  @ApiOkResponse({ type: WebhooksResponse })
  @ProblemResponses(400, 401, 403, 404, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(FacilityQuery)) { facilityId }: FacilityQuery,
  ): Promise<WebhooksResponse> {
    const chosen = await this.facilities.resolve(caller, 'webhook.manage', facilityId);
    return { webhooks: (await this.webhooks.list(chosen)).map(present) };
  }

  @Delete(':endpointId')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeWebhook', summary: 'Ngừng nhận tin / Remove an endpoint' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async remove(@CurrentCaller() caller: Caller, @Param('endpointId', IdParam) endpointId: string): Promise<void> {
    await this.webhooks.remove(caller, endpointId);
  }

  @Post(':endpointId/rotate')
  @HttpCode(200)
  @ApiOperation({ operationId: 'rotateWebhookSecret', summary: 'Đổi khóa ký; khóa cũ còn dùng 24 giờ / A new secret' })
  @ApiOkResponse({ type: SecretResponse })
  @ProblemResponses(401, 403, 404, 503)
  rotate(@CurrentCaller() caller: Caller, @Param('endpointId', IdParam) endpointId: string): Promise<SecretResponse> {
    return this.webhooks.rotate(caller, endpointId);
  }

  @Post(':endpointId/test')
  @HttpCode(202)
  @ApiOperation({ operationId: 'testWebhook', summary: 'Gửi thử một tin / Send a test message' })
  @ApiAcceptedResponse()
  @ProblemResponses(401, 403, 404, 503)
  async test(@CurrentCaller() caller: Caller, @Param('endpointId', IdParam) endpointId: string): Promise<void> {
    await this.webhooks.test(caller, endpointId);
  }

  @Get(':endpointId/deliveries')
  @ApiOperation({ operationId: 'listWebhookDeliveries', summary: 'Nhật ký gửi / Delivery log' })
  @ApiOkResponse({ type: DeliveriesResponse })
  @ProblemResponses(401, 403, 404, 422, 503)
  async deliveries(
    @CurrentCaller() caller: Caller,
    @Param('endpointId', IdParam) endpointId: string,
    @Query(new StrictShapePipe(DeliveriesQuery)) { state, cursor, limit = 50 }: DeliveriesQuery,
  ): Promise<DeliveriesResponse> {
    const found = await this.webhooks.deliveries(caller, endpointId, { state, before: cursor, limit: limit + 1 });
    const shown = found.slice(0, limit);
    return {
      deliveries: shown.map((one) => ({
        ...one,
        occurredAt: toLocalIso(one.occurredAt),
        attemptedAt: one.attemptedAt && toLocalIso(one.attemptedAt),
      })),
      next: found.length > limit ? (shown.at(-1)?.eventId ?? null) : null,
    };
  }

  @Post(':endpointId/replay')
  @HttpCode(202)
  @ApiOperation({ operationId: 'replayWebhook', summary: 'Gửi lại / Send again' })
  @ApiBody({ type: ReplayRequest })
  @ApiOkResponse({ type: ReplayedResponse })
  @ProblemResponses(400, 401, 403, 404, 413, 415, 422, 503)
  async replay(
    @CurrentCaller() caller: Caller,
    @Param('endpointId', IdParam) endpointId: string,
    @Body(new StrictShapePipe(ReplayRequest)) { eventId }: ReplayRequest,
  ): Promise<ReplayedResponse> {
    return { count: await this.webhooks.replay(caller, endpointId, eventId) };
  }
}
