import { Body, Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { DischargeService, type PatientOrder } from '@luutru/departures';
import { AppError } from '@luutru/platform';
import { CurrentCaller } from '../http/api-request';
import { ChoiceField, NumberField, TextField } from '../http/fields';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe } from '../http/shape';

const ACTIONS = ['discharge', 'undo-discharge', 'transfer'] as const;

class PatientActionRequest {
  @ChoiceField({
    description: 'discharge ra viện, undo-discharge hoàn tác, transfer chuyển khoa, buồng, giường / What happens',
    choices: ACTIONS,
    required: true,
  })
  action?: (typeof ACTIONS)[number];

  @NumberField({ description: 'Phiên bản đang xem / The version you saw', min: 1, max: 1_000_000 })
  version?: number;

  @TextField({ description: 'Thời điểm ra viện; bỏ trống là bây giờ / When, default now', max: 40 })
  at?: string;

  @TextField({ description: 'Khoa mới (transfer); bỏ trống là giữ nguyên / New department', max: 30 })
  department?: string;

  @TextField({ description: 'Buồng mới (transfer) / New room', max: 30 })
  room?: string;

  @TextField({ description: 'Giường mới (transfer) / New bed', max: 30 })
  bed?: string;
}

export class PatientActionResponse {
  @ApiProperty({ format: 'uuid' })
  patientId: string;

  @ApiProperty({ enum: [...ACTIONS] })
  action: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ type: String, nullable: true })
  dischargedAt: string | null;

  @ApiProperty()
  department: string;

  @ApiProperty({ type: String, nullable: true })
  room: string | null;

  @ApiProperty({ type: String, nullable: true })
  bed: string | null;

  @ApiProperty({ description: 'Số lưu trú của bệnh nhân và thân nhân đã đổi theo / Stays that changed with it' })
  stays: number;
}

@ApiTags('Bệnh nhân / Patients')
@RequirePermission('patient.manage')
@Controller('v1/patients/:patientId/actions')
export class PatientActionController {
  constructor(private readonly discharges: DischargeService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'actOnPatient',
    summary: 'Ra viện, hoàn tác, chuyển khoa / Discharge, undo, transfer',
    description:
      'Ra viện kết thúc lưu trú của bệnh nhân và của mọi thân nhân. / A discharge ends the stays of patient and relatives.',
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Bắt buộc nếu không có version / Unless version is given',
  })
  @ApiBody({ type: PatientActionRequest })
  @ApiOkResponse({ type: PatientActionResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async act(
    @CurrentCaller() caller: Caller,
    @Param('patientId', IdParam) patientId: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(PatientActionRequest)) { raw, value, issues }: Shaped<PatientActionRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PatientActionResponse> {
    const { action, version, ...order } = value;
    const missing = action === undefined && issues.every(({ pointer }) => pointer !== '/action');
    const faults = missing ? [...issues, { code: 'field-required', pointer: '/action' }] : issues;
    if (faults.length > 0 || action === undefined) throw new AppError('validation-failed', 'invalid', {}, faults);
    const command = { caller, patientId, order: { action, ...order } as PatientOrder, version, key, body: raw };
    const { answer, replayed } = await this.discharges.act(command);
    if (replayed) void reply.header('Idempotent-Replayed', 'true');
    return { ...answer };
  }
}
