import { ApiProperty } from '@nestjs/swagger';
import { ALERT_OUTCOMES, ALERT_STATES, DESKS, LIST_KIND_CODES, SCORE_CLASSES } from '@luutru/watch-list';
import { ChoiceField, FlagField, NumberField, NumberQuery, TextField } from '../http/fields';
import { TextResponse } from '../http/issue.response';
import { StayResponse } from '../stay/stay.response';
import { EntryContentResponse } from './entry.dto';

const SHOW = {
  description:
    'desk: những gì thuộc bàn trực của mình; all: cả của cấp dưới trong địa bàn / desk: of one’s own desk; all: of lower desks too',
  choices: ['desk', 'all'] as const,
};

export class AlertListQuery {
  @ChoiceField({ description: 'Mặc định chưa đóng / Default not closed', choices: [...ALERT_STATES, 'pending', 'any'] })
  state?: (typeof ALERT_STATES)[number] | 'pending' | 'any';

  @ChoiceField({ description: 'Loại danh sách / Kind of list', choices: LIST_KIND_CODES })
  kind?: (typeof LIST_KIND_CODES)[number];

  @ChoiceField(SHOW)
  show?: 'desk' | 'all';

  @TextField({ description: 'next của trang trước / The page before says it as next', max: 100 })
  cursor?: string;

  @NumberQuery({ description: 'Số dòng / How many', min: 1, max: 200 })
  limit?: number;
}

export class DeskQuery {
  @ChoiceField(SHOW)
  show?: 'desk' | 'all';

  @NumberQuery({
    description:
      'position của danh sách cảnh báo; Last-Event-ID được ưu tiên / Follow from there; Last-Event-ID counts more',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
  })
  after?: number;

  @NumberQuery({ description: 'Giữ kết nối bao nhiêu giây / How long to stay connected', min: 0, max: 43_200 })
  seconds?: number;
}

const VERSION = {
  description: 'Phiên bản đang xem / The version looked at',
  min: 1,
  max: 2_147_483_647,
  required: true,
};
const NOTE = { description: 'Ghi chú cho người sau / A note for whoever follows', max: 2_000 };

export class AcknowledgeRequest {
  @NumberField(VERSION)
  version?: number;
}

export class HandOverRequest {
  @NumberField(VERSION)
  version?: number;

  @ChoiceField({ description: 'Bàn trực tiếp nhận / The desk to take it', choices: DESKS, required: true })
  to?: (typeof DESKS)[number];

  @TextField(NOTE)
  note?: string;
}

export class CloseRequest {
  @NumberField(VERSION)
  version?: number;

  @ChoiceField({ description: 'Kết quả / Outcome', choices: ALERT_OUTCOMES, required: true })
  outcome?: (typeof ALERT_OUTCOMES)[number];

  @TextField(NOTE)
  note?: string;

  @FlagField({
    description:
      'Với not-the-person: ghi nhớ để lần sau không cảnh báo; mặc định có / With not-the-person: remember it; default true',
  })
  remember?: boolean;
}

export class AlertActedResponse {
  @ApiProperty({ format: 'uuid' })
  alertId: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ enum: ALERT_STATES })
  state: string;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  decisionId: string | null;
}

export class AlertHeaderResponse {
  @ApiProperty({ format: 'uuid' })
  alertId: string;

  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  facilityName: string;

  @ApiProperty()
  wardId: string;

  @ApiProperty({ format: 'uuid' })
  stayId: string;

  @ApiProperty({ format: 'uuid' })
  listId: string;

  @ApiProperty({ enum: LIST_KIND_CODES })
  listKind: string;

  @ApiProperty({ type: TextResponse })
  listName: TextResponse;

  @ApiProperty({ enum: SCORE_CLASSES })
  scoreClass: string;

  @ApiProperty({ enum: ALERT_STATES })
  state: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ enum: DESKS })
  desk: string;

  @ApiProperty()
  raisedAt: string;

  @ApiProperty({ type: String, nullable: true, description: 'Hạn phải nhận / By when somebody must take it' })
  dueAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  escalatedAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  acknowledgedBy: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Ai đã nhận / Who has taken it' })
  acknowledgedByName: string | null;

  @ApiProperty({ type: String, enum: ALERT_OUTCOMES, nullable: true })
  outcome: string | null;

  @ApiProperty({ type: String, nullable: true })
  closedAt: string | null;

  @ApiProperty({ type: [String], description: 'Các thao tác có thể / Possible actions' })
  actions: string[];
}

export class AlertsResponse {
  @ApiProperty({ type: [AlertHeaderResponse] })
  alerts: AlertHeaderResponse[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;

  @ApiProperty({ description: 'Theo dõi tiếp từ đây: /events?after= / Follow from here' })
  position: number;
}

class MatchReasonResponse {
  @ApiProperty()
  code: string;

  @ApiProperty({ description: 'Dương: ủng hộ, âm: chống / Positive for, negative against' })
  weight: number;

  @ApiProperty({ type: TextResponse })
  text: TextResponse;
}

class AlertStepResponse {
  @ApiProperty()
  action: string;

  @ApiProperty({ enum: ALERT_STATES })
  state: string;

  @ApiProperty({ enum: DESKS })
  desk: string;

  @ApiProperty()
  at: string;

  @ApiProperty()
  by: string;

  @ApiProperty({ type: String, nullable: true, description: 'Tên cán bộ; trống khi là hệ thống / Null for the system' })
  byName: string | null;

  @ApiProperty({ type: String, nullable: true })
  outcome: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

class AlertEntryResponse {
  @ApiProperty({ format: 'uuid' })
  entryId: string;

  @ApiProperty({ description: 'Phiên bản đã gây cảnh báo / The version that raised the alert' })
  version: number;

  @ApiProperty({ enum: ['active', 'withdrawn', 'expired'] })
  state: string;

  @ApiProperty({ type: EntryContentResponse })
  entry: EntryContentResponse;
}

export class AlertDetailResponse extends AlertHeaderResponse {
  @ApiProperty()
  legalBasis: string;

  @ApiProperty({ minimum: 0, maximum: 100 })
  scorePercent: number;

  @ApiProperty({ type: StayResponse })
  stay: StayResponse;

  @ApiProperty({ type: AlertEntryResponse })
  listed: AlertEntryResponse;

  @ApiProperty({ type: [MatchReasonResponse] })
  reasons: MatchReasonResponse[];

  @ApiProperty({ type: [AlertStepResponse] })
  history: AlertStepResponse[];

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  decisionId: string | null;
}
