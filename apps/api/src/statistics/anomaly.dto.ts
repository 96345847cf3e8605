import { ApiProperty } from '@nestjs/swagger';
import { ANOMALY_MEASURES, type AnomalyMeasure } from '@luutru/anomaly';
import { ChoiceField, DayField, NumberQuery, TextField, UuidField } from '../http/fields';
import { WordsResponse } from './statistics.dto';

export class AnomaliesQuery {
  @DayField({ description: 'Ngày đầu / First day', required: true })
  from?: string;

  @DayField({
    description: 'Ngày cuối; tối đa 92 ngày, 31 ngày với số làm tròn / Last day; 92 days at most, 31 of rounded ones',
    required: true,
  })
  to?: string;

  @TextField({ description: 'Phường, xã hoặc tỉnh / Ward or province', max: 40, example: 'w20410' })
  area?: string;

  @ChoiceField({ description: 'Chỉ tiêu / Measure', choices: ANOMALY_MEASURES })
  measure?: AnomalyMeasure;

  @ChoiceField({ description: 'yes: cả ghi chú đã rút / Withdrawn notes too', choices: ['yes', 'no'] })
  withdrawn?: 'yes' | 'no';

  @UuidField({ description: 'Gửi next của trang trước / The next value of the previous page' })
  after?: string;

  @NumberQuery({ description: 'Số ghi chú mỗi trang / Notes per page', min: 1, max: 200 })
  limit?: number;
}

export class RemarkRequest {
  @TextField({ description: 'Đã tìm hiểu thấy gì / What was found out', max: 1000, required: true })
  text?: string;
}

class UsedDayResponse {
  @ApiProperty({ format: 'date' })
  day: string;

  @ApiProperty()
  value: number;
}

class BasisResponse {
  @ApiProperty({
    enum: ['weekdays', 'holiday'],
    description: 'Cùng thứ các tuần trước, hoặc cùng ngày lễ năm trước / See docs',
  })
  method: string;

  @ApiProperty({ type: String, nullable: true })
  holiday: string | null;

  @ApiProperty({ type: [UsedDayResponse], description: 'Các ngày lấy trung vị / The days that the middle is of' })
  days: UsedDayResponse[];

  @ApiProperty({ description: 'Trung vị / Their median' })
  middle: number;

  @ApiProperty({ description: 'Hệ số mùa từ năm trước / Season, from the year before' })
  factor: number;

  @ApiProperty({ type: [UsedDayResponse] })
  around: UsedDayResponse[];

  @ApiProperty({ type: [UsedDayResponse] })
  before: UsedDayResponse[];

  @ApiProperty({ description: 'middle × factor' })
  expected: number;

  @ApiProperty({ description: '1,4826 × trung vị độ lệch, theo tỷ lệ / 1.4826 × median deviation, as a share' })
  scatter: number;

  @ApiProperty({ type: [UsedDayResponse] })
  scatterOf: UsedDayResponse[];

  @ApiProperty({ description: 'max(scatter × expected, √expected, tối thiểu / a least share)' })
  unit: number;

  @ApiProperty()
  times: number;

  @ApiProperty({ description: 'expected − times × unit' })
  lower: number;

  @ApiProperty({ description: 'expected + times × unit' })
  upper: number;
}

class AnomalyRemarkResponse {
  @ApiProperty()
  at: string;

  @ApiProperty()
  text: string;
}

class AnomalyAreaResponse {
  @ApiProperty({ enum: ['ward', 'province'] })
  level: string;

  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;
}

export class AnomalyResponse {
  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  noteId: string | null;

  @ApiProperty({ type: AnomalyAreaResponse, nullable: true, description: 'null: toàn phạm vi / All of the scope' })
  area: AnomalyAreaResponse | null;

  @ApiProperty({ enum: ANOMALY_MEASURES })
  measure: string;

  @ApiProperty({ format: 'date' })
  day: string;

  @ApiProperty({ enum: ['jump', 'drop'] })
  direction: string;

  @ApiProperty()
  value: number;

  @ApiProperty({ description: 'Cách tính, đủ số để tính lại / How it was reckoned, with all numbers' })
  basis: BasisResponse;

  @ApiProperty({ description: 'Bằng lời / In words' })
  words: WordsResponse;

  @ApiProperty({ type: String, nullable: true })
  foundAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  withdrawnAt: string | null;

  @ApiProperty({ type: Number, nullable: true })
  withdrawnValue: number | null;

  @ApiProperty({ type: String, nullable: true, enum: ['within-band', 'other-numbers'] })
  withdrawnWhy: string | null;

  @ApiProperty({ type: [AnomalyRemarkResponse] })
  remarks: AnomalyRemarkResponse[];
}

export class AnomaliesResponse {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Số làm tròn xuống bội của / Rounded down to multiples of',
  })
  roundedTo: number | null;

  @ApiProperty({ type: [AnomalyResponse] })
  anomalies: AnomalyResponse[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
