import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  COMPARISONS,
  type Comparison,
  DIMENSION_IDS,
  type Grain,
  GRAINS,
  HIDDEN_CODES,
  type HiddenCode,
  MEASURE_IDS,
  REPORT_FORMATS,
  type ReportFormat,
} from '@luutru/statistics';
import { ChoiceField, DayField, NumberQuery, TextField } from '../http/fields';

const POLICY = 'Theo chính sách nào, cho người có nhiều chính sách / Under which policy, for those who have several';

/** Why values are null, by measure. */
const HiddenField = (): PropertyDecorator =>
  ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...HIDDEN_CODES] },
    description:
      'Vì sao chỉ tiêu là null: quá ít người, kỳ chưa khóa sổ, hoặc không được tách riêng / Why a measure is null: too few persons, its period is still open, or it is not told apart',
  });

/** Which facilities and stays. */
export class PlacesQuery {
  @TextField({ description: 'Phường, xã, cách nhau bằng dấu phẩy / Wards', max: 400, example: 'w20410' })
  ward?: string;

  @TextField({ description: 'Xã, phường trước sáp nhập / Commune before the merger', max: 80 })
  formerWard?: string;

  @TextField({ description: 'Khu công nghiệp của cơ sở / Industrial zone of the facility', max: 80 })
  zone?: string;

  @TextField({ description: 'Loại cơ sở / Kinds of facility, table facility-kind', max: 200, example: 'khach-san' })
  kind?: string;

  @TextField({ description: 'Hạng sao, 0: không hạng / Stars, 0: none', max: 20, example: '4,5' })
  stars?: string;

  @TextField({ description: 'Loại lưu trú / Kinds of stay: guest, tenant, patient, relative, passenger', max: 80 })
  stayKind?: string;
}

export class NowQuery extends PlacesQuery {
  @TextField({
    description: 'Tối đa hai tiêu thức / Up to two dimensions: ward, former-ward, zone, kind, stars, class, stay-kind',
    max: 60,
    example: 'kind',
  })
  by?: string;

  @TextField({ description: POLICY, max: 60, example: 'tourism-analyst' })
  policy?: string;
}

export class FiguresQuery extends PlacesQuery {
  @TextField({
    description: `Chỉ tiêu, cách nhau bằng dấu phẩy / Measures, separated by commas: ${MEASURE_IDS.join(', ')}`,
    max: 400,
    example: 'arrivals,guest-nights,room-occupancy',
  })
  measures?: string;

  @TextField({
    description: `Tối đa hai tiêu thức / Up to two dimensions: ${DIMENSION_IDS.join(', ')}`,
    max: 60,
    example: 'kind',
  })
  by?: string;

  @DayField({ description: 'Ngày đầu / First day' })
  from?: string;

  @DayField({ description: 'Ngày cuối, tính cả ngày này / Last day' })
  to?: string;

  @ChoiceField({ description: 'Chia kỳ theo / How the period is cut', choices: GRAINS })
  grain?: Grain;

  @ChoiceField({ description: 'So với cùng kỳ năm trước hoặc kỳ trước / Compared with', choices: COMPARISONS })
  compare?: Comparison;

  @NumberQuery({ description: 'Trung bình trượt trên bao nhiêu phần / Moving average over', min: 2, max: 60 })
  movingAverage?: number;

  @ChoiceField({
    description: 'Định dạng; bỏ trống: theo Accept / Format; absent: by Accept',
    choices: REPORT_FORMATS,
  })
  format?: ReportFormat;

  @ChoiceField({ description: 'Ngôn ngữ của tệp / Language of the file', choices: ['vi', 'en'] })
  language?: 'vi' | 'en';

  @TextField({ description: POLICY, max: 60, example: 'tourism-analyst' })
  policy?: string;
}

export class LongStayQuery {
  @NumberQuery({
    description:
      'Ở từ bao nhiêu ngày; 30, trừ người xem được số liệu chính xác / For how many days; 30 but for those who see exact figures',
    min: 1,
    max: 3_650,
  })
  days?: number;

  @TextField({ description: POLICY, max: 60, example: 'zone-analyst' })
  policy?: string;
}

export class FormQuery {
  @NumberQuery({ description: 'Năm / Year', min: 2000, max: 2100 })
  year?: number;

  @ChoiceField({ description: 'Định dạng / Format', choices: REPORT_FORMATS })
  format?: ReportFormat;

