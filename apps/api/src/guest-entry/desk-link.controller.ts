import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { type DeskLink, DeskLinkService } from '@luutru/guest-entry';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { FacilityChoice } from '../http/facility-choice';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { PUBLIC_URL } from '../http/session-cookie';
import { DeskLinkResponse, RenewDeskLinkRequest } from './guest-entry.dto';

/** The QR code of a desk: whoever declares there may show and print it, who runs the facility makes and withdraws it. */
@ApiTags('Khách tự khai / Guest entries')
@Controller('v1/facilities/:facility/desk-link')
export class DeskLinkController {
  constructor(
    private readonly links: DeskLinkService,
    private readonly facilities: FacilityChoice,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'getDeskLink', summary: 'Mã QR tại quầy / The QR code of the desk' })
  @ApiOkResponse({ type: DeskLinkResponse })
  @ProblemResponses(401, 403, 404, 503)
  async get(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
  ): Promise<DeskLinkResponse> {
    const facilityId = await this.facilities.resolve(caller, 'stay.declare', facility);
    const link = await this.links.find(facilityId);
    return link ? this.shown(link) : { url: null, madeAt: null };
  }

  @Post()
  @Header('Cache-Control', 'no-store')
  @RequirePermission('facility.manage')
  @ApiOperation({
    operationId: 'renewDeskLink',
    summary: 'Tạo mã QR mới; mã cũ mất hiệu lực ngay / A new QR code; the old one is worthless at once',
  })
  @ApiCreatedResponse({ type: DeskLinkResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async renew(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Body(new StrictShapePipe(RenewDeskLinkRequest)) { refuseWaiting }: RenewDeskLinkRequest,
  ): Promise<DeskLinkResponse> {
    const facilityId = await this.facilities.resolve(caller, 'facility.manage', facility);
    return this.shown(await this.links.renew(caller, facilityId, refuseWaiting));
  }

  @Delete()
  @HttpCode(204)
  @RequirePermission('facility.manage')
  @ApiOperation({ operationId: 'withdrawDeskLink', summary: 'Thu hồi mã QR / Withdraw the QR code' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async withdraw(@CurrentCaller() caller: Caller, @Param('facility', CodeParam) facility: string): Promise<void> {
    const facilityId = await this.facilities.resolve(caller, 'facility.manage', facility);
    await this.links.withdraw(caller, facilityId);
  }

  /** The token stands in the fragment: no server, log or referrer ever sees it. */
  private shown({ token, madeAt }: DeskLink): DeskLinkResponse {
    return { url: `${this.publicUrl}/app/guest#${token}`, madeAt: toLocalIso(madeAt) };
  }
}
