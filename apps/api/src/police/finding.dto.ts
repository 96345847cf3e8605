import { ApiProperty } from '@nestjs/swagger';
import { FINDING_KINDS, FINDING_STATES, type FindingKind, type FindingState } from '@luutru/police';
import { ChoiceField, NumberQuery, TextField } from '../http/fields';
import { PersonStayResponse } from './person.dto';

const DECISIONS = ['dismissed', 'handled', 'open'] as const;

export class FindingQuery {
  @ChoiceField({ description: 'Mặc định open / Default open', choices: FINDING_STATES })
  state?: FindingState;

  @ChoiceField({ description: 'Loại phát hiện / Kind', choices: FINDING_KINDS })
  kind?: FindingKind;

  @TextField({ description: 'Trang sau: next của trang trước / The page after: next of the one before', max: 200 })
  cursor?: string;

  @NumberQuery({ description: 'Số dòng / Rows', min: 1, max: 100 })
  limit?: number;
}

export class DecideFindingRequest {
  @ChoiceField({
    description: 'dismissed: không có gì; handled: đã xử lý; open: mở lại / Nothing to it; dealt with; open again',
    choices: DECISIONS,
    required: true,
  })
  decision?: (typeof DECISIONS)[number];

  @TextField({ description: 'Ghi chú; lưu mã hóa / Note; stored sealed', max: 1_000, required: true })
  note?: string;

  @ChoiceField({ description: 'Trạng thái đang xem / The state looked at', choices: FINDING_STATES })
  looked?: FindingState;
}

class FindingKindResponse {
  @ApiProperty({ enum: FINDING_KINDS })
  code: string;

  @ApiProperty()
  vi: string;

  @ApiProperty()
  en: string;
}

class FindingStayResponse {
  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  facilityName: string;

  @ApiProperty()
  wardId: string;

  @ApiProperty({ format: 'uuid' })
  stayId: string;
}

export class FindingResponse {
  @ApiProperty({ format: 'uuid' })
  findingId: string;

  @ApiProperty({ type: FindingKindResponse })
  kind: FindingKindResponse;

  @ApiProperty()
  foundAt: string;

  @ApiProperty()
  from: string;

  @ApiProperty({ type: String, nullable: true })
  until: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Thời gian đi theo khai báo, phút / By the record' })
  minutes: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Thời gian đi tối thiểu, phút / What it takes at least' })
  minimumMinutes: number | null;

  @ApiProperty({ enum: FINDING_STATES, description: 'Trong địa bàn của mình / As to one’s own area' })
  state: string;

  @ApiProperty({ description: 'Còn lưu trú ngoài địa bàn / There are stays outside the area' })
  outside: boolean;

  @ApiProperty({ type: [FindingStayResponse], description: 'Các lưu trú trong địa bàn, không nêu tên / Names nobody' })
  stays: FindingStayResponse[];
}

export class FindingListResponse {
  @ApiProperty({ type: [FindingResponse] })
  findings: FindingResponse[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

class FindingNoteResponse {
  @ApiProperty()
  at: string;

  @ApiProperty()
  text: string;
}

export class FindingFileResponse {
  @ApiProperty({ type: FindingResponse })
  finding: FindingResponse;

  @ApiProperty({ type: [PersonStayResponse] })
  people: PersonStayResponse[];

  @ApiProperty({ type: [FindingNoteResponse] })
  notes: FindingNoteResponse[];
}
