import { ApiProperty } from '@nestjs/swagger';
import { DELIVERY_TOPICS } from '@luutru/delivery';
import { ChoiceField, FlagField, NumberQuery, TextField, UuidField } from '../http/fields';

const TOPIC = {
  description: 'population: CSDL quốc gia về dân cư; kbtt: cổng KBTT / Where to; population unless given',
  choices: DELIVERY_TOPICS,
};
const CODE = { description: 'Mã lỗi / Why it was set aside', max: 64, example: 'INVALID' };

export class DeadLetterRequest {
  @ChoiceField(TOPIC)
  topic?: string;

  @UuidField({ description: 'Chỉ của cơ sở này / Only of this facility' })
  facilityId?: string;

  @TextField(CODE)
  code?: string;

  @TextField({ description: 'Gửi next của trang trước / The next value of the previous page', max: 100 })
  cursor?: string;

  @NumberQuery({ description: 'Số dòng mỗi trang / Per page', min: 1, max: 500 })
  limit?: number;
}

export class ReplayEventsRequest {
  @ChoiceField(TOPIC)
  topic?: string;

  @UuidField({ description: 'Chỉ sự kiện này / This event' })
  outboxId?: string;

  @UuidField({ description: 'Các sự kiện của lưu trú này / Those of a stay' })
  stayId?: string;

  @UuidField({ description: 'Các sự kiện của cơ sở này / Those of a facility' })
  facilityId?: string;

  @TextField(CODE)
  code?: string;

  @FlagField({ description: 'Tất cả / All of them' })
  all?: boolean;
}

export class PauseRequest {
  @ChoiceField(TOPIC)
  topic?: string;

  @TextField({
    description: 'Lý do, không ghi tên người / Why; no names of people',
    max: 300,
    required: true,
    example: 'CSDL quốc gia bảo trì đến 06:00',
  })
  reason?: string;
}

class PauseResponse {
  @ApiProperty()
  at: string;

  @ApiProperty({ description: 'Ai / Who', example: 'person:019ab000-0000-7000-8000-000000000001' })
  by: string;

  @ApiProperty()
  reason: string;
}

class TopicStatusResponse {
  @ApiProperty({ enum: [...DELIVERY_TOPICS] })
  topic: string;

  @ApiProperty({ description: 'Sự kiện chưa gửi xong / Events not delivered yet' })
  pending: number;

  @ApiProperty({ description: 'Gửi được ngay / Of these, to be sent now' })
  due: number;

  @ApiProperty({ type: String, nullable: true })
  oldestPendingAt: string | null;

  @ApiProperty({ type: Number, nullable: true })
  oldestAgeSeconds: number | null;

  @ApiProperty({ description: 'Đã gác lại, chờ xử lý / Set aside' })
  dead: number;

  @ApiProperty({
    description: 'Lưu trú có sự kiện chờ sau một sự kiện bị gác lại / Stays that wait behind a dead event',
  })
  blockedStays: number;

  @ApiProperty()
  finishedLastMinute: number;

  @ApiProperty()
  finishedLastFiveMinutes: number;

  @ApiProperty({ type: PauseResponse, nullable: true })
  paused: PauseResponse | null;
}

class WorkerStatusResponse {
  @ApiProperty({ format: 'uuid' })
  workerId: string;

  @ApiProperty()
  startedAt: string;

  @ApiProperty()
  seenAt: string;

  @ApiProperty({ description: 'Không còn báo về / Not heard of any more' })
  gone: boolean;

  @ApiProperty({ enum: ['closed', 'open', 'half-open'], description: 'open: nơi nhận không trả lời / The breaker' })
  breaker: string;

  @ApiProperty({ type: String, nullable: true })
  retryAt: string | null;

  @ApiProperty()
  inFlight: number;
}

class BlockedFacilityResponse {
  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  code: string;

  @ApiProperty()
  topic: string;

  @ApiProperty()
  stays: number;
}

export class DeliveryStatusResponse {
  @ApiProperty()
  at: string;

  @ApiProperty({ type: [TopicStatusResponse] })
  topics: TopicStatusResponse[];

  @ApiProperty({ type: [WorkerStatusResponse] })
  workers: WorkerStatusResponse[];

  @ApiProperty({ type: [BlockedFacilityResponse], description: 'Nhiều nhất trước, tối đa 50 / The 50 with the most' })
  blocked: BlockedFacilityResponse[];
}

export class DeadLetterResponse {
  @ApiProperty()
  topic: string;

  @ApiProperty({ format: 'uuid' })
  outboxId: string;

  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  facilityCode: string;

  @ApiProperty({ format: 'uuid' })
  stayId: string;

  @ApiProperty({ description: 'Thứ tự trong lưu trú / Its number within the stay' })
  sequence: number;

  @ApiProperty({ enum: ['arrival', 'change', 'departure', 'cancellation'] })
  event: string;

  @ApiProperty({ example: 'INVALID' })
  code: string;

  @ApiProperty()
  attempts: number;

  @ApiProperty()
  createdAt: string;

  @ApiProperty({ description: 'Gác lại từ lúc / Set aside since' })
  since: string;

  @ApiProperty({ description: 'Sự kiện sau của lưu trú đang chờ / Later events of the stay that wait' })
  blocking: number;
}

export class DeadLettersResponse {
  @ApiProperty({ type: [DeadLetterResponse] })
  letters: DeadLetterResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Gửi lại làm cursor / Send as cursor for the next page' })
  next: string | null;
}

export class ReplayedResponse {
  @ApiProperty({ description: 'Sự kiện được gửi lại / Events put back' })
  events: number;

  @ApiProperty({ description: 'Của bao nhiêu lưu trú / Of so many stays' })
  stays: number;

  @ApiProperty({ description: 'Vẫn còn; hãy gọi lại / Some are left: ask again' })
  more: boolean;
}

export class SwitchedResponse {
  @ApiProperty({ description: 'false: đã như vậy từ trước / It was so already' })
  changed: boolean;
}
