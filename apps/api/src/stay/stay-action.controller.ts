import { Body, Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { type ActCommand, StayActionService, StayHistoryReadModel } from '@luutru/declaration';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe } from '../http/shape';
import {
  ActionResponse,
  CancelRequest,
  CheckOutRequest,
  CorrectRequest,
  ExtendRequest,
  StayHistoryResponse,
  UndoCheckOutRequest,
} from './stay-action.dto';
import { StayPresenter } from './stay.presenter';

const KEY = {
  name: 'Idempotency-Key',
  required: false,
  description: 'Bắt buộc nếu không có version / Required unless version is given',
};
const STATUSES = [400, 401, 403, 404, 409, 413, 415, 422, 503] as const;

interface Request<T> {
  readonly caller: Caller;
  readonly stayId: string;
  readonly key: string | undefined;
  readonly shaped: Shaped<T>;
}

@ApiTags('Lưu trú / Stays')
@Controller('v1/stays/:stayId')
export class StayActionController {
  constructor(
    private readonly actions: StayActionService,
    private readonly history: StayHistoryReadModel,
    private readonly presenter: StayPresenter,
  ) {}

  @Post('check-out')
  @HttpCode(200)
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'checkOutStay', summary: 'Trả phòng, ra viện / Check out' })
  @ApiHeader(KEY)
  @ApiBody({ type: CheckOutRequest })
  @ApiOkResponse({ type: ActionResponse })
  @ProblemResponses(...STATUSES)
  checkOut(
    @CurrentCaller() caller: Caller,
    @Param('stayId', IdParam) stayId: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(CheckOutRequest)) shaped: Shaped<CheckOutRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionResponse> {
    const { departedAt } = shaped.value;
    return this.act({ caller, stayId, key, shaped }, { action: 'check-out', departedAt }, reply);
  }

  @Post('leave-early')
  @HttpCode(200)
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'leaveStayEarly', summary: 'Trả sớm hơn dự kiến / Leave before the expected departure' })
  @ApiHeader(KEY)
  @ApiBody({ type: CheckOutRequest })
  @ApiOkResponse({ type: ActionResponse })
  @ProblemResponses(...STATUSES)
  leaveEarly(
    @CurrentCaller() caller: Caller,
    @Param('stayId', IdParam) stayId: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(CheckOutRequest)) shaped: Shaped<CheckOutRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionResponse> {
    const { departedAt } = shaped.value;
    return this.act({ caller, stayId, key, shaped }, { action: 'leave-early', departedAt }, reply);
  }

  @Post('extend')
  @HttpCode(200)
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'extendStay', summary: 'Gia hạn / Extend' })
  @ApiHeader(KEY)
  @ApiBody({ type: ExtendRequest })
  @ApiOkResponse({ type: ActionResponse })
  @ProblemResponses(...STATUSES)
  extend(
    @CurrentCaller() caller: Caller,
    @Param('stayId', IdParam) stayId: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(ExtendRequest)) shaped: Shaped<ExtendRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionResponse> {
    const { expectedDepartureAt } = shaped.value;
    return this.act({ caller, stayId, key, shaped }, { action: 'extend', expectedDepartureAt }, reply);
  }

  @Post('undo-check-out')
  @HttpCode(200)
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'undoCheckOut', summary: 'Hoàn tác trả phòng / Undo a check-out' })
  @ApiHeader(KEY)
  @ApiBody({ type: UndoCheckOutRequest })
  @ApiOkResponse({ type: ActionResponse })
  @ProblemResponses(...STATUSES)
  undoCheckOut(
    @CurrentCaller() caller: Caller,
    @Param('stayId', IdParam) stayId: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(UndoCheckOutRequest)) shaped: Shaped<UndoCheckOutRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionResponse> {
    return this.act({ caller, stayId, key, shaped }, { action: 'undo-check-out' }, reply);
  }

  @Post('correct')
  @HttpCode(200)
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'correctStay',
    summary: 'Điều chỉnh / Correct any field',
    description:
      'Tạo phiên bản mới nối với phiên bản cũ; giữ nguyên thời điểm khai báo đầu tiên, không bị tính trễ hạn. / ' +
      'Makes a new version linked to the old; the first stamp stays, a correction is never late.',
  })
  @ApiHeader(KEY)
  @ApiBody({ type: CorrectRequest })
  @ApiOkResponse({ type: ActionResponse })
  @ProblemResponses(...STATUSES)
  correct(
    @CurrentCaller() caller: Caller,
    @Param('stayId', IdParam) stayId: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(CorrectRequest)) shaped: Shaped<CorrectRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionResponse> {
    const { changes = {}, clear = [] } = shaped.value;
    return this.act({ caller, stayId, key, shaped }, { action: 'correct', changes, clear }, reply);
  }

  @Post('cancel')
  @HttpCode(200)
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'cancelStay', summary: 'Hủy khai báo, có lý do / Cancel, with a reason' })
  @ApiHeader(KEY)
  @ApiBody({ type: CancelRequest })
  @ApiOkResponse({ type: ActionResponse })
  @ProblemResponses(...STATUSES)
  cancel(
    @CurrentCaller() caller: Caller,
    @Param('stayId', IdParam) stayId: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(CancelRequest)) shaped: Shaped<CancelRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionResponse> {
    const { reason, note } = shaped.value;
    return this.act({ caller, stayId, key, shaped }, { action: 'cancel', reason, note }, reply);
  }

  @Get('history')
  @RequirePermission('stay.read')
  @ApiOperation({ operationId: 'getStayHistory', summary: 'Lịch sử một lưu trú / Every version of a stay' })
  @ApiOkResponse({ type: StayHistoryResponse })
  @ProblemResponses(401, 403, 404, 503)
  async getHistory(
    @CurrentCaller() caller: Caller,
    @Param('stayId', IdParam) stayId: string,
  ): Promise<StayHistoryResponse> {
    return this.presenter.history(await this.history.of(caller, stayId));
  }

  private async act<T extends { version?: number }>(
    { caller, stayId, key, shaped }: Request<T>,
    order: ActCommand['order'],
    reply: FastifyReply,
  ): Promise<ActionResponse> {
    const { answer, replayed } = await this.actions.act({
      caller,
      stayId,
      channel: 'rest',
      order,
      version: shaped.value.version,
      shapeIssues: shaped.issues,
      body: shaped.raw,
      key,
    });
    if (replayed) void reply.header('Idempotent-Replayed', 'true');
    return this.presenter.acted(answer);
  }
}
