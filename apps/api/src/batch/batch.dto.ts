import { ApiProperty } from '@nestjs/swagger';
import { BATCH_MODES, BATCH_POLICIES, BATCH_STATES, type BatchMode, type BatchPolicy } from '@luutru/batch';
import { FORM_IDS } from '@luutru/declaration-file';
import { STAY_KINDS, type StayKind } from '@luutru/declaration';
import { ChoiceField, FlagField, NumberQuery, TextField, UuidField } from '../http/fields';
import { IssueResponse } from '../http/issue.response';

const FACILITY = {
  description: 'Mã hoặc id của cơ sở; bỏ trống khi khóa chỉ có một cơ sở / Facility, unless the key has only one',
  max: 64,
};
const POLICY = {
  description:
    'all-or-nothing: ghi nhận tất cả hoặc không dòng nào (tối đa 10.000 dòng); valid-rows: chỉ các dòng hợp lệ / Which rows to record',
  choices: BATCH_POLICIES,
};

export class CreateBatchQuery {
  @TextField(FACILITY)
  facilityId?: string;

  @ChoiceField({
    description:
      'validate: kiểm tra thử, không ghi nhận; commit: ghi nhận / Dry run or the real thing; default validate',
    choices: BATCH_MODES,
  })
  mode?: BatchMode;

  @ChoiceField(POLICY)
  policy?: BatchPolicy;

  @ChoiceField({ description: 'Loại khai báo của các dòng không ghi / For rows that do not say', choices: STAY_KINDS })
  kind?: StayKind;

  @UuidField({ description: 'Chuyến xe, với danh sách hành khách / The trip, for a manifest' })
  tripId?: string;

  @TextField({ description: 'Tên tệp, chỉ để bạn nhận ra / The name of the file, for your own use', max: 200 })
  fileName?: string;

  @ChoiceField({
    description: 'true: làm lại dù tệp này đã gửi rồi / Even if this file was sent before',
    choices: ['true', 'false'],
  })
  again?: 'true' | 'false';
}

export class BatchListQuery {
  @TextField(FACILITY)
  facilityId?: string;

  @UuidField({ description: 'Gửi next của trang trước / The next value of the previous page' })
  cursor?: string;

  @NumberQuery({ description: 'Số lô mỗi trang / Batches per page', min: 1, max: 100 })
  limit?: number;
}

export class BatchRowsQuery {
  @ChoiceField({ description: 'Chỉ các dòng có kết quả này / Only these', choices: ['accepted', 'warned', 'rejected'] })
  outcome?: 'accepted' | 'warned' | 'rejected';

  @NumberQuery({
    description: 'Gửi next của trang trước / The next value of the previous page',
    min: 0,
    max: 10_000_000,
  })
  after?: number;

  @NumberQuery({ description: 'Số dòng mỗi trang / Rows per page', min: 1, max: 1_000 })
  limit?: number;
}

export class CommitBatchRequest {
  @ChoiceField({ ...POLICY, required: true })
  policy?: BatchPolicy;

  @FlagField({ description: 'Ghi nhận lại dù tệp này đã được ghi nhận / Even if this file was recorded before' })
  again?: boolean;
}

export class LanguageQuery {
  @ChoiceField({ description: 'Ngôn ngữ của kết quả / Language', choices: ['vi', 'en'] })
  language?: 'vi' | 'en';
}

export class FormColumnsQuery {
  @TextField({
    ...FACILITY,
    description: 'Cơ sở, để có khoa, điểm dừng trong danh sách / For its departments and stops',
  })
  facilityId?: string;
}

export class TemplateQuery extends LanguageQuery {
  @TextField({
    ...FACILITY,
    description: 'Cơ sở, để có khoa, điểm dừng trong danh sách / For its departments and stops',
  })
  facilityId?: string;
}

class BatchLinks {
  @ApiProperty({ example: '/v1/batches/019ab000-0000-7000-8000-000000000000' })
  self: string;

  @ApiProperty()
  rows: string;

  @ApiProperty({ description: 'Các dòng còn phải sửa / Rows still to be mended' })
  faulty: string;

  @ApiProperty()
  events: string;

  @ApiProperty({ description: 'Chính tệp đã gửi, có cột kết quả / Your own file with a column of results' })
  result: string;
}

class BatchErrorResponse {
  @ApiProperty()
  code: string;

