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
  type ReportFormat,
  type StatisticsQuestion,
  StatisticsReadModel,
  StatisticsReports,
  viewOfFigures,
  viewOfForm,
  viewOfNow,
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

const FILE_TYPES = [
  'application/json',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/pdf',
];

@ApiTags('Thống kê / Statistics')
@RequirePermission('statistics.read')
@Controller('v1/statistics')
export class StatisticsController {
  constructor(
    private readonly statistics: StatisticsReadModel,
    private readonly present: NowReadModel,
    private readonly reports: StatisticsReports,
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
  @ApiProduces(...FILE_TYPES)
  @ApiOkResponse({ type: FiguresResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async figures(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(FiguresQuery)) query: FiguresQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = readFiguresQuery(withFields(query, ['measures', 'from', 'to']));
    const { policy, language = 'vi' } = query;
    const format = query.format ?? (acceptsCsv(request) ? 'csv' : 'json');
    if (format === 'json') {
      const figures = await this.statistics.figures(caller, asked, policy);
      return void (await reply.send(viewOfFigures(figures, this.reference, language)));
    }
    await this.file(
      caller,
      { report: 'figures', query: asked, ...(policy !== undefined && { policy }) },
      format,
      language,
      reply,
    );
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
    return viewOfNow(await this.present.now(caller, by, filter, query.policy), IN_HOUSE, this.today(), this.reference);
  }

  @Get('workers-long-stay')
  @ApiOperation({
    operationId: 'getWorkersLongStay',
    summary:
      'Người lao động ở nhà ở khu công nghiệp từ 30 ngày, và trong đó chưa ghi nhận đăng ký tạm trú, theo khu và doanh nghiệp / ' +
      'Workers who live in zone housing for 30 days and more, and those of them without a recorded registration',
  })
  @ApiOkResponse({ type: NowResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async workers(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(LongStayQuery)) { days, policy }: LongStayQuery,
  ): Promise<NowResponse> {
    return viewOfNow(await this.present.longStay(caller, days, policy), WORKERS, this.today(), this.reference);
  }

  @Get('form-015n')
  @ApiOperation({
    operationId: 'getForm015n',
    summary: 'Biểu 015.N của một năm: cơ sở lưu trú phục vụ khách theo hạng / Form 015.N of a year: lodging by class',
  })
  @ApiProduces(...FILE_TYPES)
  @ApiOkResponse({ type: FormResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async form(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(FormQuery)) query: FormQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { year, policy, format = 'json', language = 'vi' } = withFields(query, ['year']);
    if (format === 'json') {
      return void (await reply.send(viewOfForm(await this.statistics.form015n(caller, year, policy))));
    }
    const question = { report: 'form-015n', year, ...(policy !== undefined && { policy }) } as const;
    await this.file(caller, question, format, language, reply);
  }

  private async file(
    caller: Caller,
    question: StatisticsQuestion,
    format: ReportFormat,
    language: 'vi' | 'en',
    reply: FastifyReply,
  ): Promise<void> {
    const { fileName, mediaType, body } = await this.reports.make(caller, question, format, language);
    await reply
      .header('Content-Type', mediaType)
      .header('Content-Disposition', `attachment; filename="${fileName}"`)
      .send(body);
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}

const IN_HOUSE = ['in-house', 'foreigners-in-house', 'overdue'] as const;
const WORKERS = ['zone-workers', 'zone-workers-long', 'zone-workers-unregistered', 'foreign-workers-long'] as const;

const acceptsCsv = ({ headers }: FastifyRequest): boolean => /(^|,)\s*text\/csv/.test(headers.accept ?? '');
