import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { type ApplicationState, FacilityApplicationService } from '@luutru/facility';
import { type ApiRequest, CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { ChoiceField, NumberQuery } from '../http/fields';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { GUESSING_LIMIT } from '../http/rate-limit';
import { withFields } from '../http/required';
import { Public, RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { ReasonRequest } from '../account/account.dto';
import {
  ApplicationListResponse,
  ApplicationRequest,
  ApplicationStatusResponse,
  ApplicationSubmittedResponse,
  ApprovedResponse,
} from './oversight.dto';

class ApplicationListQuery {
  @ChoiceField({ description: 'Trạng thái / State', choices: ['submitted', 'approved', 'refused'] })
  state?: ApplicationState;

  @NumberQuery({ description: 'Số dòng / Rows', min: 1, max: 200 })
  limit?: number;
}

@ApiTags('Hồ sơ cơ sở / Facility applications')
@Controller('v1/facility-applications')
export class ApplicationController {
  constructor(private readonly applications: FacilityApplicationService) {}

  @Post()
  @RouteConfig({ rateLimit: GUESSING_LIMIT })
  @Public('whoever applies has no account yet')
  @ApiOperation({ operationId: 'applyForFacility', summary: 'Đăng ký cơ sở / Apply for a facility' })
  @ApiCreatedResponse({ type: ApplicationSubmittedResponse })
  @ProblemResponses(400, 413, 415, 422, 429, 503)
  submit(
    @Req() request: ApiRequest,
    @Body(new StrictShapePipe(ApplicationRequest)) body: ApplicationRequest,
  ): Promise<ApplicationSubmittedResponse> {
    return this.applications.submit(body, request.id);
  }

  @Get('status/:reference')
  @RouteConfig({ rateLimit: GUESSING_LIMIT })
  @Public('the reference is the secret: 60 random bits')
  @ApiOperation({ operationId: 'applicationStatus', summary: 'Tra cứu kết quả hồ sơ / Ask after an application' })
  @ApiOkResponse({ type: ApplicationStatusResponse })
  @ProblemResponses(404, 429, 503)
  async status(@Param('reference', CodeParam) reference: string): Promise<ApplicationStatusResponse> {
    const { submittedAt, decidedAt, ...status } = await this.applications.status(reference);
    return { ...status, submittedAt: toLocalIso(submittedAt), decidedAt: decidedAt && toLocalIso(decidedAt) };
  }

  @Get()
  @RequirePermission('facility.review')
  @ApiOperation({ operationId: 'listApplications', summary: 'Hồ sơ trong địa bàn / Applications of the area' })
  @ApiOkResponse({ type: ApplicationListResponse })
  @ProblemResponses(401, 403, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(ApplicationListQuery)) query: ApplicationListQuery,
  ): Promise<ApplicationListResponse> {
    const { state = 'submitted', limit = 50 } = query;
    const found = await this.applications.list(caller, state, limit);
    return {
      applications: found.map(({ applicationId, wardId, submittedAt, content, owner, ...view }) => ({
        applicationId,
        state: view.state,
        wardId,
        submittedAt: toLocalIso(submittedAt),
        application: { ...content, owner },
      })),
    };
  }

  @Post(':applicationId/approve')
  @RequirePermission('facility.review')
  @ApiOperation({ operationId: 'approveApplication', summary: 'Duyệt hồ sơ / Approve' })
  @ApiCreatedResponse({ type: ApprovedResponse })
  @ProblemResponses(401, 403, 404, 409, 503)
  approve(
    @CurrentCaller() caller: Caller,
    @Param('applicationId', IdParam) applicationId: string,
  ): Promise<ApprovedResponse> {
    return this.applications.approve(caller, applicationId);
  }

  @Post(':applicationId/refuse')
  @HttpCode(204)
  @RequirePermission('facility.review')
  @ApiOperation({ operationId: 'refuseApplication', summary: 'Từ chối hồ sơ, nêu lý do / Refuse, with the reason' })
  @ApiNoContentResponse()
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async refuse(
    @CurrentCaller() caller: Caller,
    @Param('applicationId', IdParam) applicationId: string,
    @Body(new StrictShapePipe(ReasonRequest)) body: ReasonRequest,
  ): Promise<void> {
    const { reason } = withFields(body, ['reason']);
    await this.applications.refuse(caller, applicationId, reason);
  }
}
