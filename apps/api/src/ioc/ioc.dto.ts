import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  FEED_AREA_MEASURES,
  FEED_DAY_MEASURES,
  FEED_MONTH_MEASURES,
  FEED_NOW,
  SUBJECT_KINDS,
} from '@luutru/figure-feed';
import { HIDDEN_CODES } from '@luutru/statistics';
import { DayField, NumberQuery, TextField } from '../http/fields';

const FIGURES = {
  type: 'object',
  additionalProperties: { type: 'number', nullable: true },
} as const;
const HIDDEN = {
  type: 'object' as const,
  additionalProperties: { type: 'string', enum: [...HIDDEN_CODES] },
  description: 'Vì sao chỉ tiêu là null / Why a measure is null',
};
const NULL = 'null: không được hiển thị hoặc chưa có / null: not shown, or not known yet';

export class DaysQuery {
  @DayField({ description: 'Ngày đầu / First day', required: true })
  from?: string;

  @DayField({ description: 'Ngày cuối, tối đa 366 ngày / Last day, 366 days at most', required: true })
  to?: string;
}

export class MonthsQuery {
  @TextField({ description: 'Tháng đầu / First month', max: 7, required: true, example: '2026-01' })
  from?: string;

  @TextField({ description: 'Tháng cuối / Last month', max: 7, required: true, example: '2026-11' })
  to?: string;
}

export class AreasQuery {
  @TextField({ description: 'Tháng / Month', max: 7, required: true, example: '2026-10' })
  month?: string;

  @TextField({ description: 'Gửi next của trang trước / The next value of the previous page', max: 40 })
  after?: string;

  @NumberQuery({ description: 'Số phường mỗi trang / Wards per page', min: 1, max: 500 })
  limit?: number;
}

export class ChangesQuery {
  @TextField({
    description:
      'Con trỏ next đã nhận lần trước; bỏ trống: từ đầu / The next cursor received last; absent: from the start',
    max: 40,
    example: '1042-9f3a51c07b2d',
  })
  since?: string;

  @NumberQuery({ description: 'Số thay đổi mỗi trang / Changes per page', min: 1, max: 500 })
  limit?: number;
}

class OfUnit {
  @ApiProperty({ description: 'Đơn vị hành chính của khóa / The unit of the key', example: 'p48' })
  unitId: string;
}

export class IocNowResponse extends OfUnit {
  @ApiProperty({ ...FIGURES, description: `${FEED_NOW.join(', ')}. ${NULL}` })
  figures: object;
}

class IocDayResponse {
  @ApiProperty({ format: 'date' })
  day: string;

  @ApiProperty({ ...FIGURES, description: `${FEED_DAY_MEASURES.join(', ')}, làm tròn xuống / rounded down. ${NULL}` })
  figures: object;

  @ApiProperty(HIDDEN)
  hidden: object;
}

export class IocDaysResponse extends OfUnit {
  @ApiProperty({ type: [IocDayResponse] })
  days: IocDayResponse[];
}

class IocMonthResponse {
  @ApiProperty({ example: '2026-10' })
  month: string;

  @ApiProperty({ ...FIGURES, description: `${FEED_MONTH_MEASURES.join(', ')}. ${NULL}` })
  figures: object;

  @ApiProperty(HIDDEN)
  hidden: object;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Ấn bản của tháng; null: tháng chưa khóa / Edition; null: open',
  })
  edition: number | null;
}

export class IocMonthsResponse extends OfUnit {
  @ApiProperty({ type: [IocMonthResponse] })
  months: IocMonthResponse[];
}

class IocAreaResponse {
  @ApiProperty({ example: 'w20410' })
  ward: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ ...FIGURES, description: `${FEED_AREA_MEASURES.join(', ')}. ${NULL}` })
  figures: object;

  @ApiProperty(HIDDEN)
  hidden: object;
}

export class IocAreasResponse extends OfUnit {
  @ApiProperty({ example: '2026-10' })
  month: string;

  @ApiProperty({ type: Number, nullable: true })
  edition: number | null;

