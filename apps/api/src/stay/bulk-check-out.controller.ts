import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { StayActionService } from '@luutru/declaration';
import { AppError, type Issue } from '@luutru/platform';
import { CurrentCaller } from '../http/api-request';
import { ProblemCatalogue } from '../http/problem';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe } from '../http/shape';
import { BulkCheckOutRequest, BulkCheckOutResponse, BulkCheckOutResult } from './stay-action.dto';
import { StayPresenter } from './stay.presenter';

@ApiTags('Lưu trú / Stays')
@Controller('v1/stays/check-out')
export class BulkCheckOutController {
  constructor(
    private readonly actions: StayActionService,
    private readonly presenter: StayPresenter,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  @Post()
  @HttpCode(200)
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'checkOutStays',
    summary: 'Trả phòng, ra viện theo danh sách / Check out a list',
    description:
      'Mỗi người được xử lý độc lập; gửi lại cùng Idempotency-Key không làm hai lần. / ' +
      'Each person is handled on its own; a repeat under the same Idempotency-Key does nothing twice.',
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Bắt buộc nếu có mục không ghi version / Required unless every item names its version',
  })
  @ApiBody({ type: BulkCheckOutRequest })
  @ApiOkResponse({ type: BulkCheckOutResponse })
  @ProblemResponses(400, 401, 403, 413, 415, 422, 503)
  async checkOut(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(BulkCheckOutRequest)) { value, issues }: Shaped<BulkCheckOutRequest>,
  ): Promise<BulkCheckOutResponse> {
    const { stays, departedAt } = value;
    const missing: Issue[] = stays ? [] : [{ code: 'field-required', pointer: '/stays' }];
    stays?.forEach(({ stayId }, at) => {
      if (stayId === undefined) missing.push({ code: 'field-required', pointer: `/stays/${at}/stayId` });
    });
    const faults = [...issues, ...missing.filter(({ pointer }) => !issues.some((issue) => issue.pointer === pointer))];
    if (faults.length > 0 || !stays) throw new AppError('validation-failed', 'invalid', {}, faults);
    const results: BulkCheckOutResult[] = [];
    for (const [at, stay] of stays.entries()) {
      results.push(await this.one(caller, key, at, { departedAt, ...stay, stayId: stay.stayId ?? '' }));
    }
    const done = results.filter((result) => result.done).length;
    return { done, refused: results.length - done, results };
  }

  private async one(
    caller: Caller,
    key: string | undefined,
    at: number,
    { stayId, departedAt, version }: { stayId: string; departedAt?: string; version?: number },
  ): Promise<BulkCheckOutResult> {
    const order = { action: 'check-out' as const, departedAt };
    const command = { caller, stayId, version, channel: 'rest' as const, order, shapeIssues: [], body: { departedAt } };
    try {
      const { answer } = await this.actions.act({
        ...command,
        ...(key !== undefined && { key: `${stayId}:${key}`.slice(0, 255) }),
      });
      return { stayId, done: true, answer: this.presenter.acted(answer), errors: [] };
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === 'unavailable' || error.code.startsWith('idempotency-key-m'))
        throw error;
      const code = error.code === 'not-found' ? 'stay-unknown' : 'listed-twice';
      const own = error.issues.length > 0 ? error.issues : [{ code, pointer: '/stayId' }];
      const errors = own.map((issue) => ({
        ...this.catalogue.issue({ ...issue, pointer: `/stays/${at}${issue.pointer}` }),
      }));
      return { stayId, done: false, answer: null, errors };
    }
  }
}
