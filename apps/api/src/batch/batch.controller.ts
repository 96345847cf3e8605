import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '@luutru/access';
import { BatchReadModel, BatchService } from '@luutru/batch';
import { AppError } from '@luutru/platform';
import { Lasting } from '../http/admission';
import { CurrentCaller } from '../http/api-request';
import { FacilityChoice } from '../http/facility-choice';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe, StrictShapePipe } from '../http/shape';
import { FILE_TYPES } from './file-body';
import {
  BatchListQuery,
  BatchListResponse,
  BatchReceivedResponse,
  BatchResponse,
  BatchRowsQuery,
  BatchRowsResponse,
  CommitBatchRequest,
  CreateBatchQuery,
} from './batch.dto';
import { BatchPresenter } from './batch.presenter';
import { DefaultKind } from './default-kind';

@ApiTags('Khai báo theo tệp / Batches')
@Controller('v1/batches')
export class BatchController {
  constructor(
    private readonly batches: BatchService,
    private readonly views: BatchReadModel,
    private readonly facilities: FacilityChoice,
    private readonly kinds: DefaultKind,
    private readonly presenter: BatchPresenter,
  ) {}

  @Post()
  @HttpCode(202)
  @Lasting('bulk')
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'createBatch',
    summary: 'Gửi tệp khai báo (Excel, CSV, XML, JSON Lines) / Send a file of declarations',
    description:
      'Nội dung yêu cầu là chính tệp. Loại tệp được nhận ra bằng cách xem bên trong. 202 nghĩa là tệp đã được lưu; theo dõi ở links.events. / ' +
      'The body is the file itself; what it is, is seen by looking inside. 202 means that it is kept; follow links.events.',
  })
  @ApiConsumes(...FILE_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiAcceptedResponse({ type: BatchReceivedResponse })
  @ProblemResponses(400, 401, 403, 404, 413, 415, 422, 503)
  async create(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(CreateBatchQuery)) query: CreateBatchQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BatchReceivedResponse> {
    const facilityId = await this.facilities.resolve(caller, 'stay.declare', query.facilityId);
    if (!(request.body instanceof Readable)) throw new AppError('media-type-unsupported', 'invalid');
    const { batchId, sameFile } = await this.batches.receive({
      caller,
      facilityId,
      mode: query.mode ?? 'validate',
      policy: query.policy ?? 'valid-rows',
      stayKind: query.kind ?? (await this.kinds.of(facilityId)),
      tripId: await this.kinds.trip(facilityId, query.tripId),
      fileName: query.fileName?.trim() || null,
      file: request.body,
      again: query.again === 'true',
    });
    if (sameFile) void reply.status(200);
    void reply.header('Location', `/v1/batches/${batchId}`);
    return { ...this.presenter.batch(await this.views.get(caller, batchId)), sameFile };
  }

  @Get()
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'listBatches', summary: 'Các tệp đã gửi / Past batches' })
  @ApiOkResponse({ type: BatchListResponse })
  @ProblemResponses(400, 401, 403, 404, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(BatchListQuery)) { facilityId, cursor, limit = 20 }: BatchListQuery,
  ): Promise<BatchListResponse> {
    const chosen = await this.facilities.resolve(caller, 'stay.declare', facilityId);
    const found = await this.views.list(chosen, { before: cursor, limit: limit + 1 });
    const shown = found.slice(0, limit);
    return {
      batches: shown.map((batch) => this.presenter.batch(batch)),
      next: found.length > limit ? (shown.at(-1)?.batchId ?? null) : null,
    };
  }

  @Get(':batchId')
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'getBatch', summary: 'Tiến độ một tệp / Progress of a batch' })
  @ApiOkResponse({ type: BatchResponse })
  @ProblemResponses(401, 403, 404, 503)
  async get(@CurrentCaller() caller: Caller, @Param('batchId', IdParam) batchId: string): Promise<BatchResponse> {
    return this.presenter.batch(await this.views.get(caller, batchId));
  }

  @Get(':batchId/rows')
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'listBatchRows', summary: 'Kết quả từng dòng / What became of the rows' })
  @ApiOkResponse({ type: BatchRowsResponse })
  @ProblemResponses(401, 403, 404, 422, 503)
  async rows(
    @CurrentCaller() caller: Caller,
    @Param('batchId', IdParam) batchId: string,
    @Query(new StrictShapePipe(BatchRowsQuery)) { limit = 100, ...filter }: BatchRowsQuery,
  ): Promise<BatchRowsResponse> {
    const batch = await this.views.get(caller, batchId);
    const found = await this.views.rows(batch, { ...filter, limit: limit + 1 });
    const shown = found.slice(0, limit);
    return {
      rows: shown.map((row) => this.presenter.row(row)),
      next: found.length > limit ? (shown.at(-1)?.place ?? null) : null,
    };
  }

  @Post(':batchId/commit')
  @HttpCode(202)
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'commitBatch', summary: 'Ghi nhận tệp đã kiểm tra / Commit a validated batch' })
  @ApiBody({ type: CommitBatchRequest })
  @ApiAcceptedResponse({ type: BatchResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async commit(
    @CurrentCaller() caller: Caller,
    @Param('batchId', IdParam) batchId: string,
    @Body(new ShapePipe(CommitBatchRequest)) { value, issues }: Shaped<CommitBatchRequest>,
  ): Promise<BatchResponse> {
    const { policy, again = false } = value;
    const missing = policy === undefined && issues.length === 0;
    const faults = missing ? [{ code: 'field-required', pointer: '/policy' }] : issues;
    if (faults.length > 0 || policy === undefined) throw new AppError('validation-failed', 'invalid', {}, faults);
    const { facilityId } = await this.views.get(caller, batchId);
    await this.batches.commit(caller, { facilityId, batchId }, { policy, again });
    return this.presenter.batch(await this.views.get(caller, batchId));
  }

  @Post(':batchId/cancel')
  @HttpCode(202)
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'cancelBatch',
    summary: 'Dừng xử lý; các dòng đã ghi nhận vẫn giữ / Stop; rows recorded by then stay',
  })
  @ApiAcceptedResponse({ type: BatchResponse })
  @ProblemResponses(401, 403, 404, 409, 503)
  async cancel(@CurrentCaller() caller: Caller, @Param('batchId', IdParam) batchId: string): Promise<BatchResponse> {
    const { facilityId } = await this.views.get(caller, batchId);
    await this.batches.cancel(caller, facilityId, batchId);
    return this.presenter.batch(await this.views.get(caller, batchId));
  }
}
