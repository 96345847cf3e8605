import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { BreakGlassService, findingKinds, type FindingView, MovementFindings } from '@luutru/police';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  DecideFindingRequest,
  FindingFileResponse,
  FindingListResponse,
  FindingQuery,
  FindingResponse,
} from './finding.dto';
import { LookRequest, statedIn } from './look.request';
import { PersonPresenter } from './person.presenter';

const PAGE = 50;

@ApiTags('Công an / Police')
@RequirePermission('person.search')
@Controller('v1/police/findings')
export class FindingController {
  constructor(
    private readonly findings: MovementFindings,
    private readonly glasses: BreakGlassService,
    private readonly presenter: PersonPresenter,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listFindings',
    summary: 'Mâu thuẫn trong việc đi lại, trong địa bàn / Contradictions in movements, of the area',
    description:
      'Không nêu tên ai; phần ngoài địa bàn chỉ được báo là có. / Names nobody; what lies outside the area is only said to exist.',
  })
  @ApiOkResponse({ type: FindingListResponse })
  @ProblemResponses(401, 403, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(FindingQuery)) query: FindingQuery,
  ): Promise<FindingListResponse> {
    const { state = 'open', limit = PAGE, ...filter } = query;
    const { findings, next } = await this.findings.list(caller, { ...filter, state, limit });
    return { findings: findings.map(present), next };
  }

  @Post(':findingId/open')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'openFinding',
    summary: 'Xem phát hiện nói về ai, có mục đích / See who it is about, for a purpose',
  })
  @ApiOkResponse({ type: FindingFileResponse })
  @ProblemResponses(400, 401, 403, 404, 415, 422, 503)
  async open(
    @CurrentCaller() caller: Caller,
    @Param('findingId', IdParam) findingId: string,
    @Body(new StrictShapePipe(LookRequest)) body: LookRequest,
  ): Promise<FindingFileResponse> {
    const stated = statedIn(withFields(body, ['purpose']));
    const reach = await this.glasses.widen(caller, 'person.search', body.breakGlassId, stated);
    const { finding, people, notes } = await this.findings.open(caller, findingId, stated, reach);
    return {
      finding: present(finding),
      people: people.map((stay) => this.presenter.stay(stay)),
      notes: notes.map(({ at, text }) => ({ at: toLocalIso(at), text })),
    };
  }

  @Post(':findingId/decisions')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'decideFinding',
    summary: 'Kết luận phần trong địa bàn / Decide the part that lies in the area',
  })
  @ApiNoContentResponse()
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async decide(
    @CurrentCaller() caller: Caller,
    @Param('findingId', IdParam) findingId: string,
    @Body(new StrictShapePipe(DecideFindingRequest)) body: DecideFindingRequest,
  ): Promise<void> {
    const { decision, note, looked } = withFields(body, ['decision', 'note']);
    await this.findings.decide(caller, findingId, { state: decision, note, ...(looked !== undefined && { looked }) });
  }
}

const present = ({ kind, foundAt, from, until, stays, ...finding }: FindingView): FindingResponse => ({
  ...finding,
  kind: { code: kind, ...findingKinds[kind] },
  foundAt: toLocalIso(foundAt),
  from: toLocalIso(from),
  until: until && toLocalIso(until),
  stays: stays.map((stay) => ({ ...stay })),
});
