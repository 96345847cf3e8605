import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { ComplianceReadModel, monthlyPdf, MonthlySheetReadModel, monthlyWorkbook } from '@luutru/compliance';
import { ReferenceDataService } from '@luutru/reference-data';
import { sendFile } from '../batch/batch-stream.controller';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  FacilityComplianceResponse,
  MonthlySheetQuery,
  MonthlySheetResponse,
  StandingListQuery,
  StandingListResponse,
  WardRankingResponse,
} from './compliance.dto';
import { presentFacility, presentSheet, presentStanding } from './compliance.presenter';

@ApiTags('Chấp hành khai báo / Compliance')
@RequirePermission('compliance.read')
@Controller('v1/compliance')
export class ComplianceController {
  constructor(
    private readonly standings: ComplianceReadModel,
    private readonly sheets: MonthlySheetReadModel,
    private readonly reference: ReferenceDataService,
  ) {}

  @Get('facilities')
  @ApiOperation({
    operationId: 'listFacilityStandings',
    summary: 'Mức độ chấp hành của các cơ sở, nhiều điểm trước / How facilities declare, the most points first',
  })
  @ApiOkResponse({ type: StandingListResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(StandingListQuery)) query: StandingListQuery,
  ): Promise<StandingListResponse> {
    const { ward, limit = 50, ...filter } = query;
    const { facilities, next } = await this.standings.facilities(caller, { ...filter, wardId: ward, limit });
    return { facilities: facilities.map(presentStanding), next };
  }

  @Get('facilities/:facilityId')
  @ApiOperation({
    operationId: 'getFacilityStanding',
    summary: 'Một cơ sở: chỉ số, giải thích và 12 tuần gần nhất / One facility, explained, with its last twelve weeks',
  })
  @ApiOkResponse({ type: FacilityComplianceResponse })
  @ProblemResponses(401, 403, 404, 503)
  async get(
    @CurrentCaller() caller: Caller,
    @Param('facilityId', IdParam) facilityId: string,
  ): Promise<FacilityComplianceResponse> {
    return presentFacility(await this.standings.facility(caller, facilityId));
  }

  @Get('wards')
  @ApiOperation({
    operationId: 'rankWards',
    summary: 'Xếp hạng phường, xã theo điểm trên mỗi cơ sở / Wards by points for each facility',
  })
  @ApiOkResponse({ type: WardRankingResponse })
  @ProblemResponses(401, 403, 503)
  async wards(@CurrentCaller() caller: Caller): Promise<WardRankingResponse> {
    const wards = await this.standings.wards(caller);
    return {
      wards: wards.map((ward, at) => ({
        rank: at + 1,
        ...ward,
        wardName: this.reference.adminUnits.find(ward.wardId)?.name ?? ward.wardId,
      })),
    };
  }

  @Get('monthly-sheet')
  @ApiOperation({
    operationId: 'getMonthlySheet',
    summary: 'Bảng số liệu tháng của phường hoặc toàn địa bàn / Figures of a month, of a ward or all of the area',
  })
  @ApiProduces(
    'application/json',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/pdf',
  )
  @ApiOkResponse({ type: MonthlySheetResponse })
  @ProblemResponses(400, 401, 403, 404, 422, 503)
  async sheet(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(MonthlySheetQuery)) query: MonthlySheetQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { month, ward, format = 'json', language = 'vi' } = withFields(query, ['month']);
    const sheet = await this.sheets.of(caller, month, ward ?? null);
    const name = `chap-hanh-${sheet.month}${sheet.wardId === null ? '' : `-${sheet.wardId}`}`;
    if (format === 'xlsx') return sendFile(reply, monthlyWorkbook(sheet, language), name, 'xlsx');
    if (format === 'json') return void (await reply.send(presentSheet(sheet)));
    const pdf = await monthlyPdf(sheet, language);
    await reply
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', `inline; filename="${name}.pdf"`)
      .send(pdf);
  }
}
