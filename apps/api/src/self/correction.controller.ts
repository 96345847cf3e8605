import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { TransparencyService } from '@luutru/transparency';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { FacilityChoice } from '../http/facility-choice';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { correctionResponse } from './correction.presenter';
import { AnswerCorrectionRequest, CorrectionListResponse } from './self.dto';

@ApiTags('Yêu cầu đính chính / Requests for correction')
@Controller('v1')
export class CorrectionController {
  constructor(
    private readonly transparency: TransparencyService,
    private readonly facilities: FacilityChoice,
  ) {}

  @Get('facilities/:facility/corrections')
  @RequirePermission('correction.answer')
  @ApiOperation({
    operationId: 'listCorrections',
    summary: 'Yêu cầu đính chính đang chờ, gấp nhất trước / The most urgent first',
  })
  @ApiOkResponse({ type: CorrectionListResponse })
  @ProblemResponses(401, 403, 404, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
  ): Promise<CorrectionListResponse> {
    const facilityId = await this.facilities.resolve(caller, 'correction.answer', facility);
    return { corrections: (await this.transparency.queue(caller, facilityId)).map(correctionResponse) };
  }

  @Post('corrections/:requestId/answer')
  @HttpCode(204)
  @RequirePermission('correction.answer')
  @ApiOperation({ operationId: 'answerCorrection', summary: 'Trả lời yêu cầu đính chính / Answer a request' })
  @ApiNoContentResponse()
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async answer(
    @CurrentCaller() caller: Caller,
    @Param('requestId', IdParam) requestId: string,
    @Body(new StrictShapePipe(AnswerCorrectionRequest)) body: AnswerCorrectionRequest,
  ): Promise<void> {
    const { decision, text } = withFields(body, ['decision', 'text']);
    await this.transparency.answer(caller, requestId, { accepted: decision === 'accepted', text });
  }
}
