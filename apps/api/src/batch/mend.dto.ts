import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import { MAX_MENDED_ROWS } from '@luutru/batch';
import { NumberField, NumberQuery, ObjectListField } from '../http/fields';
import { RowFindingResponse } from './batch.dto';

const TEXTS = { type: 'object', additionalProperties: { type: 'string' } } as const;

/** Texts by the keys of columns; which keys there are, the form of the file says. */
const TextsField = (description: string, example: Record<string, string>): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ ...TEXTS, description, example }),
    IsOptional(),
    IsObject({ context: { expected: 'object' } }),
  );

export class FaultyRowsQuery {
  @NumberQuery({
    description: 'Gửi next của trang trước / The next value of the previous page',
    min: 0,
    max: 10_000_000,
  })
  after?: number;

  @NumberQuery({ description: 'Số dòng mỗi trang / Rows per page', min: 1, max: 200 })
  limit?: number;
}

class MendedRowRequest {
  @NumberField({
    description: 'Số dòng trong tệp gốc / The row as you count in the file',
    min: 1,
    max: 100_000_000,
    required: true,
    example: 12,
  })
  row?: number;

  @TextsField('Các ô đã sửa; ô không nêu giữ nguyên, ô rỗng là xóa / Mended cells; others stay, an empty text clears', {
    birthDate: '15/08/1990',
  })
  values?: Record<string, unknown>;
}

export class MendRowsRequest {
  @ObjectListField(
    { description: 'Các dòng gửi lại / Rows to send again', maxItems: MAX_MENDED_ROWS, required: true },
    () => MendedRowRequest,
  )
  rows?: MendedRowRequest[];
}

class CellFindingResponse extends RowFindingResponse {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Khóa của cột; null là cả dòng / Key of the column; null: all of the row',
    example: 'birthDate',
  })
  field: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Nội dung có lẽ đúng; chỉ để đề nghị / What was probably meant; an offer',
    example: '15/08/1990',
  })
  proposal: string | null;
}

export class FaultyRowResponse {
  @ApiProperty({ description: 'Dòng như bạn đếm trong tệp gốc / As you count in the first file' })
  row: number;

  @ApiProperty({
    format: 'uuid',
    description: 'Lô từ chối dòng này lần cuối / The batch that refused it last',
  })
  batchId: string;

  @ApiProperty({ ...TEXTS, description: 'Nội dung các ô khi bị từ chối / The cells as they were refused' })
  values: Record<string, string>;

  @ApiProperty({ type: [CellFindingResponse] })
  findings: CellFindingResponse[];
}

export class FaultyRowsResponse {
  @ApiProperty({ description: 'Mẫu; xem GET /v1/templates/{form}/columns / The form', example: 'portal' })
  form: string;

  @ApiProperty({ type: [FaultyRowResponse] })
  rows: FaultyRowResponse[];

  @ApiProperty({ type: Number, nullable: true })
  next: number | null;
}

class ColumnChoiceResponse {
  @ApiProperty({ example: 'F' })
  code: string;

  @ApiProperty({ ...TEXTS, description: 'vi, en', example: { vi: 'Nữ', en: 'Female' } })
  label: { vi: string; en: string };
}

class FormColumnResponse {
  @ApiProperty({ example: 'birthDate' })
  key: string;

  @ApiProperty({ ...TEXTS, description: 'vi, en', example: { vi: 'NGÀY SINH', en: 'Date of birth' } })
  header: { vi: string; en: string };

  @ApiProperty()
  required: boolean;

  @ApiProperty({ enum: ['text', 'number-text', 'date', 'moment', 'code'] })
  type: string;

  @ApiProperty({
    type: [ColumnChoiceResponse],
    nullable: true,
    description: 'null: không có danh sách, hoặc quá dài (phường/xã) / None, or too long to list (wards)',
  })
  choices: ColumnChoiceResponse[] | null;
}

export class FormColumnsResponse {
  @ApiProperty({ example: 'portal' })
  form: string;

  @ApiProperty({ type: [FormColumnResponse] })
  columns: FormColumnResponse[];
}