  @ApiProperty({ description: 'vi, en', type: 'object', additionalProperties: { type: 'string' } })
  message: { vi: string; en: string };

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  fix: { vi: string; en: string };
}

class MendingBatchResponse {
  @ApiProperty({ format: 'uuid' })
  batchId: string;

  @ApiProperty({ enum: [...BATCH_STATES] })
  state: string;

  @ApiProperty()
  accepted: number;

  @ApiProperty()
  rejected: number;
}

export class BatchResponse {
  @ApiProperty({ format: 'uuid' })
  batchId: string;

  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty({ enum: [...BATCH_MODES] })
  mode: string;

  @ApiProperty({ enum: [...BATCH_POLICIES] })
  policy: string;

  @ApiProperty({ enum: [...BATCH_STATES] })
  state: string;

  @ApiProperty({ type: String, nullable: true })
  fileName: string | null;

  @ApiProperty()
  fileSize: number;

  @ApiProperty({ type: String, nullable: true, description: 'Loại tệp nhận ra / What the file turned out to be' })
  format: string | null;

  @ApiProperty({ type: String, nullable: true })
  sheet: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Tổng số dòng, khi đã đọc hết / Rows, once all are read' })
  total: number | null;

  @ApiProperty({ description: 'Số dòng đã xử lý / Rows done' })
  done: number;

  @ApiProperty()
  accepted: number;

  @ApiProperty()
  rejected: number;

  @ApiProperty({ description: 'Trong số được nhận, số dòng có lưu ý / Of the accepted, those with a doubt' })
  warned: number;

  @ApiProperty({ type: [IssueResponse], description: 'Lưu ý về cả tệp / Doubts about the file' })
  warnings: IssueResponse[];

  @ApiProperty({ type: BatchErrorResponse, nullable: true })
  error: BatchErrorResponse | null;

  @ApiProperty({
    enum: [...FORM_IDS],
    type: String,
    nullable: true,
    description: 'Mẫu của các cột / Form of its columns',
  })
  form: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Lô gốc, khi lô này gửi lại các dòng đã sửa / The file whose mended rows these are',
  })
  mends: string | null;

  @ApiProperty({ type: [MendingBatchResponse], description: 'Các lô gửi lại dòng đã sửa / Batches of its mended rows' })
  mendedBy: MendingBatchResponse[];

  @ApiProperty()
  createdAt: string;

  @ApiProperty({ type: String, nullable: true })
  finishedAt: string | null;

  @ApiProperty({ type: BatchLinks })
  links: BatchLinks;
}

export class BatchReceivedResponse extends BatchResponse {
  @ApiProperty({
    description:
      'Tệp này đã được ghi nhận trước đây; đây là lô cũ / This very file was sent before; this is that batch',
  })
  sameFile: boolean;
}

export class BatchListResponse {
  @ApiProperty({ type: [BatchResponse] })
  batches: BatchResponse[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class RowFindingResponse extends IssueResponse {
  @ApiProperty({ enum: ['error', 'warning'] })
  severity: string;

  @ApiProperty({ type: String, nullable: true, description: 'Cột trong tệp / Column of the file', example: 'C' })
  column: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'NGÀY SINH' })
  header: string | null;
}

class MendedOutcomeResponse {
  @ApiProperty({ format: 'uuid' })
  batchId: string;

  @ApiProperty({ enum: ['accepted', 'warned', 'rejected'], nullable: true, type: String })
  outcome: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  stayId: string | null;
}

export class BatchRowResponse {
  @ApiProperty({ description: 'Dòng như bạn đếm trong tệp / As you count in the file' })
  row: number;

  @ApiProperty({ enum: ['accepted', 'warned', 'rejected'] })
  outcome: string;

  @ApiProperty({
    description: 'Đã khai báo trước đó với cùng mã tham chiếu / Declared before under the same reference',
  })
  repeated: boolean;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  stayId: string | null;

  @ApiProperty({ type: [RowFindingResponse] })
  findings: RowFindingResponse[];

  @ApiProperty({
    type: MendedOutcomeResponse,
    nullable: true,
    description: 'Kết quả của dòng ở lô gửi lại sau khi sửa / What became of it when it was mended and sent again',
  })
  mended: MendedOutcomeResponse | null;
}

export class BatchRowsResponse {
  @ApiProperty({ type: [BatchRowResponse] })
  rows: BatchRowResponse[];

  @ApiProperty({ type: Number, nullable: true })
  next: number | null;
}
