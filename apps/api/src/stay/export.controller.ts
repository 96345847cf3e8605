import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { BatchChoices } from '@luutru/batch';
import { localDate, toLocalIso } from '@luutru/calendar';
import { StayReadModel, type StayView } from '@luutru/declaration';
import { type ExportRow, FORMS, writeStays } from '@luutru/declaration-file';
import { CLOCK, type Clock } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { sendFile } from '../batch/batch-stream.controller';
import { Lasting } from '../http/admission';
import { CurrentCaller } from '../http/api-request';
import { FacilityChoice } from '../http/facility-choice';
import { ChoiceField, DayField, TextField } from '../http/fields';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';

const PAGE = 500;

class ExportQuery {
  @TextField({ description: 'Mã hoặc id của cơ sở / Facility, unless the key has only one', max: 64 })
  facilityId?: string;

  @ChoiceField({
    description: 'present: đang lưu trú; history: mọi lưu trú / Who is in house, or all; default present',
    choices: ['present', 'history'],
  })
  scope?: 'present' | 'history';

  @ChoiceField({
    description: 'Mẫu của cổng: khách Việt Nam hoặc người nước ngoài / Form',
    choices: ['portal', 'foreigners'],
  })
  form?: 'portal' | 'foreigners';

  @ChoiceField({ description: 'Định dạng / Format', choices: ['xlsx', 'csv'] })
  format?: 'xlsx' | 'csv';

  @DayField({ description: 'Từ ngày đến / From day of arrival' })
  from?: string;

  @DayField({ description: 'Đến hết ngày đến / To day of arrival' })
  to?: string;

  @ChoiceField({ description: 'Ngôn ngữ / Language', choices: ['vi', 'en'] })
  language?: 'vi' | 'en';
}

@ApiTags('Lưu trú / Stays')
@Controller('v1/exports')
export class ExportController {
  constructor(
    private readonly stays: StayReadModel,
    private readonly choices: BatchChoices,
    private readonly facilities: FacilityChoice,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('stays')
  @Lasting('bulk')
  @RequirePermission('stay.read')
  @ApiOperation({
    operationId: 'exportStays',
    summary: 'Tải dữ liệu của cơ sở theo mẫu của cổng / Take your data anywhere, in the form of the portal',
  })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ProblemResponses(400, 401, 403, 404, 422, 503)
  async export(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(ExportQuery)) query: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { scope = 'present', form = 'portal', format = 'xlsx', language = 'vi', from, to } = query;
    const facilityId = await this.facilities.resolve(caller, 'stay.read', query.facilityId);
    const choices = await this.choices.of(facilityId);
    const filter = { facilityId, from, to, present: scope === 'present', foreigners: form === 'foreigners' };
    const rows = this.stays.exported(caller, filter, PAGE);
    const options = { form: FORMS[form], format, choices, language };
    const stream = writeStays(this.mapped(rows, form), options);
    await sendFile(reply, stream, `luu-tru-${localDate(this.clock.now())}`, format);
  }

  private async *mapped(stays: AsyncIterable<StayView>, form: 'portal' | 'foreigners'): AsyncGenerator<ExportRow> {
    const { adminUnits } = this.reference;
    const codeOf = (unitId: string | null): string | null =>
      unitId === null ? null : (adminUnits.find(unitId)?.kbttCode ?? null);
    for await (const stay of stays) {
      const residence = { province: codeOf(stay.originProvinceId), ward: codeOf(stay.personal.residenceWardId) };
      yield { ...rowOf(stay, form), ...(form === 'portal' && residence) };
    }
  }
}

function rowOf(stay: StayView, form: 'portal' | 'foreigners'): ExportRow {
  const { personal, place } = stay;
  const common = {
    fullName: personal.fullName,
    birthDate: personal.birthDate,
    sex: stay.sex,
    nationality: stay.nationality,
    arrivedAt: toLocalIso(stay.arrivedAt),
    expectedDepartureAt: stay.expectedDepartureAt && toLocalIso(stay.expectedDepartureAt),
    room: place.room ?? place.unit ?? place.department ?? place.seat,
  };
  if (form === 'foreigners') {
    return {
      ...common,
      birthDatePrecision: personal.birthDate.length === 4 ? 'Y' : 'D',
      passportNumber: personal.documentNumber,
      departedAt: stay.departedAt && toLocalIso(stay.departedAt),
      permitUntil: personal.permitUntil,
    };
  }
  return {
    ...common,
    documentType: stay.documentType,
    documentName: personal.documentDescription,
    documentNumber: personal.documentNumber,
    phone: personal.phone,
    residenceKind: personal.residenceKind,
    address: personal.address,
    reason: stay.reason,
    reasonText: personal.reasonText,
    note: personal.note,
  };
}
