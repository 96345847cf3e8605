import { Body, Controller, Delete, Headers, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBasicAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { PartnerTokenService, type PartnerTokens } from '@luutru/access';
import { FacilityReadModel } from '@luutru/facility';
import { AppError } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import type { ApiRequest } from '../http/api-request';
import { Public } from '../http/route-access';
import { type Envelope, success } from './kbtt-envelope';

/** A token as the portal's clients read it. */
interface PortalToken {
  readonly AccessToken: string;
  readonly RefreshToken: string;
  readonly TokenType: 'bearer';
  /** Unix seconds. */
  readonly Exp: number;
  readonly Authorities: readonly string[];
  readonly ClientId: string;
  readonly LoaiTK: 'CSLT';
  readonly CsltId: string;
  readonly CsltKhuVuc: string;
  readonly CsltDonVi: string;
  readonly MaTTCuaCslt: string;
  readonly MaPxCuaCslt: string;
  readonly IsCsltChinh: boolean;
}

const GRANT = 'api_cslt';

@ApiTags('Cổng KBTT / Portal-compatible')
@Controller('authorization-service/oauth')
export class KbttTokenController {
  constructor(
    private readonly tokens: PartnerTokenService,
    private readonly facilities: FacilityReadModel,
    private readonly reference: ReferenceDataService,
  ) {}

  @Post('token')
  @HttpCode(200)
  @Public('signing in of partner clients: key and password are checked here')
  @ApiBasicAuth()
  @ApiOperation({
    operationId: 'kbttToken',
    summary: 'Lấy token như cổng / A token, as the portal gives it',
    description:
      'HTTP Basic: mã khóa API và bí mật; username, password: tài khoản của cơ sở. / Basic: id and secret of an API key.',
  })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        username: { type: 'string', example: 'letan.bachdang' },
        password: { type: 'string', example: '' },
        'grant-type': { type: 'string', example: GRANT },
      },
    },
  })
  @ApiOkResponse({ schema: { type: 'object' } })
  async issue(
    @Headers('authorization') authorization: string | undefined,
    @Body() body: Readonly<Record<string, string>> | undefined,
    @Req() request: ApiRequest,
  ): Promise<Envelope<PortalToken>> {
    const { username = '', password = '' } = body ?? {};
    if (![body?.['grant-type'], body?.grant_type].includes(GRANT))
      throw new AppError('credentials-invalid', 'unauthenticated');
    const key = keyOf(authorization);
    const given = { key, username, password, address: request.ip, requestId: request.id };
    return success(await this.present(await this.tokens.issue(given)));
  }

  @Post('refresh-token')
  @HttpCode(200)
  @Public('the refresh token is checked here')
  @ApiOperation({ operationId: 'kbttRefreshToken', summary: 'Làm mới token / Refresh' })
  @ApiQuery({ name: 'refresh_token', type: String, required: true })
  @ApiOkResponse({ schema: { type: 'object' } })
  async refresh(@Query('refresh_token') token: unknown, @Req() request: ApiRequest): Promise<Envelope<PortalToken>> {
    return success(await this.present(await this.tokens.refresh(textOf(token), request.ip, request.id)));
  }

  @Delete('revoke')
  @Public('the token that ends is checked here')
  @ApiOperation({ operationId: 'kbttRevokeToken', summary: 'Thu hồi token / Revoke' })
  @ApiQuery({ name: 'access_token', type: String, required: true })
  @ApiOkResponse({ schema: { type: 'object' } })
  async revoke(@Query('access_token') token: unknown, @Req() request: ApiRequest): Promise<Envelope<null>> {
    await this.tokens.revoke(textOf(token), request.id);
    return success(null);
  }

  /** Of several facilities the first by code: a token of the portal's kind knows one. */
  private async present(tokens: PartnerTokens): Promise<PortalToken> {
    const [facility] = await this.facilities.findAll(tokens.facilityIds);
    if (!facility) throw new AppError('credentials-invalid', 'unauthenticated');
    const { adminUnits } = this.reference;
    const ward = adminUnits.find(facility.wardId);
    const province = ward?.parentId ? adminUnits.find(ward.parentId) : undefined;
    return {
      AccessToken: tokens.accessToken,
      RefreshToken: tokens.refreshToken,
      TokenType: 'bearer',
      Exp: Math.floor(tokens.accessUntil.getTime() / 1000),
      Authorities: ['ROLE_CSLT'],
      ClientId: tokens.clientId,
      LoaiTK: 'CSLT',
      CsltId: facility.code,
      CsltKhuVuc: province?.name ?? '',
      CsltDonVi: ward?.name ?? '',
      MaTTCuaCslt: province?.kbttCode ?? '',
      MaPxCuaCslt: ward?.kbttCode ?? '',
      IsCsltChinh: true,
    };
  }
}

/** The client's id and secret are the two parts of one of our keys. */
function keyOf(authorization: string | undefined): string {
  const [, encoded = ''] = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? [];
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const text = secret.join(':');
  return text.startsWith('lt_') ? text : `lt_${id.replace(/^lt_/, '')}_${text}`;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');
