import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { PoliceSearchService } from '@luutru/police';
import { CurrentCaller } from '../http/api-request';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { SearchBody, SearchResponse } from './search.dto';
import { presentSearch } from './search.presenter';

const stated = { purpose: 'tim-nguoi', caseNumber: 'VV-2026/118' };

@ApiTags('Công an / Police')
@Controller('v1/police/searches')
export class SearchController {
  constructor(private readonly searches: PoliceSearchService) {}

  @Post()
  @HttpCode(200)
  @RequirePermission('person.search')
  @ApiOperation({
    operationId: 'searchPersons',
    summary: 'Tìm người lưu trú trong địa bàn / Search for people within the area',
    description:
      'Mỗi lần tìm, mỗi trang đều được ghi nhận trước khi trả lời; người được hiện ra sẽ thấy lần xem này. Tra cứu có ' +
      'giới hạn theo giờ và ngày. / Every search and page is recorded before it is answered, and the people shown will ' +
      'see the look. Searches are limited by the hour and the day.',
  })
  @ApiBody({
    type: SearchBody,
    examples: {
      number: { summary: 'Theo số giấy tờ / By number', value: { ...stated, documentNumber: '049 190 001 234' } },
      tail: {
        summary: '6 số cuối và năm sinh / Last 6 digits and birth year',
        value: { ...stated, documentTail: '001234', birthYear: 1990 },
      },
      name: {
        summary: 'Theo tên, không dấu, thiếu tên đệm / By name, no marks, no middle name',
        value: { ...stated, name: 'tran binh', birthYear: 1990 },
      },
      present: {
        summary: 'Đang ở một cơ sở / In house at a facility',
        value: { ...stated, facilityId: 'KS-000001', period: { event: 'in-house' } },
      },
      arrivals: {
        summary: 'Khách Trung Quốc đến trong ba ngày / Chinese arrivals of three days',
        value: { ...stated, nationality: 'CHN', period: { event: 'arrival', from: '2026-11-20', to: '2026-11-22' } },
      },
      plate: { summary: 'Trên một xe / On a coach', value: { ...stated, plate: '43B-012.34' } },
    },
  })
  @ApiOkResponse({ type: SearchResponse })
  @ProblemResponses(400, 401, 403, 413, 415, 422, 429, 503)
  async search(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(SearchBody)) body: SearchBody,
  ): Promise<SearchResponse> {
    return presentSearch(await this.searches.search(caller, withFields(body, ['purpose', 'caseNumber'])));
  }
}
