import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { DischargeService } from '@luutru/departures';
import { PatientReadModel } from '@luutru/patient';
import { AppError, type Issue } from '@luutru/platform';
import { CurrentCaller } from '../http/api-request';
import { FacilityChoice } from '../http/facility-choice';
import { ObjectListField, TextField } from '../http/fields';
import { IssueResponse } from '../http/issue.response';
import { ProblemCatalogue } from '../http/problem';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe } from '../http/shape';
import { PatientActionResponse } from './patient-action.controller';

const WHEN = 'Thời điểm ra viện; bỏ trống là bây giờ / When, default now';

class DischargedPatient {
  @TextField({ description: 'Số hồ sơ bệnh án / Record number', max: 60, required: true, example: 'BA-26-004211' })
  recordNumber?: string;

  @TextField({ description: WHEN, max: 40 })
  at?: string;
}

class DischargeListRequest {
  @TextField({
    description: 'Mã hoặc id của cơ sở; bỏ trống khi khóa chỉ có một cơ sở / Facility, unless the key has only one',
    max: 64,
  })
  facilityId?: string;

  @ObjectListField(
    {
      description: 'Danh sách ra viện; từng người được xử lý độc lập / Each is handled on its own',
      maxItems: 500,
      required: true,
    },
    () => DischargedPatient,
  )
  patients?: DischargedPatient[];

  @TextField({ description: 'Thời điểm chung cho cả danh sách / For all that name none of their own', max: 40 })
  at?: string;
}

class DischargeResult {
  @ApiProperty()
  recordNumber: string;

  @ApiProperty({ description: 'Đã ra viện (cũng khi gửi lại) / Discharged, also on a repeat' })
  done: boolean;

  @ApiProperty({ type: PatientActionResponse, nullable: true })
  answer: PatientActionResponse | null;

  @ApiProperty({ type: [IssueResponse] })
  errors: IssueResponse[];
}

class DischargeListResponse {
  @ApiProperty()
  done: number;

  @ApiProperty()
  refused: number;

  @ApiProperty({ type: [DischargeResult], description: 'Theo thứ tự gửi lên / In the order sent' })
  results: DischargeResult[];
}

@ApiTags('Bệnh nhân / Patients')
@RequirePermission('patient.manage')
@Controller('v1/patients/discharge')
export class DischargeListController {
  constructor(
    private readonly discharges: DischargeService,
    private readonly patients: PatientReadModel,
    private readonly facilities: FacilityChoice,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'dischargePatients',
    summary: 'Ra viện theo danh sách số hồ sơ / Discharge a list of record numbers',
    description:
      'Mỗi bệnh nhân ra viện cùng mọi thân nhân, độc lập với người khác; gửi lại cùng Idempotency-Key không làm hai lần. / ' +
      'Each patient leaves with all relatives, apart from the others; a repeat under the same Idempotency-Key does nothing twice.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiBody({ type: DischargeListRequest })
  @ApiOkResponse({ type: DischargeListResponse })
  @ProblemResponses(400, 401, 403, 404, 413, 415, 422, 503)
  async discharge(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(DischargeListRequest)) { value, issues }: Shaped<DischargeListRequest>,
  ): Promise<DischargeListResponse> {
    if (key === undefined) throw new AppError('idempotency-key-missing', 'invalid');
    const missing: Issue[] = value.patients?.length ? [] : [{ code: 'field-required', pointer: '/patients' }];
    value.patients?.forEach(({ recordNumber }, at) => {
      if (!recordNumber?.trim()) missing.push({ code: 'field-required', pointer: `/patients/${at}/recordNumber` });
    });
    const faults = [...issues, ...missing.filter(({ pointer }) => !issues.some((issue) => issue.pointer === pointer))];
    if (faults.length > 0) throw new AppError('validation-failed', 'invalid', {}, faults);
    const facilityId = await this.facilities.resolve(caller, 'patient.manage', value.facilityId);
    const results: DischargeResult[] = [];
    for (const [place, { recordNumber = '', at = value.at }] of (value.patients ?? []).entries()) {
      const outcome = await this.one(caller, facilityId, key, recordNumber.trim(), at);
      const errors = outcome.issues.map((issue) => ({
        ...this.catalogue.issue({ ...issue, pointer: `/patients/${place}${issue.pointer}` }),
      }));
      results.push({ recordNumber, done: outcome.answer !== null, answer: outcome.answer, errors });
    }
    const done = results.filter((result) => result.done).length;
    return { done, refused: results.length - done, results };
  }

  private async one(
    caller: Caller,
    facilityId: string,
    key: string,
    recordNumber: string,
    at: string | undefined,
  ): Promise<{ answer: PatientActionResponse | null; issues: readonly Issue[] }> {
    const patientId = await this.patients.findByRecordNumber(facilityId, recordNumber);
    if (patientId === null) return { answer: null, issues: [{ code: 'patient-unknown', pointer: '/recordNumber' }] };
    const order = { action: 'discharge' as const, ...(at !== undefined && { at }) };
    try {
      const command = { caller, patientId, order, key: `${patientId}:${key}`.slice(0, 255), body: { at } };
      return { answer: { ...(await this.discharges.act(command)).answer }, issues: [] };
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === 'unavailable' || error.code.startsWith('idempotency-key-m'))
        throw error;
      if (error.issues.length > 0) return { answer: null, issues: error.issues };
      const code = error.code === 'case-action-not-allowed' ? 'patient-discharged' : 'listed-twice';
      return { answer: null, issues: [{ code, pointer: '/recordNumber' }] };
    }
  }
}
