import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { SearchSupervisionService } from '@luutru/police';
import { CurrentCaller } from '../http/api-request';
import { ChoiceField, NumberQuery, TextField, UuidField } from '../http/fields';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { SearchNoticesResponse, SupervisedSearchesResponse } from './search.dto';

class SupervisionQuery {
  @UuidField({ description: 'Chỉ một cán bộ / One officer only' })
  officerId?: string;

  @TextField({ description: 'Giá trị next của trang trước / next of the page before', max: 80 })
  cursor?: string;

  @NumberQuery({ description: 'Số dòng / Rows', min: 1, max: 200 })
  limit?: number;
}

class SearchNoticeQuery extends SupervisionQuery {
  @ChoiceField({ description: 'Mặc định chưa xử lý / Default open', choices: ['open', 'all'] })
  show?: 'open' | 'all';
}

const filterOf = ({ officerId, cursor, limit = 50 }: SupervisionQuery) => ({
  limit,
  ...(officerId !== undefined && { officerId: officerId.toLowerCase() }),
  ...(cursor !== undefined && { cursor }),
});

@ApiTags('Công an / Police')
@RequirePermission('police.supervise')
@Controller('v1/police/supervision')
export class SearchSupervisionController {
  constructor(private readonly supervision: SearchSupervisionService) {}

  @Get('searches')
  @ApiOperation({
    operationId: 'listSupervisedSearches',
    summary: 'Cán bộ trong đơn vị đã tra cứu gì, không có giá trị tiêu chí / Searches of own officers, without values',
  })
  @ApiOkResponse({ type: SupervisedSearchesResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async searches(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(SupervisionQuery)) query: SupervisionQuery,
  ): Promise<SupervisedSearchesResponse> {
    const { rows, next } = await this.supervision.searches(caller, filterOf(query));
    return {
      searches: rows.map((row) => ({ ...row, criteria: [...row.criteria], at: toLocalIso(row.at) })),
      next,
    };
  }

  @Get('notices')
  @ApiOperation({
    operationId: 'listSearchNotices',
    summary: 'Cảnh báo về việc tra cứu của cán bộ / Notices about searches of own officers',
  })
  @ApiOkResponse({ type: SearchNoticesResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async notices(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(SearchNoticeQuery)) { show = 'open', ...query }: SearchNoticeQuery,
  ): Promise<SearchNoticesResponse> {
    const { rows, next } = await this.supervision.notices(caller, { ...filterOf(query), unseenOnly: show === 'open' });
    return {
      notices: rows.map(({ at, acknowledgedAt, ...notice }) => ({
        ...notice,
        at: toLocalIso(at),
        acknowledgedAt: acknowledgedAt && toLocalIso(acknowledgedAt),
      })),
      next,
    };
  }

  @Post('notices/:noticeId/acknowledge')
  @HttpCode(204)
  @ApiOperation({ operationId: 'acknowledgeSearchNotice', summary: 'Đã xử lý cảnh báo / Acknowledge a notice' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async acknowledge(@CurrentCaller() caller: Caller, @Param('noticeId', IdParam) noticeId: string): Promise<void> {
    await this.supervision.acknowledge(caller, noticeId);
  }
}
