import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { type Anomaly, AnomaliesService } from '@luutru/anomaly';
import { toLocalIso } from '@luutru/calendar';
import { ReferenceDataService } from '@luutru/reference-data';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { AnomaliesQuery, AnomaliesResponse, AnomalyResponse, RemarkRequest } from './anomaly.dto';
import { wordsOf } from './anomaly.words';

@ApiTags('Thống kê / Statistics')
@Controller('v1/statistics/anomalies')
export class AnomalyController {
  constructor(
    private readonly anomalies: AnomaliesService,
    private readonly reference: ReferenceDataService,
  ) {}

  @Get()
  @RequirePermission('statistics.read')
  @ApiOperation({
    operationId: 'listAnomalies',
    summary: 'Ngày khác thường của địa bàn, kèm cách tính / Unusual days of the area, and how that was reckoned',
  })
  @ApiOkResponse({ type: AnomaliesResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(AnomaliesQuery)) query: AnomaliesQuery,
  ): Promise<AnomaliesResponse> {
    const { from, to, withdrawn = 'no', limit = 50, ...filter } = withFields(query, ['from', 'to']);
    const page = await this.anomalies.list(caller, { ...filter, from, to, limit, withdrawn: withdrawn === 'yes' });
    return { ...page, anomalies: page.anomalies.map((one) => this.present(one)) };
  }

  @Post(':noteId/remarks')
  @HttpCode(200)
  @RequirePermission('statistics.exact')
  @ApiOperation({ operationId: 'remarkAnomaly', summary: 'Ghi nhận xét sau khi tìm hiểu / Say what was found out' })
  @ApiOkResponse({ type: AnomalyResponse })
  @ProblemResponses(400, 401, 403, 404, 415, 422, 503)
  async remark(
    @CurrentCaller() caller: Caller,
    @Param('noteId', IdParam) noteId: string,
    @Body(new StrictShapePipe(RemarkRequest)) body: RemarkRequest,
  ): Promise<AnomalyResponse> {
    return this.present(await this.anomalies.remark(caller, noteId, withFields(body, ['text']).text));
  }

  private present(anomaly: Anomaly): AnomalyResponse {
    const { area, basis, foundAt, withdrawnAt, remarks, ...rest } = anomaly;
    const { days, around, before, scatterOf, ...numbers } = basis;
    return {
      ...rest,
      area: area && { ...area, name: this.reference.adminUnits.find(area.id)?.name ?? area.id },
      basis: { ...numbers, days: [...days], around: [...around], before: [...before], scatterOf: [...scatterOf] },
      words: wordsOf(anomaly),
      foundAt: foundAt && toLocalIso(foundAt),
      withdrawnAt: withdrawnAt && toLocalIso(withdrawnAt),
      remarks: remarks.map(({ at, text }) => ({ at: toLocalIso(at), text })),
    };
  }
}
