import { ApiProperty } from '@nestjs/swagger';
import { STAY_KINDS } from '@luutru/declaration';
import { CRITERIA, PERIOD_EVENTS, type PeriodEvent } from '@luutru/police';
import { ChoiceField, DayField, NumberField, ObjectField, TextField, UuidField } from '../http/fields';

class PeriodField {
  @ChoiceField({ description: 'Đến, đi, hay đang ở / Arrived, left, or in house', choices: PERIOD_EVENTS })
  event?: PeriodEvent;

  @DayField({ description: 'Từ ngày; in-house không có ngày là hiện tại / From; in-house without days is now' })
  from?: string;

  @DayField({ description: 'Đến hết ngày / To the end of' })
  to?: string;
}

export class SearchBody {
  @TextField({
    description: 'Mục đích, danh mục look-purpose / Purpose',
    max: 40,
    required: true,
    example: 'tim-nguoi',
  })
  purpose?: string;

  @TextField({ description: 'Số hồ sơ vụ việc / Case number', max: 64, required: true, example: 'VV-2026/118' })
  caseNumber?: string;

  @TextField({
    description: 'Số giấy tờ đầy đủ / Whole document number',
    max: 40,
    example: '049190001234',
  })
  documentNumber?: string;

  @TextField({ description: '6 ký tự cuối của số, kèm năm sinh / The last 6 characters, with the birth year', max: 20 })
  documentTail?: string;

  @TextField({ description: 'Điện thoại / Phone', max: 30, example: '0905 000 111' })
  phone?: string;

  @TextField({
    description:
      'Tên, có dấu hay không, thứ tự nào cũng được; một từ thì kèm năm sinh / ' +
      'Name, with or without marks, in any order; one word only with the birth year',
    max: 150,
    example: 'tran binh',
  })
  name?: string;

  @DayField({ description: 'Ngày sinh / Birth date' })
  birthDate?: string;

  @NumberField({ description: 'Năm sinh / Birth year', min: 1900, max: 2100 })
  birthYear?: number;

  @ChoiceField({ description: 'Giới tính / Sex', choices: ['M', 'F'] })
  sex?: 'M' | 'F';

  @TextField({ description: 'Quốc tịch / Nationality', max: 3, example: 'VNM' })
  nationality?: string;

  @ChoiceField({ description: 'Loại lưu trú / Kind of stay', choices: STAY_KINDS })
  kind?: string;

  @TextField({ description: 'Loại cơ sở, danh mục facility-kind / Kind of facility', max: 40 })
  facilityKind?: string;

  @TextField({ description: 'Địa bàn: đơn vị hành chính / Area: an administrative unit', max: 40, example: 'w20410' })
  unitId?: string;

  @TextField({ description: 'Cơ sở, theo mã hoặc id / Facility, by code or id', max: 64 })
  facilityId?: string;

  @TextField({ description: 'Phòng, kèm cơ sở / Room, with the facility', max: 20 })
  room?: string;

  @TextField({ description: 'Khoa, kèm cơ sở / Department, with the facility', max: 20 })
  department?: string;

  @TextField({ description: 'Biển số xe / Plate', max: 20, example: '43B-012.34' })
  plate?: string;

  @UuidField({ description: 'Chuyến xe / Trip' })
  tripId?: string;

  @ObjectField({ description: 'Khoảng thời gian / Period' }, () => PeriodField)
  period?: PeriodField;

  @TextField({
    description:
      'Giá trị next của trang trước, gửi với đúng tiêu chí cũ / next of the page before, with the same criteria',
    max: 120,
  })
  cursor?: string;
}

class ReasonResponse {
  @ApiProperty({ example: 'middle-name-missing' })
  code: string;

  @ApiProperty()
  vi: string;

  @ApiProperty()
  en: string;
}

class FoundFacilityResponse {
  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  kind: string;

  @ApiProperty()
  wardId: string;
}

class FoundStayResponse {
  @ApiProperty({ format: 'uuid' })
  stayId: string;

  @ApiProperty()
  facility: FoundFacilityResponse;

  @ApiProperty()
  kind: string;

  @ApiProperty()
  state: string;

  @ApiProperty()
  arrivedAt: string;

  @ApiProperty({ type: String, nullable: true })
  expectedDepartureAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  departedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  room: string | null;

  @ApiProperty({ type: String, nullable: true })
  department: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  tripId: string | null;

  @ApiProperty({ type: String, nullable: true })
  seat: string | null;
}

class FoundPersonResponse {
  @ApiProperty({ minimum: 0, maximum: 1, description: 'Mức khớp / How well it fits', example: 0.99 })
  score: number;

  @ApiProperty({ type: [ReasonResponse] })
  reasons: ReasonResponse[];

  @ApiProperty()
  fullName: string;

  @ApiProperty({ format: 'date' })
  birthDate: string;

  @ApiProperty({ enum: ['M', 'F'] })
  sex: string;

  @ApiProperty()
  nationality: string;

  @ApiProperty()
  documentType: number;

  @ApiProperty({ type: String, nullable: true })
  documentNumber: string | null;

  @ApiProperty({ description: 'Số lưu trú tìm thấy / Stays found' })
  stayCount: number;

  @ApiProperty({ type: [FoundStayResponse], description: 'Mới nhất trước / Newest first' })
  stays: FoundStayResponse[];
}

export class SearchResponse {
  @ApiProperty({ format: 'uuid' })
  searchId: string;

  @ApiProperty()
  page: number;

  @ApiProperty({ type: [FoundPersonResponse] })
  persons: FoundPersonResponse[];

  @ApiProperty({ description: 'Số người, tất cả các trang / People on all pages' })
  total: number;

  @ApiProperty({ description: 'Còn nữa nhưng không hiện: hãy thu hẹp / There is more: narrow the search' })
  cut: boolean;

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

class OfficerResponse {
  @ApiProperty({ format: 'uuid' })
  officerId: string;

  @ApiProperty({ type: String, nullable: true })
  officerName: string | null;
}

class SupervisedSearchResponse extends OfficerResponse {
  @ApiProperty({ format: 'uuid' })
  searchId: string;

  @ApiProperty()
  page: number;

  @ApiProperty()
  at: string;

  @ApiProperty()
  purpose: string;

  @ApiProperty()
  caseNumber: string;

  @ApiProperty({ enum: CRITERIA, isArray: true, description: 'Loại tiêu chí, không có giá trị / Kinds, never values' })
  criteria: string[];

  @ApiProperty()
  persons: number;

  @ApiProperty()
  rowsShown: number;

  @ApiProperty()
  cut: boolean;
}

export class SupervisedSearchesResponse {
  @ApiProperty({ type: [SupervisedSearchResponse] })
  searches: SupervisedSearchResponse[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

class SearchNoticeResponse extends OfficerResponse {
  @ApiProperty({ format: 'uuid' })
  noticeId: string;

  @ApiProperty({
    enum: ['searches-per-hour', 'searches-per-day', 'rows-per-day', 'numbers-in-sequence', 'numbers-without-hits'],
  })
  kind: string;

  @ApiProperty()
  at: string;

  @ApiProperty()
  count: number;

  @ApiProperty({ type: String, nullable: true })
  acknowledgedAt: string | null;
}

export class SearchNoticesResponse {
  @ApiProperty({ type: [SearchNoticeResponse] })
  notices: SearchNoticeResponse[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
