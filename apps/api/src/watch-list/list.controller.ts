import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { localDate } from '@luutru/calendar';
import { CLOCK, type Clock } from '@luutru/platform';
import { DEFAULT_ACKNOWLEDGE_MINUTES, deskLevel, LIST_KINDS, type ListFacts, ListService } from '@luutru/watch-list';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  ChangeListRequest,
  NewListRequest,
  ProposedResponse,
  WatchListDetailResponse,
  WatchListsResponse,
} from './list.dto';
import { WatchListPresenter } from './watch-list.presenter';

@ApiTags('Danh sách theo dõi / Watch-lists')
@RequirePermission('watch-list.manage')
@Controller('v1/watch-lists')
export class WatchListController {
  constructor(
    private readonly lists: ListService,
    private readonly presenter: WatchListPresenter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listWatchLists', summary: 'Các danh sách của đơn vị / The lists of the unit' })
  @ApiOkResponse({ type: WatchListsResponse })
  @ProblemResponses(401, 403, 503)
  async list(@CurrentCaller() caller: Caller): Promise<WatchListsResponse> {
    return { lists: (await this.lists.list(caller)).map((list) => this.presenter.list(list)) };
  }

  @Get(':listId')
  @ApiOperation({ operationId: 'getWatchList', summary: 'Một danh sách, mọi phiên bản / A list with its versions' })
  @ApiOkResponse({ type: WatchListDetailResponse })
  @ProblemResponses(401, 403, 404, 503)
  async get(
    @CurrentCaller() caller: Caller,
    @Param('listId', IdParam) listId: string,
  ): Promise<WatchListDetailResponse> {
    const { list, versions } = await this.lists.get(caller, listId);
    return this.presenter.listDetail(list, versions);
  }

  @Post()
  @ApiOperation({
    operationId: 'proposeWatchList',
    summary: 'Đề nghị lập danh sách / Propose a list',
    description: 'Có hiệu lực khi người khác duyệt. / In force once somebody else approves it.',
  })
  @ApiCreatedResponse({ type: ProposedResponse })
  @ProblemResponses(400, 401, 403, 415, 422, 503)
  async propose(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(NewListRequest)) body: NewListRequest,
  ): Promise<ProposedResponse> {
    const { kind, unitId, nameVi, nameEn, legalBasis } = withFields(body, [
      'kind',
      'unitId',
      'nameVi',
      'nameEn',
      'legalBasis',
    ]);
    const defaults = {
      validFrom: localDate(this.clock.now()),
      validUntil: null,
      threshold: LIST_KINDS[kind].threshold,
      acknowledgeMinutes: DEFAULT_ACKNOWLEDGE_MINUTES,
      areaUnitId: null,
      firstDesk: deskLevel('ward'),
    };
    return this.lists.proposeNew(caller, { ...defaults, ...given(body), kind, unitId, nameVi, nameEn, legalBasis });
  }

  @Post(':listId/changes')
  @ApiOperation({
    operationId: 'proposeWatchListChange',
    summary: 'Đề nghị sửa danh sách / Propose a change of a list',
  })
  @ApiCreatedResponse({ type: ProposedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async change(
    @CurrentCaller() caller: Caller,
    @Param('listId', IdParam) listId: string,
    @Body(new StrictShapePipe(ChangeListRequest)) body: ChangeListRequest,
  ): Promise<ProposedResponse> {
    return { ...(await this.lists.proposeChange(caller, listId, { facts: given(body) })), listId };
  }

  @Post(':listId/withdrawal')
  @ApiOperation({ operationId: 'proposeWatchListWithdrawal', summary: 'Đề nghị rút danh sách / Propose to end a list' })
  @ApiCreatedResponse({ type: ProposedResponse })
  @ProblemResponses(401, 403, 404, 409, 503)
  async withdraw(@CurrentCaller() caller: Caller, @Param('listId', IdParam) listId: string): Promise<ProposedResponse> {
    return { ...(await this.lists.proposeChange(caller, listId, 'withdraw')), listId };
  }
}

/** The facts that a request says something about. */
function given(body: ChangeListRequest): Partial<ListFacts> {
  const { thresholdPercent, firstDesk, ...same } = body;
  const facts = {
    nameVi: same.nameVi,
    nameEn: same.nameEn,
    legalBasis: same.legalBasis,
    validFrom: same.validFrom,
    validUntil: same.validUntil,
    acknowledgeMinutes: same.acknowledgeMinutes,
    areaUnitId: same.areaUnitId,
    threshold: thresholdPercent === undefined ? undefined : thresholdPercent / 100,
    firstDesk: firstDesk === undefined ? undefined : deskLevel(firstDesk),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}
