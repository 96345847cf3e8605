import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '@luutru/access';
import { localDate } from '@luutru/calendar';
import { CLOCK, type Clock } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import {
  DIMENSION_IDS,
  DIMENSIONS,
  MEASURES,
  NOW_MEASURES,
  NowReadModel,
  StatisticsReadModel,
} from '@luutru/statistics';
import { CurrentCaller } from '../http/api-request';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { readFiguresQuery, readNowQuery } from './figures.query';
import {
  FiguresQuery,
  FiguresResponse,
  FormQuery,
  FormResponse,
  IndicatorsResponse,
  LongStayQuery,
  NowQuery,
  NowResponse,
} from './statistics.dto';
import { csvOf, presentFigures, presentForm, presentNow } from './statistics.presenter';

@ApiTags('Thống kê / Statistics')
@RequirePermission('statistics.read')
@Controller('v1/statistics')
export class StatisticsController {
  constructor(
    private readonly statistics: StatisticsReadModel,
    private readonly present: NowReadModel,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
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
      measures: Object.entries({ ...MEASURES, ...NOW_MEASURES }).map(([id, measure]) => {
        const { vi, en, definitionVi, definitionEn, unit, sourceVi } = measure;
        return { id, name: { vi, en }, definition: { vi: definitionVi, en: definitionEn }, unit, source: sourceVi };
      }),
      dimensions: DIMENSION_IDS.map((id) => ({ id, name: { vi: DIMENSIONS[id].vi, en: DIMENSIONS[id].en } })),
    };
  }

  @Get('figures')
  @ApiOperation({
    operationId: 'getFigures',
    summary:
      'Số liệu theo chỉ tiêu, tiêu thức và kỳ trong địa bàn / Figures of the area by measures, dimensions and period',
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

  @Get('now')
  @ApiOperation({
    operationId: 'getPeopleInHouse',
    summary: 'Đang lưu trú và quá hạn lúc này trong địa bàn / Who is in house and overdue now in the area',
  })
  @ApiOkResponse({ type: NowResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async now(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(NowQuery)) query: NowQuery,
  ): Promise<NowResponse> {
    const { by, filter } = readNowQuery(query);
    return presentNow(await this.present.now(caller, by, filter), IN_HOUSE, this.today(), this.reference);
  }

  @Get('workers-long-stay')
  @ApiOperation({
    operationId: 'getWorkersLongStay',
    summary:
      'Người lao động ở nhà ở khu công nghiệp từ 30 ngày, theo khu và doanh nghiệp / Workers who live in zone housing for 30 days and more',
  })
  @ApiOkResponse({ type: NowResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async workers(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(LongStayQuery)) { days = 30 }: LongStayQuery,
  ): Promise<NowResponse> {
    return presentNow(await this.present.longStay(caller, days), WORKERS, this.today(), this.reference);
  }

  @Get('form-015n')
  @ApiOperation({
    operationId: 'getForm015n',
    summary: 'Biểu 015.N của một năm: cơ sở lưu trú phục vụ khách theo hạng / Form 015.N of a year: lodging by class',
  })
  @ApiOkResponse({ type: FormResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async form(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(FormQuery)) query: FormQuery,
  ): Promise<FormResponse> {
    const { year } = withFields(query, ['year']);
    return presentForm(year, await this.statistics.form015n(caller, year));
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}

const IN_HOUSE = ['in-house', 'foreigners-in-house', 'overdue'] as const;
const WORKERS = ['zone-workers', 'zone-workers-long', 'foreign-workers-long'] as const;

const acceptsCsv = ({ headers }: FastifyRequest): boolean => /(^|,)\s*text\/csv/.test(headers.accept ?? '');
