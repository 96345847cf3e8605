import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { KbttAccountService } from '@luutru/kbtt-forwarding';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { FacilityChoice } from '../http/facility-choice';
import { TextField } from '../http/fields';
import { ProblemCatalogue } from '../http/problem';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';

class KbttAccountRequest {
  @TextField({ description: 'Tài khoản của cơ sở trên cổng / User at the portal', max: 100, required: true })
  username?: string;

  @TextField({ description: 'Mật khẩu; lưu mã hóa, không xem lại được / Password; sealed', max: 200, required: true })
  password?: string;
}

class UntoldResponse {
  @ApiProperty({ format: 'uuid' })
  stayId: string;

  @ApiProperty({ description: 'Phiên bản của lưu trú / Version of the stay' })
  version: number;

  @ApiProperty({ enum: ['arrival', 'change', 'departure', 'cancellation'] })
  event: string;

  @ApiProperty({ example: 'kbtt-cannot-say' })
  code: string;

  @ApiProperty({ type: 'object', properties: { vi: { type: 'string' }, en: { type: 'string' } } })
  message: { vi: string; en: string };

  @ApiProperty({ type: 'object', properties: { vi: { type: 'string' }, en: { type: 'string' } } })
  fix: { vi: string; en: string };

  @ApiProperty()
  at: string;
}

class KbttAccountResponse {
  @ApiProperty()
  username: string;

  @ApiProperty({
    enum: ['active', 'refused'],
    description: 'refused: cổng không nhận tài khoản, các khai báo đang chờ / The portal does not take the user',
  })
  state: string;

  @ApiProperty({ description: 'Chuyển tiếp các khai báo từ lúc này / What is declared from then on is forwarded' })
  since: string;

  @ApiProperty({ type: String, nullable: true })
  refusedAt: string | null;

  @ApiProperty({ description: 'Số lượt đang chờ chuyển / Not yet told' })
  waiting: number;

  @ApiProperty({
    type: [UntoldResponse],
    description: 'Những việc cổng không nhận, mới nhất trước, tối đa 200, trong 14 ngày / What the portal did not take',
  })
  untold: UntoldResponse[];
}

/** Forwarding to the national portal, as a facility's owner turns it on. */
@ApiTags('Cổng KBTT / Portal-compatible')
@RequirePermission('kbtt-account.manage')
@Controller('v1/facilities/:facility/kbtt-account')
export class KbttAccountController {
  constructor(
    private readonly accounts: KbttAccountService,
    private readonly facilities: FacilityChoice,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  @Put()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'setKbttAccount',
    summary: 'Chuyển tiếp khai báo tới cổng bằng tài khoản này / Forward stays to the portal under this user',
  })
  @ApiNoContentResponse()
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async set(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Body(new StrictShapePipe(KbttAccountRequest)) body: KbttAccountRequest,
  ): Promise<void> {
    const given = withFields(body, ['username', 'password']);
    await this.accounts.set(caller, await this.resolve(caller, facility), given);
  }

  @Get()
  @ApiOperation({ operationId: 'getKbttAccount', summary: 'Tình hình chuyển tiếp / How forwarding goes' })
  @ApiOkResponse({ type: KbttAccountResponse })
  @ProblemResponses(401, 403, 404, 503)
  async view(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
  ): Promise<KbttAccountResponse> {
    const { since, refusedAt, untold, ...account } = await this.accounts.view(await this.resolve(caller, facility));
    return {
      ...account,
      since: toLocalIso(since),
      refusedAt: refusedAt && toLocalIso(refusedAt),
      untold: untold.map(({ at, ...event }) => {
        const { message, fix } = this.catalogue.issue({ code: event.code, pointer: '' });
        return { ...event, message, fix, at: toLocalIso(at) };
      }),
    };
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeKbttAccount', summary: 'Ngừng chuyển tiếp / Forward no more' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async remove(@CurrentCaller() caller: Caller, @Param('facility', CodeParam) facility: string): Promise<void> {
    await this.accounts.remove(caller, await this.resolve(caller, facility));
  }

  private resolve(caller: Caller, facility: string): Promise<string> {
    return this.facilities.resolve(caller, 'kbtt-account.manage', facility);
  }
}
