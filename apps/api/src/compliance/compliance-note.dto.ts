import { ApiProperty } from '@nestjs/swagger';
import { DayField, FlagField, NumberField, NumberQuery, TextField, TextListField, UuidField } from '../http/fields';
import { SentenceResponse } from './compliance.dto';

export class NoteListQuery {
  @UuidField({ description: 'Một cơ sở; bỏ trống: toàn địa bàn / One facility; absent: all of the area' })
  facilityId?: string;

  @NumberQuery({ description: 'Số dòng / Rows', min: 1, max: 200 })
  limit?: number;
}

class NoteFields {
  @DayField({ description: 'Ngày kiểm tra / Day of the visit', required: true })
  visitedOn?: string;

  @TextListField({
    description: 'Kết quả, mã của danh mục inspection-finding / Findings, codes of the table inspection-finding',
    max: 64,
    maxItems: 20,
    required: true,
  })
  findings?: string[];

  @NumberField({
    description: 'Số khách có mặt mà không được khai báo / Guests found not declared',
    min: 0,
    max: 9_999,
  })
  notDeclared?: number;

  @TextField({ description: 'Ghi chú / The note', max: 4_000, required: true })
  text?: string;
}

export class WriteNoteRequest extends NoteFields {
  @UuidField({ description: 'Cơ sở / Facility', required: true })
  facilityId?: string;

  @FlagField({ description: 'Cho cơ sở xem / Show it to the facility; not to be taken back' })
  share?: boolean;
}

export class ReviseNoteRequest extends NoteFields {
  @NumberField({ description: 'Phiên bản đang xem / The version looked at', min: 1, max: 100_000, required: true })
  version?: number;
}

export class NoteVersionRequest {
  @NumberField({ description: 'Phiên bản đang xem / The version looked at', min: 1, max: 100_000, required: true })
  version?: number;
}

export class AnswerNoteRequest extends NoteVersionRequest {
  @TextField({ description: 'Nội dung trả lời / The answer', max: 4_000, required: true })
  text?: string;
}

class AnswerResponse {
  @ApiProperty({ description: 'Trả lời cho phiên bản nào / The version it answers' })
  version: number;

  @ApiProperty()
  text: string;

  @ApiProperty()
  answeredAt: string;
}

class FineResponse {
  @ApiProperty()
  fromGuests: number;

  @ApiProperty({ type: Number, nullable: true })
  toGuests: number | null;

  @ApiProperty()
  minVnd: number;

  @ApiProperty()
  maxVnd: number;

  @ApiProperty({ description: 'Căn cứ / Legal source' })
  sourceVi: string;

  @ApiProperty({ format: 'date' })
  validFrom: string;

  @ApiProperty()
  notice: SentenceResponse;
}

export class FacilityNoteResponse {
  @ApiProperty({ format: 'uuid' })
  noteId: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ format: 'date' })
  visitedOn: string;

  @ApiProperty({ type: [String] })
  findings: string[];

  @ApiProperty({ type: Number, nullable: true })
  notDeclared: number | null;

  @ApiProperty()
  text: string;

  @ApiProperty()
  withdrawn: boolean;

  @ApiProperty()
  writtenAt: string;

  @ApiProperty({ type: [AnswerResponse] })
  answers: AnswerResponse[];
}

export class NoteResponse extends FacilityNoteResponse {
  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  facilityName: string;

  @ApiProperty({ enum: ['write', 'revise', 'share', 'withdraw'] })
  action: string;

  @ApiProperty()
  shared: boolean;

  @ApiProperty()
  writtenBy: string;

  @ApiProperty({
    type: FineResponse,
    nullable: true,
    description:
      'Khung tiền phạt của ngày kiểm tra; trống khi không có quy định nào được ghi nhận cho ngày đó / The band of the day of the visit; null when no rule is known for it',
  })
  fine: FineResponse | null;
}

export class NoteListResponse {
  @ApiProperty({ type: [NoteResponse] })
  notes: NoteResponse[];
}

export class NoteVersionsResponse {
  @ApiProperty({ type: [NoteResponse], description: 'Mới nhất trước / Newest first' })
  versions: NoteResponse[];
}

export class FacilityNotesResponse {
  @ApiProperty({ type: [FacilityNoteResponse] })
  notes: FacilityNoteResponse[];
}
