import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { BreakGlassService, type BreakGlassView } from '@luutru/police';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  BreakGlassEndedResponse,
  BreakGlassFileResponse,
  BreakGlassListResponse,
  BreakGlassResponse,
  EndBreakGlassRequest,
  OpenBreakGlassRequest,
  ReviewBreakGlassRequest,
  ReviewListQuery,
  SupervisedBreakGlassListResponse,
} from './break-glass.dto';
import { statedIn } from './look.request';

@ApiTags('Công an / Police')
@Controller('v1/police/break-glass')
export class BreakGlassController {
  constructor(private readonly glasses: BreakGlassService) {}

  @Post()
  @RequirePermission('break-glass.open')
  @ApiOperation({
    operationId: 'openBreakGlass',
    summary: 'Mở tra cứu khẩn cấp ngoài địa bàn / Look beyond the jurisdiction in an emergency',
    description:
      'Chỉ huy của đơn vị thấy ngay. Hết hạn theo giờ; mọi lần xem dùng breakGlassId được ghi riêng và phải được chỉ huy xem xét sau đó. / ' +
      'The supervisors see it at once. It expires by the clock; looks that name it are recorded as such and reviewed afterwards.',
  })
  @ApiCreatedResponse({ type: BreakGlassResponse })
  @ProblemResponses(400, 401, 403, 409, 415, 422, 503)
  async open(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(OpenBreakGlassRequest)) body: OpenBreakGlassRequest,
  ): Promise<BreakGlassResponse> {
    const wanted = withFields(body, ['unitId', 'purpose', 'reason']);
    const { unitId, reason } = wanted;
    return present(await this.glasses.open(caller, { ...statedIn(wanted), unitId, reason }));
  }

  @Get()
  @RequirePermission('stay.inspect')
  @ApiOperation({ operationId: 'ownBreakGlasses', summary: 'Các lần của mình / One’s own' })
  @ApiOkResponse({ type: BreakGlassListResponse })
  @ProblemResponses(401, 403, 503)
  async own(@CurrentCaller() caller: Caller): Promise<BreakGlassListResponse> {
    return { breakGlasses: (await this.glasses.own(caller)).map(present) };
  }

  @Get('reviews')
  @RequirePermission('break-glass.review')
  @ApiOperation({
    operationId: 'supervisedBreakGlasses',
    summary: 'Các lần của cán bộ mình chỉ huy, kể cả đang mở / Those of one’s officers, open ones among them',
  })
  @ApiOkResponse({ type: SupervisedBreakGlassListResponse })
  @ProblemResponses(401, 403, 422, 503)
  async supervised(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(ReviewListQuery)) { show = 'waiting' }: ReviewListQuery,
  ): Promise<SupervisedBreakGlassListResponse> {
    const found = await this.glasses.supervised(caller, show === 'waiting');
    return {
      breakGlasses: found.map((glass) => ({
        ...present(glass),
        accountId: glass.accountId,
        officerName: glass.officerName,
      })),
    };
  }

  @Get('reviews/:breakGlassId')
  @RequirePermission('break-glass.review')
  @ApiOperation({
    operationId: 'breakGlassFile',
    summary: 'Lý do và mọi lần xem đã dùng tới / Its reason and all that was looked at under it',
  })
  @ApiOkResponse({ type: BreakGlassFileResponse })
  @ProblemResponses(401, 403, 404, 503)
  async file(
    @CurrentCaller() caller: Caller,
    @Param('breakGlassId', IdParam) breakGlassId: string,
  ): Promise<BreakGlassFileResponse> {
    const { accountId, officerName, reason, note, uses, ...glass } = await this.glasses.file(caller, breakGlassId);
    return {
      ...present(glass),
      accountId,
      officerName,
      reason,
      note,
      uses: uses.map(({ at, ...use }) => ({ ...use, at: toLocalIso(at) })),
    };
  }

  @Post('reviews/:breakGlassId')
  @HttpCode(204)
  @RequirePermission('break-glass.review')
  @ApiOperation({ operationId: 'reviewBreakGlass', summary: 'Xem xét một lần đã kết thúc / Review one that is over' })
  @ApiNoContentResponse()
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async review(
    @CurrentCaller() caller: Caller,
    @Param('breakGlassId', IdParam) breakGlassId: string,
    @Body(new StrictShapePipe(ReviewBreakGlassRequest)) body: ReviewBreakGlassRequest,
  ): Promise<void> {
    await this.glasses.review(caller, breakGlassId, withFields(body, ['verdict', 'note']));
  }

  @Post('reviews/:breakGlassId/end')
  @HttpCode(204)
  @RequirePermission('break-glass.review')
  @ApiOperation({
    operationId: 'endOfficersBreakGlass',
    summary: 'Chỉ huy kết thúc sớm một lần đang mở / End an open one as a supervisor',
  })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 409, 503)
  async endOfOfficer(
    @CurrentCaller() caller: Caller,
    @Param('breakGlassId', IdParam) breakGlassId: string,
  ): Promise<void> {
    await this.glasses.endOfOfficer(caller, breakGlassId);
  }

  @Post('end')
  @HttpCode(200)
  @RequirePermission('stay.inspect')
  @ApiOperation({
    operationId: 'endBreakGlass',
    summary: 'Kết thúc sớm một lần, hoặc mọi lần, của mình / End one of one’s own, or all, early',
  })
  @ApiOkResponse({ type: BreakGlassEndedResponse })
  @ProblemResponses(400, 401, 403, 415, 422, 503)
  async end(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(EndBreakGlassRequest)) { breakGlassId }: EndBreakGlassRequest,
  ): Promise<BreakGlassEndedResponse> {
    return { ended: await this.glasses.endOwn(caller, breakGlassId?.toLowerCase()) };
  }
}

const present = (glass: BreakGlassView): BreakGlassResponse => ({
  breakGlassId: glass.breakGlassId,
  unitId: glass.unitId,
  purpose: glass.purpose,
  caseNumber: glass.caseNumber,
  state: glass.state,
  openedAt: toLocalIso(glass.openedAt),
  expiresAt: toLocalIso(glass.expiresAt),
  endedAt: glass.endedAt && toLocalIso(glass.endedAt),
  reviewedAt: glass.reviewedAt && toLocalIso(glass.reviewedAt),
  verdict: glass.verdict,
});
