import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { FacilitySupervisionService, type Supervision } from '@luutru/facility';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { FacilityHistoryResponse, SupervisedResponse, SuperviseRequest } from './oversight.dto';

@ApiTags('Quản lý cơ sở / Supervision')
@Controller('v1/facilities/:facilityId')
export class SupervisionController {
  constructor(private readonly supervision: FacilitySupervisionService) {}

  @Post('suspend')
  @HttpCode(200)
  @RequirePermission('facility.supervise')
  @ApiOperation({ operationId: 'suspendFacility', summary: 'Đình chỉ / Suspend' })
  @ApiOkResponse({ type: SupervisedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  suspend(
    @CurrentCaller() caller: Caller,
    @Param('facilityId', IdParam) facilityId: string,
    @Body(new StrictShapePipe(SuperviseRequest)) body: SuperviseRequest,
  ): Promise<SupervisedResponse> {
    return this.act(caller, facilityId, 'suspend', body);
  }

  @Post('reinstate')
  @HttpCode(200)
  @RequirePermission('facility.supervise')
  @ApiOperation({ operationId: 'reinstateFacility', summary: 'Cho hoạt động lại / Reinstate' })
  @ApiOkResponse({ type: SupervisedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  reinstate(
    @CurrentCaller() caller: Caller,
    @Param('facilityId', IdParam) facilityId: string,
    @Body(new StrictShapePipe(SuperviseRequest)) body: SuperviseRequest,
  ): Promise<SupervisedResponse> {
    return this.act(caller, facilityId, 'reinstate', body);
  }

  @Post('close')
  @HttpCode(200)
  @RequirePermission('facility.supervise')
  @ApiOperation({ operationId: 'closeFacility', summary: 'Đóng cơ sở / Close' })
  @ApiOkResponse({ type: SupervisedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  close(
    @CurrentCaller() caller: Caller,
    @Param('facilityId', IdParam) facilityId: string,
    @Body(new StrictShapePipe(SuperviseRequest)) body: SuperviseRequest,
  ): Promise<SupervisedResponse> {
    return this.act(caller, facilityId, 'close', body);
  }

  @Get('history')
  @RequirePermission('facility.supervise')
  @ApiOperation({ operationId: 'facilityHistory', summary: 'Các phiên bản của cơ sở / Versions of the facility' })
  @ApiOkResponse({ type: FacilityHistoryResponse })
  @ProblemResponses(401, 403, 404, 503)
  async history(
    @CurrentCaller() caller: Caller,
    @Param('facilityId', IdParam) facilityId: string,
  ): Promise<FacilityHistoryResponse> {
    const versions = await this.supervision.history(caller, facilityId);
    return { versions: versions.map((version) => ({ ...version, at: toLocalIso(version.at) })) };
  }

  private act(
    caller: Caller,
    facilityId: string,
    action: Supervision,
    body: SuperviseRequest,
  ): Promise<SupervisedResponse> {
    const { reason, version } = withFields(body, ['reason']);
    return this.supervision.act(caller, facilityId, action, reason, version);
  }
}
