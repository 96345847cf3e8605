import { ApiProperty } from '@nestjs/swagger';
import { PLACE_FIELDS, STAY_ACTIONS, STAY_KINDS, STAY_STATES, type StayKind } from '@luutru/declaration';
import {
  ChoiceField,
  NumberField,
  ObjectField,
  ObjectListField,
  TextField,
  TextListField,
  UuidField,
} from '../http/fields';
import { IssueResponse } from '../http/issue.response';
import { PersonRequest, PlaceRequest } from './declare-stay.request';
import { StayResponse } from './stay.response';

class VersionedRequest {
  @NumberField({
    description:
      'Phiên bản đang xem; nếu lưu trú đã đổi thì trả lời 409. Có thể thay cho Idempotency-Key / The version you saw',
    min: 1,
    max: 1_000_000,
    example: 1,
  })
  version?: number;
}

const DEPARTED = {
  description: 'Thời điểm đi; bỏ trống là bây giờ / When the person left, default now',
  max: 40,
};

export class CheckOutRequest extends VersionedRequest {
  @TextField(DEPARTED)
  departedAt?: string;
}

export class ExtendRequest extends VersionedRequest {
  @TextField({
    description: 'Thời điểm đi dự kiến mới, tối đa 30 ngày kể từ ngày đến / The new expected departure',
    max: 40,
    example: '2026-11-27T12:00',
    required: true,
  })
  expectedDepartureAt?: string;
}

export class UndoCheckOutRequest extends VersionedRequest {}

export class CancelRequest extends VersionedRequest {
  @TextField({
    description: 'Mã lý do (danh mục cancel-reason) / Code of the table cancel-reason',
    max: 30,
    example: 'khong-den',
    required: true,
  })
  reason?: string;

  @TextField({ description: 'Nói rõ, bắt buộc với lý do khac / In words; required for khac', max: 500 })
  note?: string;
}

/** What can be corrected: everything that was declared, and the departure of a stay that has ended. */
export class CorrectedFields {
  @ChoiceField({ description: 'Loại khai báo / Kind of stay', choices: STAY_KINDS })
  kind?: StayKind;

  @ObjectField({ description: 'Người lưu trú / The person' }, () => PersonRequest)
  person?: PersonRequest;

  @TextField({ description: 'Thời điểm đến / Arrival', max: 40 })
  arrivedAt?: string;

  @TextField({ description: 'Thời điểm đi dự kiến / Expected departure', max: 40 })
  expectedDepartureAt?: string;

  @TextField({ description: 'Thời điểm đã đi, với lưu trú đã kết thúc / Departure, of an ended stay', max: 40 })
  departedAt?: string;

  @NumberField({ description: 'Lý do cư trú / Reason', min: 1, max: 99 })
  reason?: number;

  @TextField({ description: 'Lý do chi tiết, chỉ với lý do 20 / Only for reason 20', max: 200 })
  reasonText?: string;

  @TextField({ description: 'Ghi chú / Note', max: 500 })
  note?: string;

  @ObjectField({ description: 'Ở đâu trong cơ sở / Where in the facility' }, () => PlaceRequest)
  place?: PlaceRequest;
}

export class CorrectRequest extends VersionedRequest {
  @ObjectField(
    { description: 'Các trường cần sửa; trường không gửi giữ nguyên / Only what is to be different', required: true },
    () => CorrectedFields,
  )
  changes?: CorrectedFields;

  @TextListField({
    description: `Trường cần xóa trống: note, person.phone, ${PLACE_FIELDS[1]}… dạng place.bed / Fields to empty`,
    max: 40,
    maxItems: 20,
  })
  clear?: string[];
}

export class BulkCheckOutItem extends VersionedRequest {
  @UuidField({ description: 'Lưu trú / The stay', required: true })
  stayId?: string;

  @TextField(DEPARTED)
  departedAt?: string;
}

export class BulkCheckOutRequest {
  @ObjectListField(
    {
      description: 'Danh sách ra viện, trả phòng; từng người được xử lý độc lập / Each is handled on its own',
      maxItems: 500,
      required: true,
    },
    () => BulkCheckOutItem,
  )
  stays?: BulkCheckOutItem[];

  @TextField({ ...DEPARTED, description: 'Thời điểm chung cho cả danh sách / For all that name none of their own' })
  departedAt?: string;
}

export class ActionResponse {
  @ApiProperty({ format: 'uuid' })
  stayId: string;

  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty({ enum: [...STAY_ACTIONS] })
  action: string;

  @ApiProperty({ description: 'Phiên bản mới / The new version', example: 2 })
  version: number;

  @ApiProperty({ enum: [...STAY_STATES] })
  state: string;

  @ApiProperty({ description: 'Tình trạng tại CSDL quốc gia về dân cư / State at the population database' })
  status: string;

  @ApiProperty()
  arrivedAt: string;

  @ApiProperty({ type: String, nullable: true })
  expectedDepartureAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  departedAt: string | null;

  @ApiProperty({ description: 'Giữ nguyên dấu thời gian khai báo đầu tiên / The stamp of the first declaration' })
  declaredAt: string;

  @ApiProperty()
  dueAt: string;

  @ApiProperty({ description: 'Điều chỉnh không làm khai báo thành trễ hạn / A correction is never late' })
  late: boolean;

  @ApiProperty({ type: [String], description: 'Trường đã đổi / Pointers of what changed' })
  changed: string[];

  @ApiProperty({ type: [IssueResponse] })
  warnings: IssueResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Giấy tiếp nhận mới, nếu có / A new receipt, if any' })
  receipt: string | null;
}

export class BulkCheckOutResult {
  @ApiProperty({ type: String, nullable: true })
  stayId: string | null;

  @ApiProperty({ description: 'Đã trả phòng (cũng khi gửi lại) / Checked out, also on a repeat' })
  done: boolean;

  @ApiProperty({ type: ActionResponse, nullable: true })
  answer: ActionResponse | null;

  @ApiProperty({ type: [IssueResponse] })
  errors: IssueResponse[];
}

export class BulkCheckOutResponse {
  @ApiProperty()
  done: number;

  @ApiProperty()
  refused: number;

  @ApiProperty({ type: [BulkCheckOutResult], description: 'Theo thứ tự gửi lên / In the order sent' })
  results: BulkCheckOutResult[];
}

class ActorResponse {
  @ApiProperty({ enum: ['api-key', 'person', 'system'] })
  kind: string;

  @ApiProperty()
  id: string;
}

export class StayVersionResponse {
  @ApiProperty()
  version: number;

  @ApiProperty({ enum: ['declare', ...STAY_ACTIONS] })
  action: string;

  @ApiProperty()
  at: string;

  @ApiProperty({ type: ActorResponse })
  actor: ActorResponse;

  @ApiProperty({ enum: ['rest', 'kbtt', 'file'] })
  channel: string;

  @ApiProperty({ type: [String] })
  changed: string[];

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: StayResponse, description: 'Lưu trú ở phiên bản này / The stay at this version' })
  stay: StayResponse;
}

export class StayHistoryResponse {
  @ApiProperty({ type: [StayVersionResponse] })
  versions: StayVersionResponse[];
}
