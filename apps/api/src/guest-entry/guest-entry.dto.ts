import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  DESK_REFUSALS,
  type DeskRefusal,
  ENTRY_STATES,
  type EntryState,
  MAX_WAITING,
  type Refusal,
  REFUSALS,
} from '@luutru/guest-entry';
import { ChoiceField, FlagField, ObjectField, ObjectListField, TextField } from '../http/fields';
import { PersonRequest } from '../stay/declare-stay.request';

/** As in a declaration, but for people known to the facility: a guest knows nobody. */
export class GuestPersonRequest extends OmitType(PersonRequest, ['fromStayId']) {}

export class GuestMemberRequest {
  @ObjectField({ description: 'Người lưu trú / The person', required: true }, () => GuestPersonRequest)
  person?: GuestPersonRequest;
}

export class ConsentRequest {
  @TextField({
    description: 'Phiên bản nội dung đã đọc / The version that was read',
    max: 20,
    required: true,
    example: '2026-11',
  })
  version?: string;

  @FlagField({ description: 'Đồng ý / Given', required: true, example: true })
  given?: boolean;
}

/** What guests enter about themselves. */
export class EnterGuestsRequest {
  @ObjectListField(
    { description: 'Những người cùng đến, tối đa 20 / The people', maxItems: 20, required: true },
    () => GuestMemberRequest,
  )
  persons?: GuestMemberRequest[];

  @TextField({ description: 'Thời điểm đi dự kiến / Expected departure', max: 40, example: '2026-11-25T12:00' })
  expectedDepartureAt?: string;

  @ObjectField({ description: 'Đồng ý gửi thông tin / Consent', required: true }, () => ConsentRequest)
  consent?: ConsentRequest;
}

export class RefuseGuestsRequest {
  @ChoiceField({
    description:
      'not-here: khách không đến; data-wrong: thông tin không khớp giấy tờ; entered-twice: khai trùng; ' +
      'declared-otherwise: đã khai báo từ giấy tờ / Why',
    choices: DESK_REFUSALS,
    required: true,
  })
  reason?: DeskRefusal;
}

export class RenewDeskLinkRequest {
  @FlagField({
    description:
      'Trả lại mọi bản đang chờ, khi mã cũ bị lạm dụng / Send back all that wait, where the old code was misused',
  })
  refuseWaiting?: boolean;
}

export class TextPairResponse {
  @ApiProperty()
  vi: string;

  @ApiProperty()
  en: string;
}

export class ConsentParagraphResponse {
  @ApiProperty({ type: TextPairResponse })
  title: TextPairResponse;

  @ApiProperty({ type: TextPairResponse })
  text: TextPairResponse;
}

export class ConsentResponse {
  @ApiProperty({ description: 'Gửi lại khi khai / To be given back with the entry', example: '2026-11' })
  version: string;

  @ApiProperty({ type: [ConsentParagraphResponse] })
  paragraphs: ConsentParagraphResponse[];

  @ApiProperty({ type: TextPairResponse })
  agreement: TextPairResponse;
}

export class DeskResponse {
  @ApiProperty({ example: 'Khách sạn Thử Nghiệm' })
  facilityName: string;

  @ApiProperty({ description: 'Danh mục facility-kind / Table facility-kind', example: 'khach-san' })
  facilityKind: string;

  @ApiProperty({ type: TextPairResponse })
  ward: TextPairResponse;

  @ApiProperty({ type: ConsentResponse })
  consent: ConsentResponse;
}

export class EnteredResponse {
  @ApiProperty({ description: 'Đọc cho lễ tân / To be said at the desk', example: '4071' })
  callCode: string;

  @ApiProperty({ description: 'Để xem lại và rút lại; chỉ bạn có / Opens the own entry again; nobody else has it' })
  secret: string;

  @ApiProperty()
  enteredAt: string;

  @ApiProperty({ description: 'Sau lúc này nội dung bị hủy / The content is destroyed at this time' })
  expiresAt: string;
}

export class OwnEntryResponse {
  @ApiProperty({ enum: ENTRY_STATES })
  state: EntryState;

  @ApiProperty({ example: '4071' })
  callCode: string;

  @ApiProperty({ description: 'Số người / How many people' })
  people: number;

  @ApiProperty()
  enteredAt: string;

  @ApiProperty()
  expiresAt: string;

  @ApiProperty({ type: String, enum: REFUSALS, nullable: true, description: 'Vì sao bị trả lại / Why sent back' })
  refusedBecause: Refusal | null;
}

export class WaitingCountResponse {
  @ApiProperty({ description: `Tối đa ${MAX_WAITING} / At most ${MAX_WAITING}` })
  waiting: number;

  @ApiProperty({ type: String, nullable: true, description: 'Bản mới nhất vào lúc / When the newest came' })
  latestAt: string | null;
}

export class WaitingEntryResponse {
  @ApiProperty({ format: 'uuid' })
  entryId: string;

  @ApiProperty({ example: '4071' })
  callCode: string;

  @ApiProperty()
  people: number;

  @ApiProperty({ description: 'Họ tên người đầu tiên / The name of the first person' })
  firstName: string;

  @ApiProperty()
  enteredAt: string;

  @ApiProperty()
  expiresAt: string;

  @ApiProperty({ type: String, nullable: true, description: 'Quầy mở xem lần cuối / When a desk opened it last' })
  openedAt: string | null;
}

export class WaitingEntriesResponse {
  @ApiProperty({ type: [WaitingEntryResponse], description: 'Ai đến trước ở trên / Who came first is first' })
  entries: WaitingEntryResponse[];
}

export class OpenedEntryResponse {
  @ApiProperty({ format: 'uuid' })
  entryId: string;

  @ApiProperty({ example: '4071' })
  callCode: string;

  @ApiProperty()
  enteredAt: string;

  @ApiProperty()
  expiresAt: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Đồng nghiệp đã mở lúc này / When somebody else at the desk opened it',
  })
  openedByOtherAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  expectedDepartureAt: string | null;

  @ApiProperty({
    type: [GuestPersonRequest],
    description: 'Lời khách tự khai, phải đối chiếu giấy tờ / As the guests say; compare it with their papers',
  })
  persons: GuestPersonRequest[];
}

export class DeskLinkResponse {
  @ApiProperty({ type: String, nullable: true, description: 'null: chưa có mã / null: there is none' })
  url: string | null;

  @ApiProperty({ type: String, nullable: true })
  madeAt: string | null;
}
