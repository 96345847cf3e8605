import { ApiProperty } from '@nestjs/swagger';
import {
  ChoiceField,
  DayField,
  NumberField,
  NumberQuery,
  ObjectField,
  ObjectListField,
  TextField,
  TextListField,
  UuidField,
} from '../http/fields';
import { IssueResponse } from '../http/issue.response';

export class EntryFields {
  @TextListField({
    description: 'Họ tên, rồi các tên khác / Name, then aliases',
    max: 150,
    maxItems: 10,
    required: true,
  })
  names?: string[];

  @TextListField({ description: 'Số giấy tờ / Document numbers', max: 40, maxItems: 10 })
  documentNumbers?: string[];

  @TextListField({
    description: 'Ngày sinh: YYYY, YYYY-MM hoặc YYYY-MM-DD / Birth dates, perhaps in part',
    max: 10,
    maxItems: 5,
    example: ['1990-08'],
  })
  birthDates?: string[];

  @ChoiceField({ description: 'Giới tính / Sex', choices: ['M', 'F'] })
  sex?: 'M' | 'F';

  @TextField({ description: 'Quốc tịch, mã ISO / Nationality', max: 3, example: 'VNM' })
  nationality?: string;

  @TextField({ description: 'Ghi chú / Note', max: 2_000 })
  note?: string;

  @TextField({ description: 'Nơi lưu ảnh, không phải ảnh / Where the photo is kept', max: 200 })
  photoRef?: string;

  @TextField({ description: 'Mã hồ sơ của đơn vị / Own reference', max: 100, example: 'TN-2026-0001' })
  reference?: string;
}

class EntryChangeRequest {
  @ChoiceField({
    description: 'Thêm, sửa hay rút / What to do',
    choices: ['add', 'change', 'withdraw'],
    required: true,
  })
  action?: 'add' | 'change' | 'withdraw';

  @UuidField({ description: 'Mục cần sửa, rút / Entry to change or withdraw' })
  entryId?: string;

  @NumberField({ description: 'Phiên bản đang xem / The version looked at', min: 1, max: 2_147_483_647 })
  version?: number;

  @ObjectField({ description: 'Nội dung mới / The entry as it is to be' }, () => EntryFields)
  entry?: EntryFields;

  @DayField({ description: 'Có hiệu lực đến hết / Valid until, included' })
  validUntil?: string;
}

export class ProposeEntriesRequest {
  @ObjectListField({ description: 'Các thay đổi / Changes', maxItems: 100, required: true }, () => EntryChangeRequest)
  changes?: EntryChangeRequest[];
}

export class EntryListQuery {
  @ChoiceField({ description: 'Trạng thái / State', choices: ['active', 'withdrawn', 'expired'] })
  state?: 'active' | 'withdrawn' | 'expired';

  @UuidField({ description: 'entryId cuối của trang trước / Last entryId of the page before' })
  after?: string;

  @NumberQuery({ description: 'Số dòng / How many', min: 1, max: 200 })
  limit?: number;
}

class EntryContentResponse {
  @ApiProperty({ type: [String] })
  names: string[];

  @ApiProperty({ type: [String] })
  documentNumbers: string[];

  @ApiProperty({ type: [String] })
  birthDates: string[];

  @ApiProperty({ type: String, nullable: true })
  sex: string | null;

  @ApiProperty({ type: String, nullable: true })
  nationality: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: String, nullable: true })
  photoRef: string | null;

  @ApiProperty({ type: String, nullable: true })
  reference: string | null;
}

export { EntryContentResponse };

export class EntryResponse {
  @ApiProperty({ format: 'uuid' })
  entryId: string;

  @ApiProperty({ format: 'uuid' })
  listId: string;

  @ApiProperty({ enum: ['active', 'withdrawn', 'expired'] })
  state: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ type: String, nullable: true })
  validUntil: string | null;

  @ApiProperty({ type: EntryContentResponse })
  entry: EntryContentResponse;
}

export class EntriesResponse {
  @ApiProperty({ type: [EntryResponse] })
  entries: EntryResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Gửi lại làm after / Send as after for the next page' })
  next: string | null;
}

class EntryVersionResponse {
  @ApiProperty()
  version: number;

  @ApiProperty({ enum: ['add', 'change', 'withdraw', 'expire'] })
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

  @ApiProperty({ type: String, nullable: true })
  validUntil: string | null;

  @ApiProperty({ type: EntryContentResponse })
  entry: EntryContentResponse;
}

export class EntryDetailResponse extends EntryResponse {
  @ApiProperty({ type: [EntryVersionResponse] })
  versions: EntryVersionResponse[];
}

export class ImportQuery {
  @ChoiceField({
    description: 'preview: chỉ xem sẽ thay đổi gì / preview: only show what would change',
    choices: ['preview', 'propose'],
  })
  mode?: 'preview' | 'propose';

  @ChoiceField({
    description:
      'true: tệp là toàn bộ danh sách, mục không có trong tệp bị rút / true: entries not in the file are withdrawn',
    choices: ['true', 'false'],
  })
  complete?: 'true' | 'false';
}

class RowFaultResponse extends IssueResponse {
  @ApiProperty()
  row: number;

  @ApiProperty({ type: String, nullable: true, example: 'D' })
  column: string | null;
}

class ImportSampleResponse {
  @ApiProperty()
  row: number;

  @ApiProperty({ enum: ['add', 'change'] })
  action: string;

  @ApiProperty()
  name: string;
}

export class ImportResponse {
  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  proposalId: string | null;

  @ApiProperty()
  rows: number;

  @ApiProperty()
  added: number;

  @ApiProperty()
  changed: number;

  @ApiProperty({ description: 'Đã có y nguyên / In the list already' })
  same: number;

  @ApiProperty()
  withdrawn: number;

  @ApiProperty()
  faulty: number;

  @ApiProperty({ type: [RowFaultResponse], description: 'Tối đa 100 / At most 100' })
  faults: RowFaultResponse[];

  @ApiProperty({ type: [ImportSampleResponse], description: 'Tối đa 100 / At most 100' })
  sample: ImportSampleResponse[];
}

export class TemplateLanguageQuery {
  @ChoiceField({ description: 'Ngôn ngữ / Language', choices: ['vi', 'en'] })
  language?: 'vi' | 'en';
}
