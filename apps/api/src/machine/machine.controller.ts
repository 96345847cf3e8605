import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, DelegationService, MACHINE_PERMISSIONS, type MachinePermission } from '@luutru/access';
import { atLocalTime, toLocalIso } from '@luutru/calendar';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { FacilityChoice } from '../http/facility-choice';
import { instructionOf } from '../http/instruction';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { assertUsable } from './key-fields';
import {
  CreateKeyRequest,
  DelegateRequest,
  DelegationListResponse,
  KeyCreatedResponse,
  KeyListResponse,
} from './machine.dto';

@ApiTags('Kết nối phần mềm / Machines')
@Controller('v1/facilities/:facility')
export class MachineController {
  constructor(
    private readonly delegations: DelegationService,
    private readonly facilities: FacilityChoice,
  ) {}

  @Get('delegations')
  @RequirePermission('delegation.manage')
  @ApiOperation({ operationId: 'listDelegations', summary: 'Nhà cung cấp đang được ủy quyền / Vendors delegated to' })
  @ApiOkResponse({ type: DelegationListResponse })
  @ProblemResponses(401, 403, 404, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
  ): Promise<DelegationListResponse> {
    const found = await this.delegations.list(await this.resolve(caller, facility));
    return {
      delegations: found.map(({ permissions, grantedAt, expiresAt, ...vendor }) => ({
        ...vendor,
        permissions: [...permissions],
        grantedAt: toLocalIso(grantedAt),
        expiresAt: expiresAt && toLocalIso(expiresAt),
      })),
    };
  }

  @Put('delegations/:vendor')
  @HttpCode(204)
  @RequirePermission('delegation.manage')
  @ApiOperation({ operationId: 'delegate', summary: 'Ủy quyền, hoặc đổi phạm vi ủy quyền / Delegate, or change it' })
  @ApiNoContentResponse()
  @ProblemResponses(400, 401, 403, 404, 415, 422, 503)
  async delegate(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Param('vendor', CodeParam) vendorCode: string,
    @Body(new StrictShapePipe(DelegateRequest)) body: DelegateRequest,
  ): Promise<void> {
    const { permissions, expiresOn } = withFields(body, ['permissions']);
    const to = { vendorCode, permissions: permissions as MachinePermission[], expiresAt: startOf(expiresOn) };
    await this.delegations.delegate(await this.resolve(caller, facility), to, instructionOf(caller));
  }

  @Delete('delegations/:vendor')
  @HttpCode(204)
  @RequirePermission('delegation.manage')
  @ApiOperation({ operationId: 'revokeDelegation', summary: 'Thu hồi ủy quyền / Revoke a delegation' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async revoke(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Param('vendor', CodeParam) vendorCode: string,
  ): Promise<void> {
    await this.delegations.revoke(await this.resolve(caller, facility), vendorCode, instructionOf(caller));
  }

  @Get('api-keys')
  @RequirePermission('delegation.manage')
  @ApiOperation({ operationId: 'listApiKeys', summary: 'Khóa API còn hiệu lực / API keys in force' })
  @ApiOkResponse({ type: KeyListResponse })
  @ProblemResponses(401, 403, 404, 503)
  async listKeys(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
  ): Promise<KeyListResponse> {
    const found = await this.delegations.listKeys(await this.resolve(caller, facility));
    return {
      keys: found.map((key) => ({
        ...key,
        permissions: [...key.permissions],
        allowedNetworks: key.allowedNetworks && [...key.allowedNetworks],
        createdAt: toLocalIso(key.createdAt),
        expiresAt: key.expiresAt && toLocalIso(key.expiresAt),
        lastUsedAt: key.lastUsedAt && toLocalIso(key.lastUsedAt),
      })),
    };
  }

  @Post('api-keys')
  @RequirePermission('delegation.manage')
  @ApiOperation({
    operationId: 'createApiKey',
    summary: 'Tạo khóa API; tối đa hai khóa cùng lúc để thay khóa / Make an API key; two at most, for rotation',
  })
  @ApiCreatedResponse({ type: KeyCreatedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async createKey(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Body(new StrictShapePipe(CreateKeyRequest)) body: CreateKeyRequest,
  ): Promise<KeyCreatedResponse> {
    const { label, permissions, expiresOn, allowedNetworks, signatureKey } = withFields(body, ['label']);
    assertUsable(body);
    const wanted = {
      label,
      permissions: (permissions ?? [...MACHINE_PERMISSIONS]) as MachinePermission[],
      expiresAt: startOf(expiresOn),
      // None named: from everywhere, as when the list is left out.
      allowedNetworks: allowedNetworks?.length ? allowedNetworks : null,
      signatureKey: signatureKey ?? null,
    };
    const key = await this.delegations.createKey(await this.resolve(caller, facility), wanted, instructionOf(caller));
    return { id: key.id, key: key.text };
  }

  @Delete('api-keys/:keyId')
  @HttpCode(204)
  @RequirePermission('delegation.manage')
  @ApiOperation({ operationId: 'revokeApiKey', summary: 'Thu hồi khóa API, có hiệu lực trong vài giây / Revoke a key' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async revokeKey(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Param('keyId', CodeParam) keyId: string,
  ): Promise<void> {
    await this.delegations.revokeKey(await this.resolve(caller, facility), keyId, instructionOf(caller));
  }

  private resolve(caller: Caller, facility: string): Promise<string> {
    return this.facilities.resolve(caller, 'delegation.manage', facility);
  }
}

const startOf = (day: string | undefined): Date | null => (day === undefined ? null : atLocalTime(day, '00:00'));
