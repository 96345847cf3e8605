import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { DeclarationService, StayReadModel } from '@luutru/declaration';
import { CurrentCaller } from '../http/api-request';
import { FacilityChoice } from '../http/facility-choice';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe, StrictShapePipe } from '../http/shape';
import { DeclareStayRequest } from './declare-stay.request';
import { StayPresenter } from './stay.presenter';
import { StayListQuery } from './stay.query';
import { DeclaredResponse, StayListResponse, StayResponse, ValidationResponse } from './stay.response';

@ApiTags('Lưu trú / Stays')
@Controller('v1/stays')
export class StayController {
  constructor(
    private readonly declarations: DeclarationService,
    private readonly stays: StayReadModel,
    private readonly facilities: FacilityChoice,
    private readonly presenter: StayPresenter,
  ) {}

  @Post()
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'declareStay',
    summary: 'Khai báo một lưu trú / Declare a stay',
    description:
      'Câu trả lời 201 nghĩa là đã ghi bền vững. Gửi lại với cùng Idempotency-Key nhận lại đúng câu trả lời đầu tiên. / ' +
      'A 201 means durably recorded. A repeat under the same Idempotency-Key gets the first answer.',
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Bắt buộc nếu không có externalRef / Required unless externalRef is given',
  })
  @ApiBody({ type: DeclareStayRequest })
  @ApiCreatedResponse({ type: DeclaredResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async declare(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Body(new ShapePipe(DeclareStayRequest)) { raw, value, issues }: Shaped<DeclareStayRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeclaredResponse> {
    const { facilityId, ...input } = value;
    const declared = await this.declarations.declare({
      caller,
      facilityId: await this.facilities.resolve(caller, 'stay.declare', facilityId),
      channel: 'rest',
      input,
      shapeIssues: issues,
      body: raw,
      key: { header: idempotencyKey, reference: input.externalRef },
    });
    void reply.header('Location', `/v1/stays/${declared.answer.stayId}`);
    if (declared.replayed) void reply.header('Idempotent-Replayed', 'true');
    return this.presenter.declared(declared.answer);
  }

  @Post('validate')
  @HttpCode(200)
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'validateStay',
    summary: 'Kiểm tra thử, không ghi nhận / Dry run: the same rules, nothing recorded',
  })
  @ApiBody({ type: DeclareStayRequest })
  @ApiOkResponse({ type: ValidationResponse })
  @ProblemResponses(400, 401, 403, 404, 413, 415, 422, 503)
  async validate(
    @CurrentCaller() caller: Caller,
    @Body(new ShapePipe(DeclareStayRequest)) { value, issues }: Shaped<DeclareStayRequest>,
  ): Promise<ValidationResponse> {
    const { facilityId, ...input } = value;
    const chosen = await this.facilities.resolve(caller, 'stay.declare', facilityId);
    return this.presenter.dryRun(
      await this.declarations.dryRun({ caller, facilityId: chosen, channel: 'rest', input, shapeIssues: issues }),
    );
  }

  @Get()
  @RequirePermission('stay.read')
  @ApiOperation({ operationId: 'listStays', summary: 'Hệ thống đang giữ gì của cơ sở / What do you hold for me?' })
  @ApiOkResponse({ type: StayListResponse })
  @ProblemResponses(400, 401, 403, 404, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(StayListQuery)) query: StayListQuery,
  ): Promise<StayListResponse> {
    const { facilityId, limit = 50, ...filter } = query;
    const chosen = await this.facilities.resolve(caller, 'stay.read', facilityId);
    return this.presenter.page(await this.stays.list(caller, { ...filter, facilityId: chosen, limit }));
  }

  @Get(':stayId')
  @RequirePermission('stay.read')
  @ApiOperation({ operationId: 'getStay', summary: 'Xem một lưu trú / Read one stay' })
  @ApiOkResponse({ type: StayResponse })
  @ProblemResponses(401, 403, 404, 503)
  async get(@CurrentCaller() caller: Caller, @Param('stayId', IdParam) stayId: string): Promise<StayResponse> {
    return this.presenter.stay(await this.stays.get(caller, stayId));
  }
}
