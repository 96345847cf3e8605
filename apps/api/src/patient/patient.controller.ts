import { Body, Controller, Get, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { PatientReadModel, PatientService } from '@luutru/patient';
import { CurrentCaller } from '../http/api-request';
import { FacilityChoice } from '../http/facility-choice';
import { IdParam } from '../http/id.param';
import { ProblemCatalogue } from '../http/problem';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe } from '../http/shape';
import { AdmitPatientRequest, PatientAdmittedResponse, PatientResponse } from './patient.dto';

@ApiTags('Bệnh nhân / Patients')
@RequirePermission('patient.manage')
@Controller('v1/patients')
export class PatientController {
  constructor(
    private readonly patients: PatientService,
    private readonly patientViews: PatientReadModel,
    private readonly facilities: FacilityChoice,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'admitPatient',
    summary: 'Tạo đợt điều trị nội trú / Record an admission',
    description:
      'Bệnh nhân và thân nhân khai báo lưu trú theo patientId nhận được. / Stays of the patient and the relatives refer to the patientId.',
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Bỏ trống thì dùng recordNumber / Default: the recordNumber',
  })
  @ApiBody({ type: AdmitPatientRequest })
  @ApiCreatedResponse({ type: PatientAdmittedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async admit(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Body(new ShapePipe(AdmitPatientRequest)) { raw, value, issues }: Shaped<AdmitPatientRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PatientAdmittedResponse> {
    const { facilityId, ...input } = value;
    const { answer, replayed } = await this.patients.admit({
      caller,
      facilityId: await this.facilities.resolve(caller, 'patient.manage', facilityId),
      input,
      shapeIssues: issues,
      body: raw,
      key: { header: idempotencyKey, reference: input.recordNumber ?? '' },
    });
    void reply.header('Location', `/v1/patients/${answer.patientId}`);
    if (replayed) void reply.header('Idempotent-Replayed', 'true');
    return { ...answer, warnings: answer.warnings.map((warning) => ({ ...this.catalogue.issue(warning) })) };
  }

  @Get(':patientId')
  @ApiOperation({ operationId: 'getPatient', summary: 'Xem một đợt điều trị / Read one admission' })
  @ApiOkResponse({ type: PatientResponse })
  @ProblemResponses(401, 403, 404, 503)
  async get(@CurrentCaller() caller: Caller, @Param('patientId', IdParam) patientId: string): Promise<PatientResponse> {
    const patient = await this.patientViews.get(caller, patientId);
    return {
      ...patient,
      admittedAt: toLocalIso(patient.admittedAt),
      dischargedAt: patient.dischargedAt && toLocalIso(patient.dischargedAt),
    };
  }
}
