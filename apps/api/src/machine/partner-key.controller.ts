import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, PartnerKeyService, type PartnerUse } from '@luutru/access';
import { atLocalTime, toLocalIso } from '@luutru/calendar';
import { AppError, type Issue } from '@luutru/platform';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { instructionOf } from '../http/instruction';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { readClient } from '../ioc/xroad-message';
import { assertUsable } from './key-fields';
import { CreatePartnerKeyRequest, KeyCreatedResponse, PartnerKeyListResponse } from './machine.dto';

@ApiTags('Hệ thống công an / Police systems', 'Trung tâm điều hành (IOC) / Operations centre')
@Controller('v1/partner-keys')
export class PartnerKeyController {
  constructor(private readonly keys: PartnerKeyService) {}

  @Get()
  @RequirePermission('account.read')
  @ApiOperation({
    operationId: 'listPartnerKeys',
    summary: 'Khóa của hệ thống công an và IOC / Keys of police systems and operations centres',
  })
  @ApiOkResponse({ type: PartnerKeyListResponse })
  @ProblemResponses(401, 403, 503)
  async list(): Promise<PartnerKeyListResponse> {
    const keys = await this.keys.list();
    return {
      keys: keys.map((key) => ({
        id: key.id,
        label: key.label,
        unitId: key.unitId,
        use: key.use,
        xroadClients: key.xroadClients && [...key.xroadClients],
        createdAt: toLocalIso(key.createdAt),
        expiresAt: key.expiresAt && toLocalIso(key.expiresAt),
        lastUsedAt: key.lastUsedAt && toLocalIso(key.lastUsedAt),
        allowedNetworks: key.allowedNetworks && [...key.allowedNetworks],
      })),
    };
  }

  @Post()
  @RequirePermission('account.manage')
  @ApiOperation({
    operationId: 'createPartnerKey',
    summary:
      'Cấp khóa cho hệ thống của một đơn vị công an hoặc IOC / Issue a key to a police unit’s system or an operations centre',
  })
  @ApiCreatedResponse({ type: KeyCreatedResponse })
  @ProblemResponses(400, 401, 403, 415, 422, 503)
  async create(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(CreatePartnerKeyRequest)) body: CreatePartnerKeyRequest,
  ): Promise<KeyCreatedResponse> {
    const { label, unitId, signatureKey } = withFields(body, ['label', 'unitId', 'signatureKey']);
    assertUsable(body);
    const { expiresOn, allowedNetworks, use = 'police-search' } = body;
    const wanted = {
      label,
      unitId,
      signatureKey,
      use,
      xroadClients: clientsOf(use, body.xroadClients),
      expiresAt: expiresOn === undefined ? null : atLocalTime(expiresOn, '00:00'),
      allowedNetworks: allowedNetworks ?? null,
    };
    const key = await this.keys.create(wanted, instructionOf(caller));
    return { id: key.id, key: key.text };
  }

  @Delete(':keyId')
  @HttpCode(204)
  @RequirePermission('account.manage')
  @ApiOperation({ operationId: 'revokePartnerKey', summary: 'Thu hồi khóa / Revoke a key' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async revoke(@CurrentCaller() caller: Caller, @Param('keyId', CodeParam) keyId: string): Promise<void> {
    await this.keys.revoke(keyId, instructionOf(caller));
  }
}

/** Throws `validation-failed` for what names no member, or where nobody of the data exchange asks. */
function clientsOf(use: PartnerUse, given: readonly string[] | undefined): readonly string[] | null {
  if (given === undefined) return null;
  const issues: Issue[] =
    use === 'figures'
      ? given.flatMap((client, at) =>
          readClient(client) === null ? [{ code: 'xroad-client-malformed', pointer: `/xroadClients/${at}` }] : [],
        )
      : [{ code: 'xroad-client-malformed', pointer: '/xroadClients' }];
  if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
  return given.map((client) => readClient(client) ?? client);
}
