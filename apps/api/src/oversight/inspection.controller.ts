import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { InspectionService } from '@luutru/declaration';
import { BreakGlassService } from '@luutru/police';
import { CurrentCaller } from '../http/api-request';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { StayPresenter } from '../stay/stay.presenter';
import { StayResponse } from '../stay/stay.response';
import { InspectRequest } from './oversight.dto';

@ApiTags('Công an / Police')
@Controller('v1/police')
export class InspectionController {
  constructor(
    private readonly inspections: InspectionService,
    private readonly presenter: StayPresenter,
    private readonly glasses: BreakGlassService,
  ) {}

  @Post('inspections')
  @HttpCode(200)
  @RequirePermission('stay.inspect')
  @ApiOperation({
    operationId: 'inspectStay',
    summary: 'Xem một lưu trú trong địa bàn, có mục đích / Look at a stay of the area, for a purpose',
    description:
      'Lần xem được ghi nhận trước khi trả lời; người được xem sẽ thấy lần xem này. / ' +
      'The look is recorded before it is answered, and the person will see it.',
  })
  @ApiOkResponse({ type: StayResponse })
  @ProblemResponses(400, 401, 403, 404, 415, 422, 503)
  async inspect(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(InspectRequest)) body: InspectRequest,
  ): Promise<StayResponse> {
    const { facilityId, stayId, purpose, caseNumber } = withFields(body, ['facilityId', 'stayId', 'purpose']);
    const stated = { purpose, ...(caseNumber !== undefined && { caseNumber }) };
    const which = { facilityId: facilityId.toLowerCase(), stayId: stayId.toLowerCase() };
    const reach = await this.glasses.widen(caller, 'stay.inspect', body.breakGlassId, stated);
    return this.presenter.stay(await this.inspections.inspect(caller, which, stated, reach));
  }
}
