import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '@luutru/access';
import { ReferenceDataService } from '@luutru/reference-data';
import { DIMENSION_IDS, DIMENSIONS, MEASURE_IDS, MEASURES, StatisticsReadModel } from '@luutru/statistics';
import { CurrentCaller } from '../http/api-request';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { readFiguresQuery } from './figures.query';
import { FiguresQuery, FiguresResponse, IndicatorsResponse } from './statistics.dto';
import { csvOf, presentFigures } from './statistics.presenter';

@ApiTags('Thống kê / Statistics')
@RequirePermission('statistics.read')
@Controller('v1/statistics')
export class StatisticsController {
  constructor(
    private readonly statistics: StatisticsReadModel,
    private readonly reference: ReferenceDataService,
  ) {}

  @Get('indicators')
  @ApiOperation({
    operationId: 'listIndicators',
    summary: 'Các chỉ tiêu và tiêu thức, định nghĩa, đơn vị, căn cứ / Measures and dimensions, what they mean and why',
  })
  @ApiOkResponse({ type: IndicatorsResponse })
  @ProblemResponses(401, 403)
  indicators(): IndicatorsResponse {
    return {
      measures: MEASURE_IDS.map((id) => {
        const { vi, en, definitionVi, definitionEn, unit, sourceVi } = MEASURES[id];
        return { id, name: { vi, en }, definition: { vi: definitionVi, en: definitionEn }, unit, source: sourceVi };
      }),
      dimensions: DIMENSION_IDS.map((id) => ({ id, name: { vi: DIMENSIONS[id].vi, en: DIMENSIONS[id].en } })),
    };
  }

  @Get('figures')
  @ApiOperation({
    operationId: 'getFigures',
    summary: 'Số liệu theo chỉ tiêu, tiêu thức và kỳ trong địa bàn / Figures of the area by measures, dimensions and period',
  })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ type: FiguresResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async figures(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(FiguresQuery)) query: FiguresQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = readFiguresQuery(withFields(query, ['measures', 'from', 'to']));
    const answer = presentFigures(await this.statistics.figures(caller, asked), this.reference);
    const wantsCsv = query.format === 'csv' || (query.format === undefined && acceptsCsv(request));
    if (!wantsCsv) return void (await reply.send(answer));
    await reply
      .header('Content-Type', 'text/csv; charset=utf-8')
      .header('Content-Disposition', `attachment; filename="thong-ke-${query.from}-${query.to}.csv"`)
      .send(csvOf(answer, query.language ?? 'vi'));
  }
}

const acceptsCsv = ({ headers }: FastifyRequest): boolean => /(^|,)\s*text\/csv/.test(headers.accept ?? '');
