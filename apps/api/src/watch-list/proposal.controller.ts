import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { ProposalService } from '@luutru/watch-list';
import { ReasonRequest } from '../account/account.dto';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { ProposalDetailResponse, ProposalListQuery, ProposalPageQuery, ProposalsResponse } from './proposal.dto';
import { WatchListPresenter } from './watch-list.presenter';

@ApiTags('Danh sách theo dõi / Watch-lists')
@Controller('v1/watch-list-proposals')
export class WatchListProposalController {
  constructor(
    private readonly proposals: ProposalService,
    private readonly presenter: WatchListPresenter,
  ) {}

  @Get()
  @RequirePermission('watch-list.approve')
  @ApiOperation({ operationId: 'listWatchListProposals', summary: 'Đề nghị chờ duyệt / Proposals to decide on' })
  @ApiOkResponse({ type: ProposalsResponse })
  @ProblemResponses(401, 403, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(ProposalListQuery)) { state = 'open', limit = 50 }: ProposalListQuery,
  ): Promise<ProposalsResponse> {
    const found = await this.proposals.list(caller, { state, limit });
    return { proposals: await this.presenter.proposals(found) };
  }

  @Get(':proposalId')
  @RequirePermission('watch-list.approve')
  @ApiOperation({
    operationId: 'getWatchListProposal',
    summary: 'Đề nghị thay đổi gì, so với hiện tại / What a proposal changes, beside what is there',
  })
  @ApiOkResponse({ type: ProposalDetailResponse })
  @ProblemResponses(401, 403, 404, 422, 503)
  async get(
    @CurrentCaller() caller: Caller,
    @Param('proposalId', IdParam) proposalId: string,
    @Query(new StrictShapePipe(ProposalPageQuery)) { after = 0, limit = 50 }: ProposalPageQuery,
  ): Promise<ProposalDetailResponse> {
    const detail = await this.proposals.get(caller, proposalId, { after, limit: limit + 1 });
    return this.presenter.proposalDetail(detail, limit);
  }

  @Post(':proposalId/approve')
  @HttpCode(204)
  @RequirePermission('watch-list.approve')
  @ApiOperation({
    operationId: 'approveWatchListProposal',
    summary: 'Duyệt; người đề nghị không tự duyệt được / Approve; never one’s own',
  })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 409, 503)
  async approve(@CurrentCaller() caller: Caller, @Param('proposalId', IdParam) proposalId: string): Promise<void> {
    await this.proposals.approve(caller, proposalId);
  }

  @Post(':proposalId/refuse')
  @HttpCode(204)
  @RequirePermission('watch-list.approve')
  @ApiOperation({ operationId: 'refuseWatchListProposal', summary: 'Từ chối, nêu lý do / Refuse, with the reason' })
  @ApiNoContentResponse()
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async refuse(
    @CurrentCaller() caller: Caller,
    @Param('proposalId', IdParam) proposalId: string,
    @Body(new StrictShapePipe(ReasonRequest)) body: ReasonRequest,
  ): Promise<void> {
    const { reason } = withFields(body, ['reason']);
    await this.proposals.refuse(caller, proposalId, reason);
  }

  @Post(':proposalId/cancel')
  @HttpCode(204)
  @RequirePermission('watch-list.manage')
  @ApiOperation({ operationId: 'cancelWatchListProposal', summary: 'Rút lại đề nghị của mình / Take one’s own back' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 409, 503)
  async cancel(@CurrentCaller() caller: Caller, @Param('proposalId', IdParam) proposalId: string): Promise<void> {
    await this.proposals.cancel(caller, proposalId);
  }
}
