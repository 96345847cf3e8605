import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountService, type Caller, type Role } from '@luutru/access';
import { atLocalTime } from '@luutru/calendar';
import { CurrentCaller } from '../http/api-request';
import { NumberQuery, UuidField } from '../http/fields';
import { IdParam } from '../http/id.param';
import { instructionOf } from '../http/instruction';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  AccountCreatedResponse,
  AccountListResponse,
  CreateAccountRequest,
  GrantedResponse,
  GrantRequest,
  PasswordResetResponse,
  ReasonRequest,
} from './account.dto';
import { accountResponse } from './account.presenter';

class AccountListQuery {
  @UuidField({ description: 'accountId cuối của trang trước / Last accountId of the page before' })
  after?: string;

  @NumberQuery({ description: 'Số dòng / Rows', min: 1, max: 200 })
  limit?: number;
}

@ApiTags('Tài khoản / Accounts')
@Controller('v1/accounts')
export class AccountController {
  constructor(private readonly accounts: AccountService) {}

  @Get()
  @RequirePermission('account.read')
  @ApiOperation({ operationId: 'listAccounts', summary: 'Danh sách tài khoản / Accounts' })
  @ApiOkResponse({ type: AccountListResponse })
  @ProblemResponses(401, 403, 422, 503)
  async list(@Query(new StrictShapePipe(AccountListQuery)) query: AccountListQuery): Promise<AccountListResponse> {
    const { after = null, limit = 50 } = query;
    const found = await this.accounts.list(after, limit + 1);
    const shown = found.slice(0, limit);
    return {
      accounts: shown.map(accountResponse),
      next: found.length > limit ? (shown.at(-1)?.accountId ?? null) : null,
    };
  }

  @Post()
  @RequirePermission('account.manage')
  @ApiOperation({ operationId: 'createAccount', summary: 'Tạo tài khoản / Create an account' })
  @ApiCreatedResponse({ type: AccountCreatedResponse })
  @ProblemResponses(400, 401, 403, 409, 415, 422, 503)
  async create(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(CreateAccountRequest)) body: CreateAccountRequest,
  ): Promise<AccountCreatedResponse> {
    const { displayName = '', username = null, personalNumber = null } = body;
    const created = await this.accounts.create({ displayName, username, personalNumber }, instructionOf(caller));
    return { accountId: created.accountId, firstPassword: created.password };
  }

  @Post(':accountId/grants')
  @RequirePermission('account.manage')
  @ApiOperation({ operationId: 'grantRole', summary: 'Cấp vai trò / Grant a role' })
  @ApiCreatedResponse({ type: GrantedResponse })
  @ProblemResponses(400, 401, 403, 404, 415, 422, 503)
  async grant(
    @CurrentCaller() caller: Caller,
    @Param('accountId', IdParam) accountId: string,
    @Body(new StrictShapePipe(GrantRequest)) body: GrantRequest,
  ): Promise<GrantedResponse> {
    const { role, scope, expiresOn } = withFields(body, ['role', 'scope']);
    const { kind } = withFields(scope, ['kind']);
    const granted = {
      role: role as Role,
      scope: { kind, id: scope.id ?? null },
      expiresAt: expiresOn === undefined ? null : atLocalTime(expiresOn, '00:00'),
    };
    return { grantId: await this.accounts.grant(accountId, granted, instructionOf(caller)) };
  }

  @Delete(':accountId/grants/:grantId')
  @HttpCode(204)
  @RequirePermission('account.manage')
  @ApiOperation({ operationId: 'revokeRole', summary: 'Thu hồi vai trò / Revoke a role' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async revoke(
    @CurrentCaller() caller: Caller,
    @Param('accountId', IdParam) accountId: string,
    @Param('grantId', IdParam) grantId: string,
  ): Promise<void> {
    await this.accounts.revokeGrant(accountId, grantId, instructionOf(caller));
  }

  @Post(':accountId/disable')
  @HttpCode(204)
  @RequirePermission('account.manage')
  @ApiOperation({
    operationId: 'disableAccount',
    summary: 'Khóa tài khoản, có hiệu lực ngay / Disable an account at once',
  })
  @ApiNoContentResponse()
  @ProblemResponses(400, 401, 403, 404, 415, 422, 503)
  async disable(
    @CurrentCaller() caller: Caller,
    @Param('accountId', IdParam) accountId: string,
    @Body(new StrictShapePipe(ReasonRequest)) body: ReasonRequest,
  ): Promise<void> {
    const { reason } = withFields(body, ['reason']);
    await this.accounts.disable(accountId, reason, instructionOf(caller));
  }

  @Post(':accountId/restore')
  @HttpCode(200)
  @RequirePermission('account.manage')
  @ApiOperation({
    operationId: 'restoreAccount',
    summary:
      'Mở lại tài khoản, cấp mật khẩu mới, gỡ xác thực hai lớp / Open again, new password, second factor removed',
  })
  @ApiOkResponse({ type: PasswordResetResponse })
  @ProblemResponses(401, 403, 404, 503)
  async restore(
    @CurrentCaller() caller: Caller,
    @Param('accountId', IdParam) accountId: string,
  ): Promise<PasswordResetResponse> {
    const { password } = await this.accounts.restore(accountId, instructionOf(caller));
    return { firstPassword: password };
  }
}
