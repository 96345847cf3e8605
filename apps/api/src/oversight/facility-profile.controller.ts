import { Body, Controller, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { FacilityProfileService } from '@luutru/facility';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { FacilityChoice } from '../http/facility-choice';
import { instructionOf } from '../http/instruction';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { ChangeFacilityRequest, FacilityChangedResponse } from './oversight.dto';

@ApiTags('Cơ sở / Facilities')
@Controller('v1/facilities')
export class FacilityProfileController {
  constructor(
    private readonly profiles: FacilityProfileService,
    private readonly facilities: FacilityChoice,
  ) {}

  @Patch(':facility')
  @RequirePermission('facility.manage')
  @ApiOperation({
    operationId: 'changeFacility',
    summary: 'Đổi thông tin cơ sở; mọi phiên bản đều được lưu / Change the facility; every version is kept',
  })
  @ApiOkResponse({ type: FacilityChangedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async change(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Body(new StrictShapePipe(ChangeFacilityRequest)) body: ChangeFacilityRequest,
  ): Promise<FacilityChangedResponse> {
    const facilityId = await this.facilities.resolve(caller, 'facility.manage', facility);
    return { version: await this.profiles.change(facilityId, body, instructionOf(caller)) };
  }
}
