import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import { localDate } from '@luutru/calendar';
import { AppError, CLOCK, type Clock } from '@luutru/platform';
import { type AdminUnit, ReferenceDataService } from '@luutru/reference-data';
import { TextField } from '../http/fields';
import { ProblemResponses } from '../http/problem-responses';
import { Public } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { GeoPointResponse } from './geo-point.dto';

class CodeResponse {
  @ApiProperty()
  code: string;

  @ApiProperty()
  vi: string;

  @ApiProperty()
  en: string;
}

class CodeTableResponse {
  @ApiProperty()
  table: string;

  @ApiProperty({ type: [CodeResponse] })
  codes: CodeResponse[];
}

class CodeTableNamesResponse {
  @ApiProperty({ type: [String] })
  tables: string[];
}

class AdminUnitResponse {
  @ApiProperty({ description: 'Mã trong các câu trả lời khác / Its id in other answers', example: 'w20410' })
  unitId: string;

  @ApiProperty({ description: 'Mã của cổng KBTT / Portal code', example: '501920410' })
  code: string;

  @ApiProperty({ example: '20410' })
  gsoCode: string;

  @ApiProperty({ example: 'Phường Hội An' })
  name: string;

  @ApiProperty({ example: 'Hoi An Ward' })
  nameEn: string;

  @ApiProperty({
    type: GeoPointResponse,
    nullable: true,
    description: 'Điểm trên bản đồ; null khi chưa có nguồn / Its point on a map; null where no source gives one',
  })
  point: GeoPointResponse | null;
}

class AdminUnitListResponse {
  @ApiProperty({ type: [AdminUnitResponse] })
  units: AdminUnitResponse[];
}

class RuleResponse {
  @ApiProperty({ example: 'stay.deadline' })
  key: string;

  @ApiProperty({ format: 'date', description: 'Có hiệu lực từ / In force from' })
  validFrom: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Đến trước ngày / Up to, not including' })
  validTo: string | null;

  @ApiProperty({ type: Object, description: 'Nội dung; khác nhau theo quy định / What it says' })
  value: unknown;

  @ApiProperty({ description: 'Căn cứ / Legal source' })
  sourceVi: string;

  @ApiProperty({ type: String, nullable: true, description: 'Giải thích / What it is about, in Vietnamese' })
  noteVi: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Giải thích bằng tiếng Anh / The same in English' })
  noteEn: string | null;
}

class RuleListResponse {
  @ApiProperty({ type: [RuleResponse] })
  rules: RuleResponse[];
}

class PlacedUnitResponse extends AdminUnitResponse {
  @ApiProperty({
    type: AdminUnitResponse,
    description: 'Tỉnh, thành phố chứa đơn vị; của tỉnh là chính nó / Its province',
  })
  province: AdminUnitResponse;
}

class AddressQuery {
  @TextField({
    description: 'Địa chỉ, kể cả địa chỉ trước sáp nhập / Address, pre-merger ones too',
    max: 500,
    required: true,
    example: 'Phường Minh An, Thành phố Hội An, Quảng Nam',
  })
  address?: string;
}

class AddressResponse {
  @ApiProperty({ enum: ['resolved', 'ambiguous', 'province', 'unresolved'] })
  status: string;

  @ApiProperty({ type: AdminUnitResponse, nullable: true })
  province: AdminUnitResponse | null;

  @ApiProperty({ type: AdminUnitResponse, nullable: true })
  ward: AdminUnitResponse | null;

  @ApiProperty({ type: [AdminUnitResponse] })
  candidates: AdminUnitResponse[];
}

const unitResponse = ({ unitId, kbttCode, gsoCode, name, nameEn, point }: AdminUnit): AdminUnitResponse => ({
  unitId,
  code: kbttCode ?? '',
  gsoCode: gsoCode ?? '',
  name,
  nameEn,
  point,
});

const PUBLIC = 'code tables and administrative units are public knowledge';
const CACHE = 'public, max-age=3600';

