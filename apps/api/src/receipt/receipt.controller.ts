import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { ReceiptService } from '@luutru/declaration';
import { receiptLines, receiptRefusals, ReceiptVerifier } from '@luutru/receipt';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { FacilityChoice } from '../http/facility-choice';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { Public, RequirePermission } from '../http/route-access';
import { PUBLIC_URL } from '../http/session-cookie';
import { StrictShapePipe } from '../http/shape';
import { presentReceipt, sendReceiptPdf } from './receipt.presenter';
import { DigestResponse, StayReceiptResponse, VerifiedResponse, VerifyReceiptRequest } from './receipt.dto';
import { VERIFY_PAGE, VERIFY_SCRIPT } from './verify.page';

@ApiTags('Giấy tiếp nhận / Receipts')
@Controller('v1')
export class ReceiptController {
  constructor(
    private readonly receipts: ReceiptService,
    private readonly verifier: ReceiptVerifier,
    private readonly facilities: FacilityChoice,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  @Get('stays/:stayId/receipt')
  @RequirePermission('stay.read')
  @ApiOperation({ operationId: 'getReceipt', summary: 'Giấy tiếp nhận / The receipt of a stay' })
  @ApiOkResponse({ type: StayReceiptResponse })
  @ProblemResponses(401, 403, 404, 503)
  async get(@CurrentCaller() caller: Caller, @Param('stayId', IdParam) stayId: string): Promise<StayReceiptResponse> {
    return presentReceipt(await this.receipts.ofStay(caller, stayId));
  }

  @Get('stays/:stayId/receipt.pdf')
  @RequirePermission('stay.read')
  @ApiOperation({
    operationId: 'printReceipt',
    summary: 'Giấy tiếp nhận để in, có mã QR / The receipt to print, with QR',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ProblemResponses(401, 403, 404, 503)
  async print(
    @CurrentCaller() caller: Caller,
    @Param('stayId', IdParam) stayId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendReceiptPdf(reply, await this.receipts.ofStay(caller, stayId), this.publicUrl);
  }

  @Get('facilities/:facility/digests/:day')
  @RequirePermission('stay.read')
  @ApiOperation({
    operationId: 'getDigest',
    summary: 'Bảng tổng hợp có chữ ký của một ngày đã qua / Signed digest of a day that is over',
  })
  @ApiOkResponse({ type: DigestResponse })
  @ProblemResponses(401, 403, 404, 409, 503)
  async digest(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Param('day') day: string,
  ): Promise<DigestResponse> {
    const facilityId = await this.facilities.resolve(caller, 'stay.read', facility);
    const { entries, ...made } = await this.receipts.digest(caller, facilityId, day);
    return { ...made, entries: entries.map((entry) => ({ ...entry })) };
  }

  @Post('receipts/verify')
  @HttpCode(200)
  @Public('whoever holds a receipt may check it; it names nobody')
  @ApiOperation({ operationId: 'verifyReceipt', summary: 'Kiểm tra giấy tiếp nhận / Check a receipt' })
  @ApiOkResponse({ type: VerifiedResponse })
  @ProblemResponses(400, 413, 415, 422, 429, 503)
  async verify(@Body(new StrictShapePipe(VerifyReceiptRequest)) body: VerifyReceiptRequest): Promise<VerifiedResponse> {
    const { receipt } = withFields(body, ['receipt']);
    const result = await this.verifier.verify(receipt.trim());
    if (!result.ok) {
      return { valid: false, reason: { ...receiptRefusals[result.fault] }, keyId: null, facilityCode: null, lines: [] };
    }
    const { claims, keyId } = result;
    const lines = receiptLines(claims).map((line) => ({ ...line }));
    return { valid: true, reason: null, keyId, facilityCode: claims.fac, lines };
  }

  @Get('receipts/verify')
  @Public('the page that the QR code of a receipt opens')
  @ApiOperation({ operationId: 'verifyReceiptPage', summary: 'Trang kiểm tra giấy tiếp nhận / The page for people' })
  @ApiProduces('text/html')
  async page(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('Content-Type', 'text/html; charset=utf-8').send(VERIFY_PAGE);
  }

  @Get('receipts/verify.js')
  @Public('script of the page that checks receipts')
  @ApiOperation({ operationId: 'verifyReceiptScript', summary: 'Mã của trang kiểm tra / Script of the page' })
  @ApiProduces('text/javascript')
  async script(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('Content-Type', 'text/javascript; charset=utf-8').send(VERIFY_SCRIPT);
  }
}
