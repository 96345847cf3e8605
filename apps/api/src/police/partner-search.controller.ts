import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, lookReachOf, unitsOf } from '@luutru/access';
import { PoliceSearchService } from '@luutru/police';
import { CurrentCaller } from '../http/api-request';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { PartnerSearchBody, SearchResponse } from './search.dto';
import { presentSearch } from './search.presenter';

const PERMISSION = 'person.search.partner';

@ApiTags('Hệ thống công an / Police systems')
@Controller('v1/partner/police')
export class PartnerSearchController {
  constructor(private readonly searches: PoliceSearchService) {}

  @Post('searches')
  @HttpCode(200)
  @RequirePermission(PERMISSION)
  @ApiOperation({
    operationId: 'partnerSearch',
    summary: 'Tìm người lưu trú cho hệ thống của một đơn vị công an / Search for people, for a police unit’s system',
    description:
      'Chỉ với khóa do quản trị cấp cho đơn vị. Mỗi yêu cầu phải ký theo RFC 9421 (Ed25519: @method, @path, content-digest; created, keyid, nonce), chữ ký chỉ dùng một lần. ' +
      'Giới hạn và nhật ký như khi cán bộ tự tra cứu. / Only with a key that an administrator issued to the unit. Every request is signed as RFC 9421 says ' +
      '(Ed25519 over @method, @path, content-digest; created, keyid, nonce), each signature good once. Limits and audit are those of an officer who searches.',
  })
  @ApiOkResponse({ type: SearchResponse })
  @ProblemResponses(400, 401, 403, 413, 415, 422, 429, 503)
  async search(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(PartnerSearchBody)) body: PartnerSearchBody,
  ): Promise<SearchResponse> {
    const { officer, ...asked } = withFields(body, ['purpose', 'caseNumber', 'officer']);
    const { principal } = caller;
    const found = await this.searches.search(caller, asked, {
      permission: PERMISSION,
      officer: { id: `${principal.id}:${officer}`, unitIds: unitsOf(principal, PERMISSION) },
      reach: lookReachOf(principal, PERMISSION),
      officerReference: officer,
    });
    return presentSearch(found);
  }
}
