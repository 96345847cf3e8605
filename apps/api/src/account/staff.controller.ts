import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { type Caller, StaffService } from '@luutru/access';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { FacilityChoice } from '../http/facility-choice';
import { IdParam } from '../http/id.param';
import { instructionOf } from '../http/instruction';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { AccountCreatedResponse, AccountResponse, CreateAccountRequest, PasswordResetResponse } from './account.dto';
import { accountResponse } from './account.presenter';

class StaffResponse {
  @ApiProperty({ type: [AccountResponse] })
  staff: AccountResponse[];
}

@ApiTags('Nhân viên cơ sở / Staff')
@Controller('v1/facilities/:facility/staff')
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly facilities: FacilityChoice,
  ) {}

  @Get()
  @RequirePermission('staff.manage')
  @ApiOperation({ operationId: 'listStaff', summary: 'Nhân viên của cơ sở / Staff of the facility' })
  @ApiOkResponse({ type: StaffResponse })
  @ProblemResponses(401, 403, 404, 503)
  async list(@CurrentCaller() caller: Caller, @Param('facility', CodeParam) facility: string): Promise<StaffResponse> {
    const facilityId = await this.facilities.resolve(caller, 'staff.manage', facility);
    return { staff: (await this.staff.list(facilityId)).map(accountResponse) };
  }

  @Post()
  @RequirePermission('staff.manage')
  @ApiOperation({ operationId: 'addStaff', summary: 'Thêm nhân viên lễ tân / Add a clerk' })
  @ApiCreatedResponse({ type: AccountCreatedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async add(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Body(new StrictShapePipe(CreateAccountRequest)) body: CreateAccountRequest,
  ): Promise<AccountCreatedResponse> {
    const facilityId = await this.facilities.resolve(caller, 'staff.manage', facility);
    const { displayName = '', username = null, personalNumber = null } = body;
    const made = await this.staff.add(facilityId, { displayName, username, personalNumber }, instructionOf(caller));
    return { accountId: made.accountId, firstPassword: made.password };
  }

  @Post(':accountId/reset')
  @HttpCode(200)
  @RequirePermission('staff.manage')
  @ApiOperation({ operationId: 'resetStaff', summary: 'Cấp lại mật khẩu cho nhân viên / New password for a clerk' })
  @ApiOkResponse({ type: PasswordResetResponse })
  @ProblemResponses(401, 403, 404, 503)
  async reset(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Param('accountId', IdParam) accountId: string,
  ): Promise<PasswordResetResponse> {
    const facilityId = await this.facilities.resolve(caller, 'staff.manage', facility);
    const { password } = await this.staff.reset(facilityId, accountId, instructionOf(caller));
    return { firstPassword: password };
  }

  @Delete(':accountId')
  @HttpCode(204)
  @RequirePermission('staff.manage')
  @ApiOperation({ operationId: 'removeStaff', summary: 'Nhân viên nghỉ việc: mất quyền ngay / Remove a clerk at once' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Param('accountId', IdParam) accountId: string,
  ): Promise<void> {
    const facilityId = await this.facilities.resolve(caller, 'staff.manage', facility);
    await this.staff.remove(facilityId, accountId, instructionOf(caller));
  }
}
