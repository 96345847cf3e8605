import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { localDate } from '@luutru/calendar';
import { CLOCK, type Clock } from '@luutru/platform';
import { type AdminUnit, ReferenceDataService } from '@luutru/reference-data';
import { Public } from '../http/route-access';
import { type Envelope, success } from './kbtt-envelope';

const PUBLIC = 'code tables are public knowledge';
const CACHE = 'public, max-age=3600';
const TABLE = { schema: { type: 'object' } };

interface Entry {
  readonly id: number;
  readonly name: string;
}

/** The portal's code tables, under its paths and in its fields. */
@ApiTags('Cổng KBTT / Portal-compatible')
@Controller('cms-backend/public')
export class KbttTablesController {
  constructor(
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('dm-qt/3th/get-all')
  @Public(PUBLIC)
  @Header('Cache-Control', CACHE)
  @ApiOperation({ operationId: 'kbttNationalities', summary: 'Quốc tịch / Nationalities' })
  @ApiOkResponse(TABLE)
  nationalities(): Envelope<readonly { maQT: string; tenQT: string; tenQTEn: string }[]> {
    const entries = this.reference.codeTables.list('nationality', localDate(this.clock.now())) ?? [];
    return success(entries.map(({ code, labelVi, labelEn }) => ({ maQT: code, tenQT: labelVi, tenQTEn: labelEn })));
  }

  @Get('dm-tinh-tp/get-all')
  @Public(PUBLIC)
  @Header('Cache-Control', CACHE)
  @ApiOperation({ operationId: 'kbttProvinces', summary: 'Tỉnh, thành phố / Provinces' })
  @ApiOkResponse(TABLE)
  provinces(): Envelope<readonly { maTT: string; tenTT: string; tenTTEn: string; maTTChu: string }[]> {
    const units = this.inForce(this.reference.adminUnits.children(null));
    return success(
      units.map((unit) => ({
        maTT: unit.kbttCode ?? '',
        tenTT: unit.name,
        tenTTEn: unit.nameEn,
        maTTChu: unit.gsoCode ?? '',
      })),
    );
  }

  @Get('dm-phuong-xa')
  @Public(PUBLIC)
  @Header('Cache-Control', CACHE)
  @ApiOperation({ operationId: 'kbttWards', summary: 'Phường, xã của một tỉnh (trucThuocTinh) / Wards of a province' })
  @ApiQuery({ name: 'trucThuocTinh', type: String, required: true, example: '501' })
  @ApiOkResponse(TABLE)
  wards(
    @Query('trucThuocTinh') province: unknown,
  ): Envelope<readonly { maPhuongXa: string; tenPhuongXa: string; tenPhuongXaEn: string; trucThuocTinh: string }[]> {
    const code = typeof province === 'string' ? province : '';
    const parent = this.reference.adminUnits.findByPortalCode(code);
    const units = parent ? this.inForce(this.reference.adminUnits.children(parent.unitId)) : [];
    return success(
      units.map((unit) => ({
        maPhuongXa: unit.kbttCode ?? '',
        tenPhuongXa: unit.name,
        tenPhuongXaEn: unit.nameEn,
        trucThuocTinh: code,
      })),
    );
  }

  @Get('ly-do-cu-tru/get-all')
  @Public(PUBLIC)
  @Header('Cache-Control', CACHE)
  @ApiOperation({ operationId: 'kbttReasons', summary: 'Lý do cư trú / Reasons' })
  @ApiOkResponse(TABLE)
  reasons(): Envelope<readonly Entry[]> {
    return this.table('stay-reason');
  }

  @Get('loai-giay-to/get-all')
  @Public(PUBLIC)
  @Header('Cache-Control', CACHE)
  @ApiOperation({ operationId: 'kbttDocumentTypes', summary: 'Loại giấy tờ / Document types' })
  @ApiOkResponse(TABLE)
  documentTypes(): Envelope<readonly Entry[]> {
    return this.table('document-type');
  }

  @Get('noi-cu-tru/get-all')
  @Public(PUBLIC)
  @Header('Cache-Control', CACHE)
  @ApiOperation({ operationId: 'kbttResidenceKinds', summary: 'Nơi cư trú / Residence kinds' })
  @ApiOkResponse(TABLE)
  residenceKinds(): Envelope<readonly Entry[]> {
    return this.table('residence-kind');
  }

  private table(name: string): Envelope<readonly Entry[]> {
    const entries = this.reference.codeTables.list(name, localDate(this.clock.now())) ?? [];
    return success(entries.map(({ code, labelVi }) => ({ id: Number(code), name: labelVi })));
  }

  private inForce(units: readonly AdminUnit[]): AdminUnit[] {
    return units.filter(({ validTo, kbttCode }) => validTo === null && kbttCode !== null);
  }
}
