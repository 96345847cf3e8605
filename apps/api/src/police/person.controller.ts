import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { AppError } from '@luutru/platform';
import { BreakGlassService, type PersonQuestion, PersonViewService } from '@luutru/police';
import { CurrentCaller } from '../http/api-request';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { statedIn } from './look.request';
import { PersonViewRequest, PersonViewResponse } from './person.dto';
import { PersonPresenter } from './person.presenter';

const PAGE = 20;

@ApiTags('Công an / Police')
@Controller('v1/police')
export class PersonController {
  constructor(
    private readonly persons: PersonViewService,
    private readonly presenter: PersonPresenter,
    private readonly glasses: BreakGlassService,
  ) {}

  @Post('persons')
  @HttpCode(200)
  @RequirePermission('person.search')
  @ApiOperation({
    operationId: 'viewPerson',
    summary: 'Mọi lưu trú của một người trong địa bàn, và người đi cùng / All stays of a person, and companions',
    description:
      'Cho biết một lưu trú (facilityId và stayId) hoặc số giấy tờ. Mỗi người hiện ra, kể cả người đi cùng, sẽ thấy lần xem này. / ' +
      'Name a stay (facilityId and stayId) or a document number. Everybody shown, companions too, will see the look.',
  })
  @ApiOkResponse({ type: PersonViewResponse })
  @ProblemResponses(400, 401, 403, 404, 415, 422, 429, 503)
  async view(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(PersonViewRequest)) body: PersonViewRequest,
  ): Promise<PersonViewResponse> {
    const stated = statedIn(withFields(body, ['purpose']));
    const question = questionIn(body);
    const reach = await this.glasses.widen(caller, 'person.search', body.breakGlassId, stated);
    const page = { limit: body.limit ?? PAGE, ...(body.cursor !== undefined && { cursor: body.cursor }) };
    return this.presenter.view(await this.persons.view(caller, question, stated, page, reach));
  }
}

/** Exactly one of the two ways to say who is meant. */
function questionIn(body: PersonViewRequest): PersonQuestion {
  const { documentNumber, nationality } = body;
  if (documentNumber === undefined) {
    const { facilityId, stayId } = withFields(body, ['facilityId', 'stayId']);
    return { facilityId: facilityId.toLowerCase(), stayId: stayId.toLowerCase() };
  }
  if (body.stayId !== undefined) {
    const issue = { code: 'person-asked-both-ways', pointer: '/documentNumber' };
    throw new AppError('validation-failed', 'invalid', {}, [issue]);
  }
  return { documentNumber, ...(nationality !== undefined && { nationality }) };
}
