import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { KbttService, MAX_ELEMENTS, type PortalElement } from '@luutru/kbtt';
import { AppError } from '@luutru/platform';
import { CurrentCaller } from '../http/api-request';
import { FacilityChoice } from '../http/facility-choice';
import { RequirePermission } from '../http/route-access';
import { type Envelope, success } from './kbtt-envelope';

const ELEMENTS = {
  schema: { type: 'array', items: { type: 'object', additionalProperties: true }, maxItems: MAX_ELEMENTS },
};
const ENVELOPE = {
  schema: {
    type: 'object',
    properties: {
      code: { type: 'string', example: '200' },
      message: { type: 'string', example: 'Thành công' },
      data: {},
    },
  },
};
const FACILITY = 'cslt';
const FACILITY_QUERY = {
  name: FACILITY,
  type: String,
  required: false,
  description: 'Mã cơ sở, khi khóa có nhiều cơ sở / Facility, when the key has several',
};

/** The national portal's partner API under its own paths: today's clients work by changing their base URL. */
@ApiTags('Cổng KBTT / Portal-compatible')
@RequirePermission('stay.declare')
@Controller('client-service')
export class KbttController {
  constructor(
    private readonly kbtt: KbttService,
    private readonly facilities: FacilityChoice,
  ) {}

  @Post('kbtt-vn/kbtt-3th')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'kbttDeclareVietnamese',
    summary: 'Khai báo khách Việt Nam theo mẫu cổng / As the portal: Vietnamese guests',
    description: 'Ảnh giấy tờ được nhận nhưng không lưu. / Photos of papers are accepted and not kept.',
  })
  @ApiBody(ELEMENTS)
  @ApiQuery(FACILITY_QUERY)
  @ApiOkResponse(ENVELOPE)
  declareVietnamese(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
    @Query(FACILITY) facility: unknown,
  ): Promise<Envelope<readonly { maKhaiBao: string }[]>> {
    return this.declare(caller, 'vietnamese', body, facility);
  }

  @Post('kbtt/kbtt-3th')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'kbttDeclareForeigners',
    summary: 'Khai báo khách nước ngoài theo mẫu cổng / As the portal: foreigners',
  })
  @ApiBody(ELEMENTS)
  @ApiQuery(FACILITY_QUERY)
  @ApiOkResponse(ENVELOPE)
  declareForeigners(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
    @Query(FACILITY) facility: unknown,
  ): Promise<Envelope<readonly { maKhaiBao: string }[]>> {
    return this.declare(caller, 'foreigner', body, facility);
  }

  @Post('kbtt-vn/kbtt-3th/doi-ngay-tra-phong')
  @HttpCode(200)
  @ApiOperation({ operationId: 'kbttChangeDeparture', summary: 'Trả sớm (TS), gia hạn (GH) / Leave early, extend' })
  @ApiBody(ELEMENTS)
  @ApiQuery(FACILITY_QUERY)
  @ApiOkResponse(ENVELOPE)
  change(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
    @Query(FACILITY) facility: unknown,
  ): Promise<Envelope<null>> {
    return this.changeDepartures(caller, body, facility);
  }

  @Post('kbtt/kbtt-3th/doi-ngay-tra-phong')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'kbttChangeDepartureToo',
    summary: 'Như trên, dưới đường dẫn khác / The same under another path',
  })
  @ApiBody(ELEMENTS)
  @ApiQuery(FACILITY_QUERY)
  @ApiOkResponse(ENVELOPE)
  changeToo(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
    @Query(FACILITY) facility: unknown,
  ): Promise<Envelope<null>> {
    return this.changeDepartures(caller, body, facility);
  }

  private async changeDepartures(caller: Caller, body: unknown, facility: unknown): Promise<Envelope<null>> {
    await this.kbtt.change(caller, await this.facility(caller, facility), elementsOf(body));
    return success(null);
  }

  private async declare(
    caller: Caller,
    about: 'vietnamese' | 'foreigner',
    body: unknown,
    facility: unknown,
  ): Promise<Envelope<readonly { maKhaiBao: string }[]>> {
    const facilityId = await this.facility(caller, facility);
    const answers = await this.kbtt.declare(caller, facilityId, about, elementsOf(body));
    return success(answers.map(({ stayId }) => ({ maKhaiBao: stayId })));
  }

  /** A token of the portal's kind stands for one facility; others name theirs. */
  private facility(caller: Caller, given: unknown): Promise<string> {
    return this.facilities.resolve(caller, 'stay.declare', typeof given === 'string' ? given : undefined);
  }
}

function elementsOf(body: unknown): readonly PortalElement[] {
  const isElement = (one: unknown): one is PortalElement =>
    typeof one === 'object' && one !== null && !Array.isArray(one);
  if (!Array.isArray(body) || body.length === 0) throw wrongList();
  if (body.length > MAX_ELEMENTS) {
    throw new AppError('validation-failed', 'invalid', {}, [
      { code: 'list-too-long', pointer: '', params: { max: MAX_ELEMENTS } },
    ]);
  }
  if (!body.every(isElement)) throw wrongList();
  return body;
}

const wrongList = (): AppError =>
  new AppError('validation-failed', 'invalid', {}, [{ code: 'type-wrong', pointer: '', params: { expected: 'list' } }]);
