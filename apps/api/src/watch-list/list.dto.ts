import { ApiProperty } from '@nestjs/swagger';
import { FIRST_DESKS, LIST_KIND_CODES } from '@luutru/watch-list';
import { ChoiceField, DayField, NumberField, TextField } from '../http/fields';
import { TextResponse } from '../http/issue.response';

const DESK = {
  description:
    'Bàn trực nhận cảnh báo đầu tiên; province: công an phường không thấy / First desk; province: wards do not see it',
  choices: FIRST_DESKS,
};
const PERCENT = { description: 'Điểm tối thiểu để cảnh báo, % / Least score of an alert, %', min: 50, max: 100 };
const MINUTES = { description: 'Số phút phải nhận cảnh báo / Minutes to take an alert', min: 1, max: 1_440 };

class ListFactsRequest {
  @TextField({ description: 'Tên tiếng Việt / Name in Vietnamese', max: 200, example: 'Truy nã đặc biệt' })
  nameVi?: string;

  @TextField({ description: 'Tên tiếng Anh / Name in English', max: 200, example: 'Wanted, special' })
  nameEn?: string;

  @TextField({
    description: 'Căn cứ pháp lý: luật, lệnh, quyết định / The law or order that allows it',
    max: 500,
    example: 'Điều 231 Bộ luật Tố tụng hình sự',
  })
  legalBasis?: string;

  @DayField({ description: 'Có hiệu lực từ / Valid from', example: '2026-11-23' })
  validFrom?: string;

  @DayField({ description: 'Có hiệu lực đến hết / Valid until, included' })
  validUntil?: string;

  @NumberField(PERCENT)
  thresholdPercent?: number;

  @NumberField(MINUTES)
  acknowledgeMinutes?: number;

  @TextField({ description: 'Chỉ theo dõi cơ sở thuộc đơn vị này / Watch only facilities of this unit', max: 20 })
  areaUnitId?: string;

  @ChoiceField(DESK)
  firstDesk?: (typeof FIRST_DESKS)[number];
}

export class NewListRequest extends ListFactsRequest {
  @ChoiceField({ description: 'Loại danh sách / Kind', choices: LIST_KIND_CODES, required: true })
  kind?: (typeof LIST_KIND_CODES)[number];

  @TextField({ description: 'Đơn vị quản lý / Unit that keeps it', max: 20, required: true, example: 'p48' })
  unitId?: string;
}

export class ChangeListRequest extends ListFactsRequest {}

export class ProposedResponse {
  @ApiProperty({ format: 'uuid', description: 'Chờ người khác duyệt / Waits for somebody else' })
  proposalId: string;

  @ApiProperty({ format: 'uuid' })
  listId: string;
}

export class ListFactsResponse {
  @ApiProperty({ enum: LIST_KIND_CODES })
  kind: string;

  @ApiProperty({ type: TextResponse })
  kindName: TextResponse;

  @ApiProperty({ type: TextResponse })
  name: TextResponse;

  @ApiProperty()
  unitId: string;

  @ApiProperty()
  legalBasis: string;

  @ApiProperty()
  validFrom: string;

  @ApiProperty({ type: String, nullable: true })
  validUntil: string | null;

  @ApiProperty()
  thresholdPercent: number;

  @ApiProperty()
  acknowledgeMinutes: number;

  @ApiProperty({ type: String, nullable: true })
  areaUnitId: string | null;

  @ApiProperty({ enum: FIRST_DESKS })
  firstDesk: string;
}

export class WatchListResponse extends ListFactsResponse {
  @ApiProperty({ format: 'uuid' })
  listId: string;

  @ApiProperty({ enum: ['active', 'withdrawn'] })
  state: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ description: 'Số mục đang theo dõi / Entries that count' })
  entries: number;

  @ApiProperty()
  openProposals: number;
}

export class WatchListsResponse {
  @ApiProperty({ type: [WatchListResponse] })
  lists: WatchListResponse[];
}

class ListVersionResponse {
  @ApiProperty()
  version: number;

  @ApiProperty({ enum: ['create', 'change', 'withdraw'] })
  action: string;

  @ApiProperty()
  at: string;

  @ApiProperty({ type: String, nullable: true })
  proposedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  approvedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  proposedByName: string | null;

  @ApiProperty({ type: String, nullable: true })
  approvedByName: string | null;

  @ApiProperty({ type: ListFactsResponse })
  facts: ListFactsResponse;
}

export class WatchListDetailResponse extends WatchListResponse {
  @ApiProperty({ type: [ListVersionResponse] })
  versions: ListVersionResponse[];
}
