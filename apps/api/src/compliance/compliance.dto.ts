import { ApiProperty } from '@nestjs/swagger';
import { INDICATOR_IDS, type IndicatorId, SHEET_COLUMNS, SILENCE_STATES } from '@luutru/compliance';
import { ChoiceField, NumberQuery, TextField } from '../http/fields';

export class StandingListQuery {
  @TextField({ description: 'Mã phường, xã / Ward', max: 16, example: 'w20410' })
  ward?: string;

  @TextField({ description: 'Loại cơ sở / Kind of facility, table facility-kind', max: 32 })
  kind?: string;

  @ChoiceField({ description: 'Chỉ cơ sở vượt ngưỡng ở chỉ số này / Only those outside here', choices: INDICATOR_IDS })
  indicator?: IndicatorId;

  @TextField({ description: 'Trang kế tiếp / Where to go on', max: 200 })
  cursor?: string;

  @NumberQuery({ description: 'Số dòng / Rows', min: 1, max: 200 })
  limit?: number;
}

export class SentenceResponse {
  @ApiProperty()
  vi: string;

  @ApiProperty()
  en: string;
}

class IndicatorResponse {
  @ApiProperty({ enum: INDICATOR_IDS })
  id: string;

  @ApiProperty()
  name: SentenceResponse;

  @ApiProperty()
  definition: SentenceResponse;

  @ApiProperty({ enum: ['days', 'percent', 'room-nights', 'trips'] })
  unit: string;

  @ApiProperty({ description: 'Căn cứ / Legal source' })
  source: string;

  @ApiProperty({ description: 'Số đếm được; ngừng khai báo: số ngày / What was counted; silence: days' })
  count: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Trên tổng số / Among how many' })
  of: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Tỷ lệ 0-1 hoặc số đếm; trống khi chưa đủ số ca / A share or a count; null when there are too few',
  })
  value: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Ngưỡng / Where the band ends' })
  limit: number | null;

  @ApiProperty({ enum: ['unknown', 'inside', 'outside', 'far'] })
  position: string;

  @ApiProperty()
  points: number;

  @ApiProperty({ description: 'Giải thích / In a sentence' })
  explanation: SentenceResponse;
}

class SilenceResponse {
  @ApiProperty({ enum: SILENCE_STATES })
  state: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  since: string | null;

  @ApiProperty()
  days: number;

  @ApiProperty({ description: 'Số khai báo lẽ ra đã có / How many declarations would be expected by now' })
  expected: number;

  @ApiProperty({ description: 'Xác suất ngẫu nhiên / How often chance alone does this' })
  chance: number;

  @ApiProperty({ enum: ['history', 'rooms', 'none'] })
  basis: string;

  @ApiProperty({ type: [Number], description: 'Thông thường, từ thứ Hai / Usual declarations from Monday on' })
  usual: number[];
}

export class StandingResponse {
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

  @ApiProperty({ enum: ['active', 'suspended', 'closed'] })
  status: string;

  @ApiProperty({ description: 'Tổng điểm các chỉ số vượt ngưỡng / Sum of the points of what lies outside' })
  points: number;

  @ApiProperty({ enum: INDICATOR_IDS, isArray: true })
  outside: string[];

  @ApiProperty()
  silence: SilenceResponse;

  @ApiProperty({ type: [IndicatorResponse] })
  indicators: IndicatorResponse[];

  @ApiProperty({ description: 'Thay đổi đến lúc này đã được tính / Changes up to then are in it' })
  reckonedAt: string;
}

export class StandingListResponse {
  @ApiProperty({ type: [StandingResponse] })
  facilities: StandingResponse[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

class WeekResponse {
  @ApiProperty({ format: 'date' })
  monday: string;

  @ApiProperty()
  declared: number;

  @ApiProperty()
  stays: number;

  @ApiProperty()
  late: number;

  @ApiProperty()
  corrected: number;

  @ApiProperty()
  mismatched: number;

  @ApiProperty()
  notFound: number;

  @ApiProperty()
  noPapers: number;

  @ApiProperty()
  overdue: number;
}

export class FacilityComplianceResponse {
  @ApiProperty()
  standing: StandingResponse;

  @ApiProperty({ type: [WeekResponse] })
  weeks: WeekResponse[];
}

class WardStandingResponse {
  @ApiProperty()
  rank: number;

  @ApiProperty()
  wardId: string;

  @ApiProperty()
  wardName: string;

  @ApiProperty({ description: 'Cơ sở đang hoạt động / Facilities that may work' })
  facilities: number;

  @ApiProperty()
  silent: number;

  @ApiProperty({ description: 'Có chỉ số vượt ngưỡng / With anything outside' })
  outside: number;

  @ApiProperty()
  points: number;

  @ApiProperty()
  pointsPerFacility: number;
}

export class WardRankingResponse {
  @ApiProperty({ type: [WardStandingResponse] })
  wards: WardStandingResponse[];
}

export class MonthlySheetQuery {
  @TextField({ description: 'Tháng / Month', max: 7, example: '2026-11' })
  month?: string;

  @TextField({ description: 'Một phường, xã; bỏ trống: toàn địa bàn / One ward; absent: all of the area', max: 16 })
  ward?: string;

  @ChoiceField({ description: 'Định dạng / Format', choices: ['json', 'xlsx', 'pdf'] })
  format?: 'json' | 'xlsx' | 'pdf';

  @ChoiceField({ description: 'Ngôn ngữ của tệp / Language of the file', choices: ['vi', 'en'] })
  language?: 'vi' | 'en';
}

class SheetColumnResponse {
  @ApiProperty({ enum: SHEET_COLUMNS.map(({ id }) => id) })
  id: string;

  @ApiProperty()
  vi: string;

  @ApiProperty()
  en: string;
}

class SheetLineResponse {
  @ApiProperty({ description: 'Phường, xã hoặc cơ sở / Ward or facility' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  figures: Record<string, number>;
}

export class MonthlySheetResponse {
  @ApiProperty()
  month: string;

  @ApiProperty({ type: String, nullable: true })
  wardId: string | null;

  @ApiProperty({ format: 'date', description: 'Ngày cuối được tính / The last day in it' })
  until: string;

  @ApiProperty()
  madeAt: string;

  @ApiProperty({ type: [SheetColumnResponse] })
  columns: SheetColumnResponse[];

  @ApiProperty({ type: [SheetLineResponse] })
  lines: SheetLineResponse[];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  total: Record<string, number>;
}
