import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { AuditReadModel, describeVerification } from '@luutru/audit';
import { toLocalIso } from '@luutru/calendar';
import { CurrentCaller } from '../http/api-request';
import { instructionOf } from '../http/instruction';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { AuditListResponse, AuditPeriod, AuditQuery, SealStateResponse, VerificationResponse } from './audit.dto';

@ApiTags('Nhật ký / Audit')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly trail: AuditReadModel) {}

  @Get('entries')
  @RequirePermission('audit.read')
  @ApiOperation({ operationId: 'listAuditEntries', summary: 'Nhật ký thay đổi và lượt xem / Changes and looks' })
  @ApiOkResponse({ type: AuditListResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(AuditQuery)) query: AuditQuery,
  ): Promise<AuditListResponse> {
    const { limit = 100, ...filter } = query;
    const { lines, next } = await this.trail.list(readerOf(caller), { ...filter, limit });
    return { entries: lines.map((entry) => ({ ...entry, at: toLocalIso(entry.at) })), next };
  }

  @Get('seal')
  @RequirePermission('audit.verify')
  @ApiOperation({ operationId: 'sealState', summary: 'Nhật ký đã niêm phong đến đâu / How far the trail is sealed' })
  @ApiOkResponse({ type: SealStateResponse })
  @ProblemResponses(401, 403, 503)
  async seal(): Promise<SealStateResponse> {
    const { sealNumber, sealedAt, freshAt } = await this.trail.sealState();
    return { sealNumber, sealedAt: sealedAt && toLocalIso(sealedAt), freshAt: freshAt && toLocalIso(freshAt) };
  }

  @Post('verifications')
  @HttpCode(200)
  @RequirePermission('audit.verify')
  @ApiOperation({
    operationId: 'verifyAudit',
    summary: 'Kiểm tra niêm phong của một khoảng thời gian / Verify the seals of a period',
  })
  @ApiOkResponse({ type: VerificationResponse })
  @ProblemResponses(400, 401, 403, 415, 422, 503)
  async verify(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(AuditPeriod)) period: AuditPeriod,
  ): Promise<VerificationResponse> {
    const verification = await this.trail.verify(readerOf(caller), period);
    const { seals, entries, finding } = verification;
    return { whole: finding === null, seals, entries, words: describeVerification(verification) };
  }
}

const readerOf = (caller: Caller) => ({ actor: instructionOf(caller).actor, requestId: caller.requestId });
