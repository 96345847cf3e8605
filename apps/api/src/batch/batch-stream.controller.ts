import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { BatchReadModel, type BatchView, isAtRest, recogniseBatch } from '@luutru/batch';
import { type Language, markFile } from '@luutru/declaration-file';
import { AppError } from '@luutru/platform';
import { Lasting } from '../http/admission';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { LanguageQuery } from './batch.dto';
import { BatchPresenter } from './batch.presenter';

const LOOK_EVERY_MS = 500;
/** A client that wants to know for longer asks again. */
const LONGEST_MS = 30 * 60_000;

@ApiTags('Khai báo theo tệp / Batches')
@Controller('v1/batches/:batchId')
export class BatchStreamController {
  constructor(
    private readonly views: BatchReadModel,
    private readonly presenter: BatchPresenter,
  ) {}

  @Get('events')
  @Lasting('watch')
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'watchBatch',
    summary: 'Theo dõi tiến độ (server-sent events) / Follow the progress',
    description:
      'Mỗi sự kiện progress là nội dung của GET /v1/batches/{batchId}; kết thúc khi lô xong. / Each event `progress` holds the batch.',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ProblemResponses(401, 403, 404, 503)
  async events(
    @CurrentCaller() caller: Caller,
    @Param('batchId', IdParam) batchId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const first = await this.views.get(caller, batchId);
    const stream = Readable.from(this.progress(caller, first));
    await reply
      .header('Content-Type', 'text/event-stream; charset=utf-8')
      .header('X-Accel-Buffering', 'no')
      .send(stream);
  }

  @Get('result')
  @Lasting('bulk')
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'getBatchResult',
    summary: 'Chính tệp đã gửi, có cột kết quả và ô sai tô màu / Your own file, marked',
  })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ProblemResponses(401, 403, 404, 409, 422, 503)
  async result(
    @CurrentCaller() caller: Caller,
    @Param('batchId', IdParam) batchId: string,
    @Query(new StrictShapePipe(LanguageQuery)) { language = 'vi' }: LanguageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const batch = await this.views.get(caller, batchId);
    if (!isAtRest(batch.state)) throw new AppError('batch-not-over', 'conflict');
    const source = this.views.file(batch);
    const file = await recogniseBatch(batch, source, batch.fileName);
    const { stream, extension } = await markFile(source, file, this.marks(batch, language), language);
    await sendFile(reply, stream, `ket-qua-${batchId}`, extension);
  }

  private async *progress(caller: Caller, first: BatchView): AsyncGenerator<string> {
    let last = '';
    let batch = first;
    for (let waited = 0; waited < LONGEST_MS; waited += LOOK_EVERY_MS) {
      const data = JSON.stringify(this.presenter.batch(batch));
      // A line without meaning keeps proxies from closing what they think is idle.
      yield data === last ? ':\n\n' : `event: progress\ndata: ${data}\n\n`;
      last = data;
      if (isAtRest(batch.state)) return;
      await pause(LOOK_EVERY_MS);
      batch = await this.views.get(caller, first.batchId);
    }
  }

  private async *marks(batch: BatchView, language: Language) {
    for await (const row of this.views.allRows(batch)) yield this.presenter.mark(row, language);
  }
}

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** Sends a file for download. */
export async function sendFile(
  reply: FastifyReply,
  stream: Readable,
  name: string,
  extension: keyof typeof TYPES,
): Promise<void> {
  await reply
    .header('Content-Type', TYPES[extension])
    .header('Content-Disposition', `attachment; filename="${name}.${extension}"`)
    .send(stream);
}
