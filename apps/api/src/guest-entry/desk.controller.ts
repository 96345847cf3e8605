import { Body, Controller, Delete, Get, Header, Headers, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { toLocalIso } from '@luutru/calendar';
import { CONSENT, DeskLinkService, GuestEntryService } from '@luutru/guest-entry';
import type { Issue } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import type { ApiRequest } from '../http/api-request';
import { ProblemResponses } from '../http/problem-responses';
import { GUESSING_LIMIT } from '../http/rate-limit';
import { Public } from '../http/route-access';
import { type Shaped, ShapePipe } from '../http/shape';
import { DeskResponse, EnteredResponse, EnterGuestsRequest, OwnEntryResponse } from './guest-entry.dto';

const TOKEN = { name: 'Desk-Token', required: true, description: 'Sau dấu # của liên kết / After the # of the link' };
const SECRET = { name: 'Entry-Secret', required: true, description: 'Từ câu trả lời khi khai / From the answer' };

/** What guests call, from their own phones. Secrets come in headers: neither logs nor the history of a browser keep these. */
@ApiTags('Khách tự khai / Guest entries')
@Controller('v1/desk')
export class DeskController {
  constructor(
    private readonly links: DeskLinkService,
    private readonly entries: GuestEntryService,
    private readonly reference: ReferenceDataService,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @Public('the QR code at a desk: its token says which; it tells the name of the place and no more')
  @ApiOperation({ operationId: 'getDesk', summary: 'Quầy của mã QR / The desk of a QR code' })
  @ApiHeader(TOKEN)
  @ApiOkResponse({ type: DeskResponse })
  @ProblemResponses(404, 429, 503)
  async desk(@Headers('desk-token') token: string | undefined): Promise<DeskResponse> {
    const facility = await this.links.facilityOf(await this.links.findByToken(token));
    const ward = this.reference.adminUnits.find(facility.wardId);
    return {
      facilityName: facility.name,
      facilityKind: facility.kind,
      ward: { vi: ward?.name ?? '', en: ward?.nameEn ?? '' },
      consent: {
        version: CONSENT.version,
        paragraphs: CONSENT.paragraphs.map(({ title, text }) => ({ title: { ...title }, text: { ...text } })),
        agreement: { ...CONSENT.agreement },
      },
    };
  }

  @Post('entries')
  @RouteConfig({ rateLimit: GUESSING_LIMIT })
  @Header('Cache-Control', 'no-store')
  @Public('guests enter their own data by the QR code at a desk; only that desk sees it')
  @ApiOperation({
    operationId: 'enterGuests',
    summary: 'Khách tự khai / Guests enter their own data',
    description:
      'Chưa phải thông báo lưu trú: quầy đối chiếu giấy tờ rồi mới khai báo. / ' +
      'Not a declaration yet: the desk compares it with the papers and declares.',
  })
  @ApiHeader(TOKEN)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiBody({ type: EnterGuestsRequest })
  @ApiCreatedResponse({ type: EnteredResponse })
  @ProblemResponses(400, 404, 409, 413, 415, 422, 429, 503)
  async enter(
    @Headers('desk-token') token: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: ApiRequest,
    @Body(new ShapePipe(EnterGuestsRequest)) { raw, value, issues }: Shaped<EnterGuestsRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnteredResponse> {
    const own = (issue: Issue): boolean => /^\/persons\/\d+/.test(issue.pointer);
    const { persons = [], consent = {}, expectedDepartureAt } = value;
    const entered = await this.entries.enter({
      token,
      key,
      body: raw,
      requestId: request.id,
      expectedDepartureAt,
      consent,
      persons: persons.map(({ person }, at) => ({
        input: person,
        shapeIssues: issues.flatMap((issue) => below(issue, `/persons/${at}`)),
      })),
      shapeIssues: issues.filter((issue) => !own(issue)),
    });
    if (entered.replayed) void reply.header('Idempotent-Replayed', 'true');
    const { callCode, secret, enteredAt, expiresAt } = entered;
    return { callCode, secret, enteredAt, expiresAt };
  }

  @Get('entry')
  @Header('Cache-Control', 'no-store')
  @Public('the secret says whose entry it is; only its state is told')
  @ApiOperation({ operationId: 'getOwnEntry', summary: 'Bản tự khai của mình đến đâu / How the own entry stands' })
  @ApiHeader(SECRET)
  @ApiOkResponse({ type: OwnEntryResponse })
  @ProblemResponses(404, 429, 503)
  async own(@Headers('entry-secret') secret: string | undefined): Promise<OwnEntryResponse> {
    const { enteredAt, expiresAt, ...entry } = await this.entries.own(secret);
    return { ...entry, enteredAt: toLocalIso(enteredAt), expiresAt: toLocalIso(expiresAt) };
  }

  @Delete('entry')
  @Header('Cache-Control', 'no-store')
  @Public('the secret says whose entry it is; whoever has it may take the entry back')
  @ApiOperation({ operationId: 'withdrawOwnEntry', summary: 'Rút lại bản tự khai / Take the own entry back' })
  @ApiHeader(SECRET)
  @ApiOkResponse({ type: OwnEntryResponse })
  @ProblemResponses(404, 409, 429, 503)
  async withdraw(
    @Headers('entry-secret') secret: string | undefined,
    @Req() request: ApiRequest,
  ): Promise<OwnEntryResponse> {
    await this.entries.withdraw(secret, request.id);
    return this.own(secret);
  }
}

const below = (issue: Issue, prefix: string): Issue[] =>
  issue.pointer.startsWith(`${prefix}/`) ? [{ ...issue, pointer: issue.pointer.slice(prefix.length) }] : [];
