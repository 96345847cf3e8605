import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { AppError } from '@luutru/platform';
import { ALERT_STATES, type AlertHeader, AlertReadModel, AlertService, type AlertState } from '@luutru/watch-list';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  AcknowledgeRequest,
  AlertActedResponse,
  AlertDetailResponse,
  AlertListQuery,
  AlertsResponse,
  CloseRequest,
  HandOverRequest,
} from './alert.dto';
import { AlertPresenter } from './alert.presenter';

@ApiTags('Công an / Police')
@RequirePermission('alert.handle')
@Controller('v1/police/alerts')
export class AlertController {
  constructor(
    private readonly alerts: AlertService,
    private readonly views: AlertReadModel,
    private readonly presenter: AlertPresenter,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listAlerts',
    summary: 'Cảnh báo của bàn trực, không nêu người / The alerts of the desk, without the people',
  })
  @ApiOkResponse({ type: AlertsResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(AlertListQuery)) query: AlertListQuery,
  ): Promise<AlertsResponse> {
    const { state = 'pending', kind = null, show = 'desk', cursor, limit = 50 } = query;
    const { alerts, position } = await this.views.list(caller, {
      states: statesOf(state),
      kind,
      all: show === 'all',
      before: cursor === undefined ? null : readCursor(cursor),
      limit: limit + 1,
    });
    const shown = alerts.slice(0, limit);
    const last = alerts.length > limit ? shown.at(-1) : undefined;
    return {
      alerts: await this.presenter.headers(shown),
      next: last ? cursorOf(last) : null,
      position,
    };
  }

  @Get(':alertId')
  @ApiOperation({
    operationId: 'getAlert',
    summary: 'Ai được khai báo, ai bị theo dõi, vì sao giống / Who was declared, who is listed, and why they fit',
    description:
      'Lần xem được ghi nhận trước khi trả lời; mục đích là căn cứ pháp lý của danh sách. / ' +
      'The look is recorded before it is answered; its purpose is the legal basis of the list.',
  })
  @ApiOkResponse({ type: AlertDetailResponse })
  @ProblemResponses(401, 403, 404, 503)
  async get(@CurrentCaller() caller: Caller, @Param('alertId', IdParam) alertId: string): Promise<AlertDetailResponse> {
    return this.presenter.detail(await this.alerts.get(caller, alertId));
  }

  @Post(':alertId/acknowledge')
  @HttpCode(200)
  @ApiOperation({ operationId: 'acknowledgeAlert', summary: 'Nhận cảnh báo / Take an alert' })
  @ApiOkResponse({ type: AlertActedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  acknowledge(
    @CurrentCaller() caller: Caller,
    @Param('alertId', IdParam) alertId: string,
    @Body(new StrictShapePipe(AcknowledgeRequest)) body: AcknowledgeRequest,
  ): Promise<AlertActedResponse> {
    const { version } = withFields(body, ['version']);
    return this.alerts.act(caller, alertId, version, { action: 'acknowledge' });
  }

  @Post(':alertId/hand-over')
  @HttpCode(200)
  @ApiOperation({ operationId: 'handOverAlert', summary: 'Bàn giao cho bàn trực khác, ca sau / Hand over to a desk' })
  @ApiOkResponse({ type: AlertActedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  handOver(
    @CurrentCaller() caller: Caller,
    @Param('alertId', IdParam) alertId: string,
    @Body(new StrictShapePipe(HandOverRequest)) body: HandOverRequest,
  ): Promise<AlertActedResponse> {
    const { version, to, note } = withFields(body, ['version', 'to']);
    return this.alerts.act(caller, alertId, version, { action: 'hand-over', to, note: note?.trim() || null });
  }

  @Post(':alertId/close')
  @HttpCode(200)
  @ApiOperation({ operationId: 'closeAlert', summary: 'Đóng với kết quả / Close with the outcome' })
  @ApiOkResponse({ type: AlertActedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  close(
    @CurrentCaller() caller: Caller,
    @Param('alertId', IdParam) alertId: string,
    @Body(new StrictShapePipe(CloseRequest)) body: CloseRequest,
  ): Promise<AlertActedResponse> {
    const { version, outcome, note, remember = true } = withFields(body, ['version', 'outcome']);
    return this.alerts.act(caller, alertId, version, {
      action: 'close',
      outcome,
      note: note?.trim() || null,
      remember,
    });
  }

  @Delete(':alertId/decision')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'revokeAlertDecision',
    summary: 'Rút lại kết luận không phải người này / Take back that it is not the person',
  })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async revoke(@CurrentCaller() caller: Caller, @Param('alertId', IdParam) alertId: string): Promise<void> {
    await this.alerts.revokeDecision(caller, alertId);
  }
}

const statesOf = (state: NonNullable<AlertListQuery['state']>): readonly AlertState[] => {
  if (state === 'any') return ALERT_STATES;
  return state === 'pending' ? ALERT_STATES.filter((one) => one !== 'closed') : [state];
};

const CURSOR = /^(\d{13})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const cursorOf = ({ raisedAt, alertId }: AlertHeader): string => `${raisedAt.getTime()}-${alertId}`;

function readCursor(text: string): { raisedAt: Date; alertId: string } {
  const [, time, alertId] = CURSOR.exec(text) ?? [];
  if (time === undefined || alertId === undefined) throw new AppError('cursor-invalid', 'invalid');
  return { raisedAt: new Date(Number(time)), alertId };
}
