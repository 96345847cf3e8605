import { ApiProperty } from '@nestjs/swagger';
import { STAY_KINDS, type StayKind } from '@luutru/declaration';
import {
  ChoiceField,
  NumberField,
  ObjectField,
  ObjectListField,
  ReferenceField,
  TextField,
  UuidField,
} from '../http/fields';
import { PersonRequest, PlaceRequest } from './declare-stay.request';
import { DeclaredResponse } from './stay.response';

export class GroupMemberRequest {
  @ReferenceField({ description: 'Mã tham chiếu của phần mềm khách / Your own reference' })
  externalRef?: string;

  @ObjectField({ description: 'Người lưu trú / The person', required: true }, () => PersonRequest)
  person?: PersonRequest;

  @ObjectField({ description: 'Chỗ riêng, khác với cả nhóm / Where differently from the group' }, () => PlaceRequest)
  place?: PlaceRequest;

  @TextField({ description: 'Ghi chú / Note', max: 500 })
  note?: string;
}

/** Several people of one booking: what they share, and each of them. */
export class DeclareGroupRequest {
  @TextField({ description: 'Mã hoặc id của cơ sở / Facility, unless the key has only one', max: 64 })
  facilityId?: string;

  @ChoiceField({ description: 'Loại khai báo / Kind of stay', choices: STAY_KINDS, required: true })
  kind?: StayKind;

  @TextField({ description: 'Thời điểm đến; bỏ trống là bây giờ / Arrival, default now', max: 40 })
  arrivedAt?: string;

  @TextField({ description: 'Thời điểm đi dự kiến / Expected departure', max: 40, example: '2026-11-25T12:00' })
  expectedDepartureAt?: string;

  @NumberField({ description: 'Lý do cư trú (danh mục stay-reason) / Reason', min: 1, max: 99, example: 1 })
  reason?: number;

  @TextField({ description: 'Lý do chi tiết, chỉ với lý do 20 / Only for reason 20', max: 200 })
  reasonText?: string;

  @ObjectField({ description: 'Chỗ chung của nhóm / Where the group is' }, () => PlaceRequest)
  place?: PlaceRequest;

  @UuidField({
    description:
      'Bản tự khai của khách được xác nhận bởi khai báo này; cả hai cùng thành hoặc cùng không / ' +
      'The guest entry that this declaration confirms: both happen, or neither',
  })
  guestEntryId?: string;

  @ObjectListField(
    { description: 'Những người trong nhóm, tối đa 100 / The people', maxItems: 100, required: true },
    () => GroupMemberRequest,
  )
  persons?: GroupMemberRequest[];
}

export class DeclaredGroupResponse {
  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  groupId: string | null;

  @ApiProperty({ type: [DeclaredResponse], description: 'Theo thứ tự gửi lên / In the order sent' })
  stays: DeclaredResponse[];
}

export class SuggestRequest {
  @TextField({ description: 'Mã hoặc id của cơ sở / Facility, unless the key has only one', max: 64 })
  facilityId?: string;

  @TextField({
    description: 'Số giấy tờ đầy đủ, hoặc vài chữ đầu của họ tên / A whole number, or beginnings of the name',
    max: 60,
    required: true,
    example: 'tran binh',
  })
  text?: string;
}

export class SuggestionResponse {
  @ApiProperty({ format: 'uuid', description: 'Gửi lại làm person.fromStayId / Send as person.fromStayId' })
  stayId: string;

  @ApiProperty()
  fullName: string;

  @ApiProperty({ type: String, nullable: true, description: 'Đã che bớt / Masked' })
  documentNumber: string | null;

  @ApiProperty()
  birthYear: string;

  @ApiProperty({ type: String, nullable: true })
  lastRoom: string | null;

  @ApiProperty()
  lastArrivedAt: string;

  @ApiProperty({ description: 'Số lần lưu trú trong 90 ngày / Stays within 90 days' })
  stays: number;
}

export class SuggestionsResponse {
  @ApiProperty({ type: [SuggestionResponse] })
  people: SuggestionResponse[];
}
