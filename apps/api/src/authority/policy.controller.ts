import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import {
  type PolicyContent,
  PolicyProposalService,
  PolicyReadModel,
  type Resource,
  SMALLEST_CELL,
} from '@luutru/authority';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  PolicyApprovedResponse,
  PolicyContentRequest,
  PolicyListResponse,
  PolicyProposalDetailResponse,
  PolicyProposalListQuery,
  PolicyProposalsResponse,
  PolicyProposedResponse,
  PolicyVersionsResponse,
} from './policy.dto';
import { presentContent, presentPolicies, presentProposal, presentVersion } from './policy.presenter';

@ApiTags('Chính sách dữ liệu của cơ quan / Policies of authorities')
@Controller()
export class AuthorityPolicyController {
  constructor(
    private readonly policies: PolicyReadModel,
    private readonly proposals: PolicyProposalService,
  ) {}

  @Get('v1/authority-policies')
  @RequirePermission('authority-policy.manage')
  @ApiOperation({
    operationId: 'listAuthorityPolicies',
    summary:
      'Chính sách đang áp dụng, và những gì chính sách có thể nêu / Policies in force, and what a policy may name',
  })
  @ApiOkResponse({ type: PolicyListResponse })
  @ProblemResponses(401, 403, 503)
  async list(): Promise<PolicyListResponse> {
    return presentPolicies(await this.policies.inForce());
  }

  @Get('v1/authority-policies/:policyId/versions')
  @RequirePermission('authority-policy.manage')
  @ApiOperation({ operationId: 'listAuthorityPolicyVersions', summary: 'Mọi phiên bản / Every version there was' })
  @ApiOkResponse({ type: PolicyVersionsResponse })
  @ProblemResponses(401, 403, 404, 503)
  async versions(@Param('policyId', CodeParam) policyId: string): Promise<PolicyVersionsResponse> {
    return { versions: (await this.policies.versions(policyId)).map(presentVersion) };
  }

  @Post('v1/authority-policies/:policyId/proposals')
  @RequirePermission('authority-policy.manage')
  @ApiOperation({
    operationId: 'proposeAuthorityPolicy',
    summary: 'Đề nghị thay chính sách / Propose what a policy should say instead',
    description: 'Có hiệu lực khi quản trị viên khác duyệt. / In force once another administrator approves it.',
  })
  @ApiCreatedResponse({ type: PolicyProposedResponse })
  @ProblemResponses(400, 401, 403, 404, 413, 415, 422, 503)
  async propose(
    @CurrentCaller() caller: Caller,
    @Param('policyId', CodeParam) policyId: string,
    @Body(new StrictShapePipe(PolicyContentRequest)) body: PolicyContentRequest,
  ): Promise<PolicyProposedResponse> {
    return this.proposals.propose(caller, policyId, contentOf(body));
  }

  @Get('v1/authority-policy-proposals')
  @RequirePermission('authority-policy.approve')
  @ApiOperation({ operationId: 'listAuthorityPolicyProposals', summary: 'Đề nghị chờ duyệt / Proposals to decide on' })
  @ApiOkResponse({ type: PolicyProposalsResponse })
  @ProblemResponses(401, 403, 422, 503)
  async open(
    @Query(new StrictShapePipe(PolicyProposalListQuery)) { state = 'open', limit = 50 }: PolicyProposalListQuery,
  ): Promise<PolicyProposalsResponse> {
    return { proposals: (await this.proposals.list({ state, limit })).map(presentProposal) };
  }

  @Get('v1/authority-policy-proposals/:proposalId')
  @RequirePermission('authority-policy.approve')
  @ApiOperation({
    operationId: 'getAuthorityPolicyProposal',
    summary: 'Đề nghị thay đổi gì, so với hiện tại / What a proposal changes, beside what is there',
  })
  @ApiOkResponse({ type: PolicyProposalDetailResponse })
  @ProblemResponses(401, 403, 404, 503)
  async get(@Param('proposalId', IdParam) proposalId: string): Promise<PolicyProposalDetailResponse> {
    const { proposal, present } = await this.proposals.get(proposalId);
    return {
      proposal: presentProposal(proposal),
      proposed: presentContent(proposal.content),
      present: present && presentVersion(present),
    };
  }

  @Post('v1/authority-policy-proposals/:proposalId/approve')
  @HttpCode(200)
  @RequirePermission('authority-policy.approve')
  @ApiOperation({
    operationId: 'approveAuthorityPolicyProposal',
    summary: 'Duyệt; người đề nghị không tự duyệt được / Approve; never one’s own',
  })
  @ApiOkResponse({ type: PolicyApprovedResponse })
  @ProblemResponses(401, 403, 404, 409, 422, 503)
  async approve(
    @CurrentCaller() caller: Caller,
    @Param('proposalId', IdParam) proposalId: string,
  ): Promise<PolicyApprovedResponse> {
    return this.proposals.approve(caller, proposalId);
  }

  @Post('v1/authority-policy-proposals/:proposalId/refuse')
  @HttpCode(204)
  @RequirePermission('authority-policy.approve')
  @ApiOperation({ operationId: 'refuseAuthorityPolicyProposal', summary: 'Từ chối / Refuse' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 409, 503)
  async refuse(@CurrentCaller() caller: Caller, @Param('proposalId', IdParam) proposalId: string): Promise<void> {
    await this.proposals.refuse(caller, proposalId);
  }

  @Post('v1/authority-policy-proposals/:proposalId/cancel')
  @HttpCode(204)
  @RequirePermission('authority-policy.manage')
  @ApiOperation({
    operationId: 'cancelAuthorityPolicyProposal',
    summary: 'Rút lại đề nghị của mình / Take one’s own back',
  })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 409, 503)
  async cancel(@CurrentCaller() caller: Caller, @Param('proposalId', IdParam) proposalId: string): Promise<void> {
    await this.proposals.cancel(caller, proposalId);
  }
}

const REQUIRED = ['nameVi', 'nameEn', 'legalBasis', 'facilityKinds', 'purposes'] as const;

function contentOf(body: PolicyContentRequest): PolicyContent {
  const {
    areaUnitIds = [],
    areaZoneIds = [],
    stayKinds = [],
    staysForm,
    columns = [],
    ...rest
  } = withFields(body, REQUIRED);
  const { exports = false, cellSize = SMALLEST_CELL, nameVi, nameEn, legalBasis, facilityKinds, purposes } = rest;
  return {
    nameVi,
    nameEn,
    legalBasis,
    facilityKinds,
    areaUnitIds,
    areaZoneIds,
    stayKinds,
    staysForm: staysForm ?? null,
    columns: columns.map(({ resource = '', column = '', masking = '' }) => ({
      resource: resource as Resource,
      column,
      masking,
    })),
    purposes,
    exports,
    cellSize,
  };
}