  @ApiProperty({
    description: 'Của cả tháng; như trong thay đổi areas / Of the whole month; as the change “areas” has it',
  })
  digest: string;

  @ApiProperty({ type: [IocAreaResponse] })
  areas: IocAreaResponse[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

class IocSyncTopicResponse {
  @ApiProperty({ example: 'population' })
  topic: string;

  @ApiProperty({ enum: ['ok', 'waiting', 'paused', 'failing'] })
  state: string;

  @ApiProperty()
  pending: number;

  @ApiProperty()
  dead: number;

  @ApiProperty({ type: String, nullable: true })
  oldestPendingAt: string | null;
}

export class IocSyncResponse {
  @ApiProperty({ type: [IocSyncTopicResponse] })
  topics: IocSyncTopicResponse[];
}

class IocChangeResponse {
  @ApiProperty({ description: 'Tăng dần, không sót / Ascending, none left out' })
  number: number;

  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  at: string;

  @ApiProperty({ enum: SUBJECT_KINDS })
  kind: string;

  @ApiProperty({
    description: 'Ngày, tháng, hoặc nơi nhận / The day, the month, or the receiver',
    example: '2026-11-23',
  })
  subject: string;

  @ApiPropertyOptional({ ...FIGURES, description: 'now, day, month' })
  figures?: object;

  @ApiPropertyOptional(HIDDEN)
  hidden?: object;

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'month, areas' })
  edition?: number | null;

  @ApiPropertyOptional({ description: 'areas: đọc /v1/ioc/areas của tháng / Read /v1/ioc/areas of the month' })
  digest?: string;

  @ApiPropertyOptional({ enum: ['ok', 'waiting', 'paused', 'failing'], description: 'sync' })
  state?: string;
}

export class IocChangesResponse extends OfUnit {
  @ApiProperty({ type: [IocChangeResponse] })
  changes: IocChangeResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Gửi lại trong since; null: chưa có gì / Send as since' })
  next: string | null;

  @ApiProperty({ description: 'Còn nữa / There is more already' })
  more: boolean;
}

export class IocWebhookRequest {
  @TextField({
    description: 'Địa chỉ https / Where to post',
    max: 500,
    required: true,
    example: 'https://ioc.example/luutru',
  })
  url?: string;

  @TextField({
    description:
      'Đẩy từ sau con trỏ này; bỏ trống: từ bây giờ / Push what comes after this cursor; absent: from now on',
    max: 40,
  })
  since?: string;
}

export class IocWebhookResponse {
  @ApiProperty({ format: 'uuid' })
  endpointId: string;

  @ApiProperty()
  url: string;

  @ApiProperty({ enum: ['active', 'disabled'] })
  state: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'gone: 410; failing: lỗi 5 ngày liền / Why it was disabled',
  })
  disabledBecause: string | null;

  @ApiProperty({ description: 'Đã nhận đủ đến số này / All up to this number arrived' })
  sentNumber: number;

  @ApiProperty({ description: 'Còn chờ đẩy / Waiting to be pushed' })
  waiting: number;

  @ApiProperty()
  attempts: number;

  @ApiProperty()
  nextAttemptAt: string;

  @ApiProperty({ type: Number, nullable: true })
  lastStatus: number | null;

  @ApiProperty({ type: String, nullable: true })
  lastError: string | null;

  @ApiProperty({ type: String, nullable: true })
  attemptedAt: string | null;

  @ApiProperty()
  createdAt: string;
}

export class IocWebhookCreatedResponse extends IocWebhookResponse {
  @ApiProperty({ description: 'Chỉ hiện một lần / Shown once', example: 'whsec_…' })
  secret: string;
}

export class IocWebhooksResponse {
  @ApiProperty({ type: [IocWebhookResponse] })
  webhooks: IocWebhookResponse[];
}

export class IocSecretResponse {
  @ApiProperty({ description: 'Chỉ hiện một lần / Shown once', example: 'whsec_…' })
  secret: string;
}
