import { ApiProperty } from '@nestjs/swagger';
import { CADENCES, type Cadence, PAUSE_REASONS, REPORT_PERIODS, type ReportPeriod } from '@luutru/report-subscription';
import { COMPARISONS, type Comparison, type Grain, GRAINS } from '@luutru/statistics';
import { ChoiceField, NumberField, TextField } from '../http/fields';
import { PlacesQuery } from './statistics.dto';

const FORMATS = ['csv', 'xlsx', 'pdf'] as const;
const REPORTS = ['figures', 'form-015n'] as const;
const CHANNELS = ['mail', 'webhook'] as const;

/** What is asked each time: as GET /v1/statistics/figures takes it, but for the days, which follow from when it is due. */
export class ChangeSubscriptionRequest extends PlacesQuery {
  @ChoiceField({ description: 'Báo cáo / Report', choices: REPORTS })
  report?: (typeof REPORTS)[number];

  @TextField({
    description: 'Chỉ tiêu, cách nhau bằng dấu phẩy / Measures',
    max: 400,
    example: 'arrivals,guest-nights',
  })
  measures?: string;

  @TextField({ description: 'Tối đa hai tiêu thức / Up to two dimensions', max: 60, example: 'kind' })
  by?: string;

  @ChoiceField({ description: 'Chia kỳ theo / How the period is cut', choices: GRAINS })
  grain?: Grain;

  @ChoiceField({ description: 'So với / Compared with', choices: COMPARISONS })
  compare?: Comparison;

  @ChoiceField({ description: 'Kỳ của báo cáo, tính từ ngày lập / The days it is about', choices: REPORT_PERIODS })
  period?: ReportPeriod;

  @TextField({ description: 'Theo chính sách nào, nếu có nhiều / Under which policy, for those with several', max: 40 })
  policy?: string;

  @ChoiceField({ description: 'Định dạng / Format', choices: FORMATS })
  format?: (typeof FORMATS)[number];

  @ChoiceField({ description: 'Ngôn ngữ / Language', choices: ['vi', 'en'] })
  language?: 'vi' | 'en';

  @ChoiceField({ description: 'Chu kỳ / How often', choices: CADENCES })
  cadence?: Cadence;

  @NumberField({ description: 'Giờ, theo giờ Việt Nam / Hour, by the clock in Vietnam', min: 0, max: 23 })
  hour?: number;

  @NumberField({
    description: 'Theo tuần: 1 (thứ Hai) đến 7; theo tháng: 1 đến 28 / Weekly: Monday is 1; monthly: day of the month',
    min: 1,
    max: 28,
  })
  onDay?: number;
}

export class SubscribeRequest extends ChangeSubscriptionRequest {
  @ChoiceField({ description: 'Gửi bằng / Sent by', choices: CHANNELS, required: true })
  channel?: (typeof CHANNELS)[number];

  @TextField({
    description:
      'Địa chỉ thư, hoặc https để nhận tệp; trong tên miền được phép / Mail address, or https URL, of an allowed domain',
    max: 500,
    required: true,
    example: 'can-bo@danang.example',
  })
  target?: string;
}

export class ConfirmSubscriptionRequest {
  @TextField({ description: 'Mã trong thư / The code of the mail', max: 8, required: true, example: '01234567' })
  code?: string;
}

export class SubscriptionResponse {
  @ApiProperty({ format: 'uuid' })
  subscriptionId: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Câu hỏi / The question' })
  asked: object;

  @ApiProperty({ enum: FORMATS })
  format: string;

  @ApiProperty({ enum: ['vi', 'en'] })
  language: string;

  @ApiProperty({ enum: CADENCES })
  cadence: string;

  @ApiProperty()
  hour: number;

  @ApiProperty()
  onDay: number;

  @ApiProperty({ enum: CHANNELS })
  channel: string;

  @ApiProperty()
  target: string;

  @ApiProperty({ enum: ['unconfirmed', 'active', 'paused'] })
  state: string;

  @ApiProperty({ enum: PAUSE_REASONS, nullable: true, description: 'Vì sao dừng / Why nothing is made' })
  pausedBecause: string | null;

  @ApiProperty({ type: String, nullable: true })
  nextDue: string | null;

  @ApiProperty()
  version: number;

  @ApiProperty()
  createdAt: string;
}

export class SubscribedResponse extends SubscriptionResponse {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Với webhook: khóa kiểm tra chữ ký, chỉ hiện một lần / With webhooks: the secret, shown once',
  })
  secret: string | null;
}

export class SubscriptionsResponse {
  @ApiProperty({ type: [SubscriptionResponse] })
  subscriptions: SubscriptionResponse[];
}

class ReportDeliveryResponse {
  @ApiProperty({ format: 'uuid' })
  deliveryId: string;

  @ApiProperty({ enum: ['report', 'confirm'] })
  kind: string;

  @ApiProperty()
  dueAt: string;

  @ApiProperty({ enum: ['pending', 'sent', 'dead', 'refused', 'cancelled'] })
  state: string;

  @ApiProperty()
  attempts: number;

  @ApiProperty({ type: String, nullable: true })
  nextAttemptAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Vì sao chưa tới hoặc không lập / Why it did not arrive' })
  reason: string | null;

  @ApiProperty({ type: String, nullable: true })
  fileName: string | null;

  @ApiProperty({ type: String, nullable: true })
  finishedAt: string | null;
}

export class ReportDeliveriesResponse {
  @ApiProperty({ type: [ReportDeliveryResponse] })
  deliveries: ReportDeliveryResponse[];
}