  @ChoiceField({ description: 'Ngôn ngữ của tệp / Language of the file', choices: ['vi', 'en'] })
  language?: 'vi' | 'en';

  @TextField({ description: POLICY, max: 60, example: 'tourism-analyst' })
  policy?: string;
}

export class WordsResponse {
  @ApiProperty()
  vi: string;

  @ApiProperty()
  en: string;
}

class MeasureResponse {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: WordsResponse;

  @ApiProperty()
  definition: WordsResponse;

  @ApiProperty({ enum: ['visits', 'nights', 'room-nights', 'bed-nights', 'rooms', 'beds', 'share', 'trips', 'people'] })
  unit: string;

  @ApiProperty({ description: 'Căn cứ / Legal source' })
  source: string;
}

class DimensionResponse {
  @ApiProperty({ enum: DIMENSION_IDS })
  id: string;

  @ApiProperty()
  name: WordsResponse;
}

export class IndicatorsResponse {
  @ApiProperty({ type: [MeasureResponse] })
  measures: MeasureResponse[];

  @ApiProperty({ type: [DimensionResponse] })
  dimensions: DimensionResponse[];
}

class FigureRowResponse {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true },
    description: 'Giá trị của các tiêu thức / Values of the dimensions',
  })
  keys: Record<string, string | null>;

  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  to: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number', nullable: true },
    description:
      'Theo chỉ tiêu; null: không được hiển thị hoặc chưa có / By measure; null: not shown, or not known yet',
  })
  values: Record<string, number | null>;

  @HiddenField()
  hidden: Record<string, HiddenCode>;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'number', nullable: true } })
  compared?: Record<string, number | null>;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string', enum: [...HIDDEN_CODES] } })
  comparedHidden?: Record<string, HiddenCode>;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'number', nullable: true } })
  movingAverage?: Record<string, number | null>;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string', enum: [...HIDDEN_CODES] } })
  movingAverageHidden?: Record<string, HiddenCode>;
}

class EditionResponse {
  @ApiProperty({ format: 'date', description: 'Tháng / Month' })
  month: string;

  @ApiProperty({ description: 'Lần công bố / Edition' })
  number: number;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;
}

export class FiguresResponse {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Mọi thay đổi đến lúc này đã được tính / All changes until then are counted',
  })
  asOf: string | null;

  @ApiProperty({ format: 'date', description: 'Đêm cuối đã qua / The last night that is over' })
  lastNight: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Số người làm tròn xuống bội số của / Numbers of people are rounded down to multiples of',
  })
  roundedTo: number | null;

  @ApiProperty({
    type: [EditionResponse],
    description: 'Số liệu lấy từ các lần công bố này / The figures are of these editions of closed months',
  })
  editions: EditionResponse[];

  @ApiProperty({ enum: MEASURE_IDS, isArray: true })
  measures: string[];

  @ApiProperty({ enum: DIMENSION_IDS, isArray: true })
  by: string[];

  @ApiProperty({ type: [FigureRowResponse] })
  rows: FigureRowResponse[];

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
    description: 'Tên của các giá trị / What the values are called',
  })
  names: Record<string, Record<string, string>>;
}

class NowRowResponse {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', nullable: true } })
  keys: Record<string, string | null>;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number', nullable: true } })
  values: Record<string, number | null>;

  @HiddenField()
  hidden: Record<string, HiddenCode>;
}

export class NowResponse {
  @ApiProperty({ type: String, nullable: true })
  asOf: string | null;

  @ApiProperty({ type: [NowRowResponse] })
  rows: NowRowResponse[];

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
  })
  names: Record<string, Record<string, string>>;

  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      'Số người của từng nơi làm tròn lên hoặc xuống bội số của; null: chính xác / Of what the numbers of people of each place are rounded, up or down, to multiples; null: exact',
  })
  roundedTo: number | null;
}

class FormLineResponse {
  @ApiProperty({ type: String, nullable: true, description: 'null: tổng số / null: all of them' })
  class: string | null;

  @ApiProperty()
  name: WordsResponse;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number', nullable: true } })
  values: Record<string, number | null>;

  @HiddenField()
  hidden: Record<string, HiddenCode>;
}

export class FormResponse {
  @ApiProperty()
  year: number;

  @ApiProperty({ type: String, nullable: true })
  asOf: string | null;

  @ApiProperty({ format: 'date', description: 'Đêm cuối được tính / The last night in it' })
  lastNight: string;

  @ApiProperty({ type: [FormLineResponse] })
  lines: FormLineResponse[];
}
