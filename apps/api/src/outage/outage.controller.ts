import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { Outages, type OutageView } from '@luutru/outage';
import { AppError } from '@luutru/platform';
import { CurrentCaller } from '../http/api-request';
import { ObjectField, TextField, TextListField } from '../http/fields';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { Public, RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe } from '../http/shape';

class ReasonRequest {
  @TextField({ description: 'Lý do bằng tiếng Việt / In Vietnamese', max: 300, required: true })
  vi?: string;

  @TextField({ description: 'Lý do bằng tiếng Anh / In English', max: 300, required: true })
  en?: string;
}

class OutageRequest {
  @TextField({ description: 'Bắt đầu / From', max: 40, required: true, example: '2026-11-23T21:00' })
  from?: string;

  @TextField({
    description: 'Kết thúc, tối đa 72 giờ sau / Until',
    max: 40,
    required: true,
    example: '2026-11-23T23:30',
  })
  until?: string;

  @ObjectField(
    { description: 'Lý do, ai cũng xem được / Reason, shown to everybody', required: true },
    () => ReasonRequest,
  )
  reason?: ReasonRequest;

  @TextListField({
    description: 'Mã phường, xã; bỏ trống là toàn hệ thống / Wards; none: everywhere',
    max: 16,
    maxItems: 200,
  })
  wardIds?: string[];
}

class OutageResponse {
  @ApiProperty({ format: 'uuid' })
  outageId: string;

  @ApiProperty()
  from: string;

  @ApiProperty()
  until: string;

  @ApiProperty({ enum: ['observed', 'declared'] })
  source: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  reason: { vi: string; en: string };

  @ApiProperty({ type: [String], nullable: true })
  wardIds: string[] | null;

  @ApiProperty({ type: String, nullable: true })
  withdrawnAt: string | null;
}

class OutagesResponse {
  @ApiProperty({ type: [OutageResponse] })
  outages: OutageResponse[];
}

const present = (outage: OutageView): OutageResponse => ({
  outageId: outage.outageId,
  from: toLocalIso(outage.startedAt),
  until: toLocalIso(outage.endedAt),
  source: outage.source,
  reason: { ...outage.reason },
  wardIds: outage.wardIds && [...outage.wardIds],
  withdrawnAt: outage.withdrawnAt && toLocalIso(outage.withdrawnAt),
});

@ApiTags('Gián đoạn hệ thống / Outages')
@Controller('v1/outages')
export class OutageController {
  constructor(private readonly outages: Outages) {}

  @Get()
  @Public('when the system was not available is for everybody to know')
  @ApiOperation({
    operationId: 'listOutages',
    summary: 'Các lần gián đoạn trong 90 ngày / Outages of the last 90 days',
  })
  @ApiOkResponse({ type: OutagesResponse })
  async list(): Promise<OutagesResponse> {
    return { outages: (await this.outages.list()).map(present) };
  }

  @Post()
  @RequirePermission('outage.manage')
  @ApiOperation({
    operationId: 'declareOutage',
    summary: 'Ghi nhận một lần gián đoạn; hạn khai báo được lùi / Record an outage; deadlines move',
  })
  @ApiBody({ type: OutageRequest })
  @ApiCreatedResponse({ type: OutageResponse })
  @ProblemResponses(400, 401, 403, 413, 415, 422, 503)
  async declare(
    @CurrentCaller() caller: Caller,
    @Body(new ShapePipe(OutageRequest)) { value, issues }: Shaped<OutageRequest>,
  ): Promise<OutageResponse> {
    if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
    const outage = await this.outages.find(await this.outages.declare(caller, value));
    if (!outage) throw new AppError('not-found', 'not-found');
    return present(outage);
  }

  @Post(':outageId/withdraw')
  @HttpCode(204)
  @RequirePermission('outage.manage')
  @ApiOperation({
    operationId: 'withdrawOutage',
    summary: 'Rút lại; lưu trú đã được lùi hạn giữ nguyên / Withdraw; stays that had the benefit keep it',
  })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async withdraw(@CurrentCaller() caller: Caller, @Param('outageId', IdParam) outageId: string): Promise<void> {
    await this.outages.withdraw(caller, outageId);
  }
}
