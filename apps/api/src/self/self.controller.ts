import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { ReceiptService, StayReadModel } from '@luutru/declaration';
import { TransparencyService } from '@luutru/transparency';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { PUBLIC_URL } from '../http/session-cookie';
import { StrictShapePipe } from '../http/shape';
import { StayReceiptResponse } from '../receipt/receipt.dto';
import { presentReceipt, sendReceiptPdf } from '../receipt/receipt.presenter';
import { correctionResponse } from './correction.presenter';
import {
  CorrectionListResponse,
  CorrectionRequest,
  CorrectionRequestedResponse,
  LookListResponse,
  OwnStayListResponse,
} from './self.dto';

@ApiTags('Công dân / Citizen')
@Controller('v1/self')
export class SelfController {
  constructor(
    private readonly stays: StayReadModel,
    private readonly receipts: ReceiptService,
    private readonly transparency: TransparencyService,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  @Get('stays')
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'listOwnStays', summary: 'Lưu trú của tôi / My stays' })
  @ApiOkResponse({ type: OwnStayListResponse })
  @ProblemResponses(401, 403, 503)
  async ownStays(@CurrentCaller() caller: Caller): Promise<OwnStayListResponse> {
    const stays = await this.stays.listOwn(caller);
    return {
      stays: stays.map(({ personal, ...stay }) => ({
        stayId: stay.stayId,
        facilityName: stay.facilityName,
        kind: stay.kind,
        state: stay.state,
        arrivedAt: toLocalIso(stay.arrivedAt),
        expectedDepartureAt: stay.expectedDepartureAt && toLocalIso(stay.expectedDepartureAt),
        departedAt: stay.departedAt && toLocalIso(stay.departedAt),
        declaredAt: toLocalIso(stay.declaredAt),
        fullName: personal.fullName,
        birthDate: personal.birthDate,
        documentNumber: personal.documentNumber,
        address: personal.address,
        phone: personal.phone,
      })),
    };
  }

  @Get('stays/:stayId/receipt')
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'getOwnReceipt', summary: 'Giấy tiếp nhận lưu trú của tôi / The receipt of my stay' })
  @ApiOkResponse({ type: StayReceiptResponse })
  @ProblemResponses(401, 403, 404, 503)
  async receipt(
    @CurrentCaller() caller: Caller,
    @Param('stayId', IdParam) stayId: string,
  ): Promise<StayReceiptResponse> {
    return presentReceipt(await this.receipts.ofOwnStay(caller, stayId));
  }

  @Get('stays/:stayId/receipt.pdf')
  @RequirePermission('self.read')
  @ApiOperation({
    operationId: 'printOwnReceipt',
    summary: 'Giấy tiếp nhận của tôi để in, có mã QR / Mine to print, with QR',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ProblemResponses(401, 403, 404, 503)
  async print(
    @CurrentCaller() caller: Caller,
    @Param('stayId', IdParam) stayId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendReceiptPdf(reply, await this.receipts.ofOwnStay(caller, stayId), this.publicUrl);
  }

  @Get('looks')
  @RequirePermission('self.read')
  @ApiOperation({
    operationId: 'listOwnLooks',
    summary: 'Ai đã xem lưu trú của tôi, khi nào, để làm gì / Who looked at my stays, when and what for',
  })
  @ApiOkResponse({ type: LookListResponse })
  @ProblemResponses(401, 403, 503)
  async looks(@CurrentCaller() caller: Caller): Promise<LookListResponse> {
    const looks = await this.transparency.ownLooks(caller);
    return { looks: looks.map((look) => ({ ...look, at: toLocalIso(look.at) })) };
  }

  @Get('corrections')
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'listOwnCorrections', summary: 'Yêu cầu đính chính của tôi / My requests' })
  @ApiOkResponse({ type: CorrectionListResponse })
  @ProblemResponses(401, 403, 503)
  async corrections(@CurrentCaller() caller: Caller): Promise<CorrectionListResponse> {
    return { corrections: (await this.transparency.ownRequests(caller)).map(correctionResponse) };
  }

  @Post('corrections')
  @RequirePermission('self.request-correction')
  @ApiOperation({ operationId: 'requestCorrection', summary: 'Yêu cầu đính chính / Ask for a correction' })
  @ApiCreatedResponse({ type: CorrectionRequestedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  request(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(CorrectionRequest)) body: CorrectionRequest,
  ): Promise<CorrectionRequestedResponse> {
    const { stayId, text } = withFields(body, ['stayId', 'text']);
    return this.transparency.request(caller, stayId.toLowerCase(), text);
  }
}
