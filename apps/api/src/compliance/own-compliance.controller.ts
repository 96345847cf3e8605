import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { ComplianceNoteReadModel, ComplianceNoteService, ComplianceReadModel } from '@luutru/compliance';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { FacilityChoice } from '../http/facility-choice';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { FacilityComplianceResponse } from './compliance.dto';
import { AnswerNoteRequest, FacilityNoteResponse, FacilityNotesResponse } from './compliance-note.dto';
import { presentFacility, presentToFacility } from './compliance.presenter';

const NOTES = 200;

@ApiTags('Cơ sở / Facilities')
@RequirePermission('compliance.own')
@Controller('v1/facilities/:facility/compliance')
export class OwnComplianceController {
  constructor(
    private readonly standings: ComplianceReadModel,
    private readonly notes: ComplianceNoteService,
    private readonly views: ComplianceNoteReadModel,
    private readonly facilities: FacilityChoice,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getOwnCompliance',
    summary: 'Chỉ số chấp hành của cơ sở mình, như công an thấy / Own indicators, as the police sees them',
  })
  @ApiOkResponse({ type: FacilityComplianceResponse })
  @ProblemResponses(401, 403, 404, 503)
  async own(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
  ): Promise<FacilityComplianceResponse> {
    return presentFacility(await this.standings.own(await this.resolve(caller, facility)));
  }

  @Get('notes')
  @ApiOperation({
    operationId: 'listOwnNotes',
    summary: 'Ghi chú kiểm tra mà công an cho cơ sở xem / Notes that the police shares with the facility',
  })
  @ApiOkResponse({ type: FacilityNotesResponse })
  @ProblemResponses(401, 403, 404, 503)
  async shared(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
  ): Promise<FacilityNotesResponse> {
    const notes = await this.views.shared(caller, await this.resolve(caller, facility), NOTES);
    return { notes: notes.map(presentToFacility) };
  }

  @Post('notes/:noteId/answer')
  @HttpCode(200)
  @ApiOperation({ operationId: 'answerNote', summary: 'Trả lời ghi chú kiểm tra / Answer a note' })
  @ApiOkResponse({ type: FacilityNoteResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async answer(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Param('noteId', IdParam) noteId: string,
    @Body(new StrictShapePipe(AnswerNoteRequest)) body: AnswerNoteRequest,
  ): Promise<FacilityNoteResponse> {
    const facilityId = await this.resolve(caller, facility);
    const { version, text } = withFields(body, ['version', 'text']);
    return presentToFacility(await this.notes.answer(caller, facilityId, noteId, version, text.trim()));
  }

  private resolve(caller: Caller, facility: string): Promise<string> {
    return this.facilities.resolve(caller, 'compliance.own', facility);
  }
}