@ApiTags('Danh mục / Reference data')
@Controller('v1/reference')
export class ReferenceController {
  constructor(
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('code-tables')
  @Public(PUBLIC)
  @Header('Cache-Control', CACHE)
  @ApiOperation({ operationId: 'listCodeTables', summary: 'Các danh mục mã / The code tables' })
  @ApiOkResponse({ type: CodeTableNamesResponse })
  tables(): CodeTableNamesResponse {
    return { tables: this.reference.codeTables.names };
  }

  @Get('code-tables/:table')
  @Public(PUBLIC)
  @Header('Cache-Control', CACHE)
  @ApiOperation({
    operationId: 'getCodeTable',
    summary: 'Các mã đang dùng của một danh mục / The codes of a table in force',
  })
  @ApiParam({ name: 'table', example: 'stay-reason' })
  @ApiOkResponse({ type: CodeTableResponse })
  @ProblemResponses(404)
  table(@Param('table') table: string): CodeTableResponse {
    const entries = this.reference.codeTables.list(table, localDate(this.clock.now()));
    if (!entries) throw new AppError('not-found', 'not-found');
    return { table, codes: entries.map(({ code, labelVi, labelEn }) => ({ code, vi: labelVi, en: labelEn })) };
  }

  @Get('rules')
  @Public('rules are law, and law is public')
  @Header('Cache-Control', CACHE)
  @ApiOperation({
    operationId: 'listRules',
    summary: 'Quy định theo thời gian, kèm căn cứ / Dated rules with their legal source',
  })
  @ApiOkResponse({ type: RuleListResponse })
  rules(): RuleListResponse {
    return { rules: this.reference.ruleBook.rules.map((rule) => ({ ...rule })) };
  }

  @Get('provinces')
  @Public(PUBLIC)
  @Header('Cache-Control', CACHE)
  @ApiOperation({ operationId: 'listProvinces', summary: '34 tỉnh, thành phố / The 34 provinces' })
  @ApiOkResponse({ type: AdminUnitListResponse })
  provinces(): AdminUnitListResponse {
    const today = this.reference.adminUnits.children(null).filter((unit) => unit.validTo === null);
    return { units: today.map(unitResponse) };
  }

  @Get('provinces/:code/wards')
  @Public(PUBLIC)
  @Header('Cache-Control', CACHE)
  @ApiOperation({ operationId: 'listWards', summary: 'Các xã, phường, đặc khu của một tỉnh / The wards of a province' })
  @ApiParam({ name: 'code', example: '501' })
  @ApiOkResponse({ type: AdminUnitListResponse })
  @ProblemResponses(404)
  wards(@Param('code') code: string): AdminUnitListResponse {
    const province = this.reference.adminUnits.findByPortalCode(code);
    if (province?.level !== 'province') throw new AppError('not-found', 'not-found');
    return { units: this.reference.adminUnits.children(province.unitId).map(unitResponse) };
  }

  @Get('units/:unitId')
  @Public(PUBLIC)
  @Header('Cache-Control', CACHE)
  @ApiOperation({
    operationId: 'getAdminUnit',
    summary: 'Một đơn vị hành chính và tỉnh của nó / An administrative unit and its province',
  })
  @ApiParam({ name: 'unitId', example: 'w20410' })
  @ApiOkResponse({ type: PlacedUnitResponse })
  @ProblemResponses(404)
  unit(@Param('unitId') unitId: string): PlacedUnitResponse {
    const unit = this.reference.adminUnits.find(unitId);
    const province = this.reference.adminUnits.provinceOf(unitId);
    if (!unit || !province) throw new AppError('not-found', 'not-found');
    return { ...unitResponse(unit), province: unitResponse(province) };
  }

  @Get('addresses')
  @Public(PUBLIC)
  @ApiOperation({
    operationId: 'resolveAddress',
    summary: 'Tìm xã, phường hiện nay của một địa chỉ / Today’s ward of an address',
  })
  @ApiOkResponse({ type: AddressResponse })
  @ProblemResponses(422)
  resolve(@Query(new StrictShapePipe(AddressQuery)) { address }: AddressQuery): AddressResponse {
    if (!address?.trim()) {
      throw new AppError('validation-failed', 'invalid', {}, [{ code: 'field-required', pointer: '/address' }]);
    }
    const { status, ward, province, candidates } = this.reference.addresses.resolve(address);
    return {
      status,
      ward: ward && unitResponse(ward),
      province: province && unitResponse(province),
      candidates: candidates.map(unitResponse),
    };
  }
}
