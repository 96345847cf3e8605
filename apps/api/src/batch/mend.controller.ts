import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { BatchChoices, BatchReadModel, mendableForm, MendService, RefusedRowReadModel } from '@luutru/batch';
import { ProposalReader } from '@luutru/declaration-file';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe, StrictShapePipe } from '../http/shape';
import { BatchResponse } from './batch.dto';
import { BatchPresenter } from './batch.presenter';
import { FaultyRowsQuery, FaultyRowsResponse, MendRowsRequest } from './mend.dto';

@ApiTags('Khai báo theo tệp / Batches')
@Controller('v1/batches/:batchId')
export class MendController {
  constructor(
    private readonly mending: MendService,
    private readonly views: BatchReadModel,
    private readonly refused: RefusedRowReadModel,
    private readonly choices: BatchChoices,
    private readonly presenter: BatchPresenter,
  ) {}

  @Get('faulty')
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'listFaultyRows',
    summary: 'Các dòng còn phải sửa, kèm nội dung ô / Rows still to be mended, with their cells',
    description:
      'Dòng đang gửi lại hoặc đã ghi nhận không còn ở đây. Mỗi lần xem được ghi vào nhật ký. / ' +
      'Rows on their way or recorded are left out. Each look is itemised in the audit trail.',
  })
  @ApiOkResponse({ type: FaultyRowsResponse })
  @ProblemResponses(401, 403, 404, 409, 422, 503)
  async faulty(
    @CurrentCaller() caller: Caller,
    @Param('batchId', IdParam) batchId: string,
    @Query(new StrictShapePipe(FaultyRowsQuery)) { after, limit = 50 }: FaultyRowsQuery,
  ): Promise<FaultyRowsResponse> {
    const origin = await this.views.origin(caller, batchId);
    const form = mendableForm(origin);
    const { rows, next } = await this.refused.faulty(caller, origin, { after, limit });
    const proposals = new ProposalReader(await this.choices.of(origin.facilityId));
    return { form: form.id, rows: rows.map((row) => this.presenter.faulty(row, form, proposals)), next };
  }

  @Post('mended')
  @HttpCode(202)
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'mendRows',
    summary: 'Gửi lại các dòng đã sửa / Send mended rows again',
    description:
      'Thành một lô mới, được kiểm tra và ghi nhận như mọi tệp; số dòng là của tệp gốc. Dòng đã ghi nhận hoặc đang gửi lại bị từ chối, nêu rõ từng dòng, và khi đó không dòng nào được gửi. / ' +
      'They become one new batch that is checked and recorded like any other file; rows keep their numbers. Rows recorded or on their way are refused by name, and then none is sent.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiBody({ type: MendRowsRequest })
  @ApiAcceptedResponse({ type: BatchResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async mend(
    @CurrentCaller() caller: Caller,
    @Param('batchId', IdParam) batchId: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(MendRowsRequest)) { raw, value, issues }: Shaped<MendRowsRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BatchResponse> {
    const made = await this.mending.mend({
      caller,
      batchId,
      rows: value.rows ?? [],
      shapeIssues: issues,
      body: raw,
      key: { header: key },
    });
    if (made.replayed) void reply.header('Idempotent-Replayed', 'true');
    void reply.header('Location', `/v1/batches/${made.batchId}`);
    return this.presenter.batch(await this.views.get(caller, made.batchId));
  }
}
