import { ApiProperty } from '@nestjs/swagger';
import { AUTHORITY_PURPOSES, AUTHORITY_ROLES, RESOURCES, STAY_FORMS } from '@luutru/authority';
import { ChoiceField, DayField, NumberQuery, ReferenceField, TextField } from '../http/fields';
import { TextResponse } from '../http/issue.response';

const PURPOSES = Object.keys(AUTHORITY_PURPOSES);

class ReadQuery {
  @ChoiceField({ description: 'Mục đích, do chính sách cho phép / What for', choices: PURPOSES, required: true })
  purpose?: string;

  @ChoiceField({
    description: 'Chính sách, nếu bạn có nhiều / Policy, for those who have several',
    choices: AUTHORITY_ROLES,
  })
  policy?: string;

  @ReferenceField({ description: 'Mã phường, xã / Ward', example: 'w20410' })
  ward?: string;

  @ChoiceField({
    description: 'csv: toàn bộ thành tệp, nếu chính sách cho phép / Everything as a file, where the policy allows it',
    choices: ['json', 'csv'],
  })
  format?: 'json' | 'csv';

  @ChoiceField({ description: 'Ngôn ngữ của tệp / Language of the file', choices: ['vi', 'en'] })
  language?: 'vi' | 'en';

  @TextField({ description: 'Giá trị next của trang trước / The next value of the previous page', max: 1_000 })
  cursor?: string;

  @NumberQuery({ description: 'Số dòng mỗi trang, mặc định 100 / Rows a page, default 100', min: 1, max: 500 })
  limit?: number;
}

class DatedQuery extends ReadQuery {
  @DayField({ description: 'Từ ngày (tính cả ngày này); đếm theo tháng thì cả tháng / First day' })
  from?: string;

  @DayField({ description: 'Đến ngày (tính cả ngày này) / Last day' })
  to?: string;
}

export class AuthorityStaysQuery extends DatedQuery {
  @ReferenceField({ description: 'Loại cơ sở / Kind of facility' })
  facilityKind?: string;

  @ReferenceField({ description: 'Khu công nghiệp / Industrial zone' })
  zone?: string;

  @ReferenceField({ description: 'Loại lưu trú / Kind of stay' })
  stayKind?: string;

  @ReferenceField({ description: 'Quốc tịch / Nationality' })
  nationality?: string;

  @ReferenceField({ description: 'Tỉnh, thành phố nơi cư trú / Province of origin', example: 'p48' })
  origin?: string;

  @ReferenceField({ description: 'Khoa / Department' })
  department?: string;
}

export class AuthorityFacilitiesQuery extends ReadQuery {
  @ReferenceField({ description: 'Loại cơ sở / Kind of facility' })
  facilityKind?: string;

  @ReferenceField({ description: 'Khu công nghiệp / Industrial zone' })
  zone?: string;

  @ReferenceField({ description: 'Tình trạng / Status' })
  status?: string;
}

export class AuthorityTripsQuery extends DatedQuery {
  @ReferenceField({ description: 'Tuyến / Route' })
  route?: string;

  @ReferenceField({ description: 'Tình trạng / State' })
  state?: string;
}

class ShownColumnResponse {
  @ApiProperty({ example: 'nationality' })
  column: string;

  @ApiProperty({ example: 'plain' })
  masking: string;

  @ApiProperty()
  name: TextResponse;

  @ApiProperty({ description: 'Hiển thị thế nào / How it is shown' })
  shownAs: TextResponse;
}

export class AuthorityRowsResponse {
  @ApiProperty({ enum: AUTHORITY_ROLES })
  policy: string;

  @ApiProperty()
  version: number;

  @ApiProperty({
    enum: STAY_FORMS,
    description: 'rows: từng dòng; counts: số đếm / One row each, or counts of those that are alike in every column',
  })
  form: string;

  @ApiProperty({
    description:
      'Giá trị mà ít người hơn ngưỡng này cùng có thì để trống; số đếm là bội số của ngưỡng, làm tròn xuống / What fewer people share is left out; counts are rounded down to a multiple of it',
  })
  cellSize: number;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  from: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  to: string | null;

  @ApiProperty({ type: [ShownColumnResponse] })
  columns: ShownColumnResponse[];

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: { nullable: true } },
    description: 'Chỉ các cột của chính sách / Only the columns of the policy',
  })
  rows: Record<string, unknown>[];

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
    description: 'Tên của khu công nghiệp, khoa, tuyến, theo cột và mã / Names of zones, departments and routes',
  })
  names: Record<string, Record<string, string>>;

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class PurposeResponse {
  @ApiProperty({ enum: PURPOSES })
  code: string;

  @ApiProperty()
  name: TextResponse;
}

class PolicyColumnResponse extends ShownColumnResponse {
  @ApiProperty({ enum: RESOURCES })
  resource: string;
}

export class AuthorityPolicyResponse {
  @ApiProperty({ enum: AUTHORITY_ROLES })
  policyId: string;

  @ApiProperty()
  version: number;

  @ApiProperty()
  name: TextResponse;

  @ApiProperty()
  legalBasis: string;

  @ApiProperty({ enum: RESOURCES, isArray: true, description: 'Đọc được gì / What it opens' })
  resources: string[];

  @ApiProperty({ type: [String] })
  facilityKinds: string[];

  @ApiProperty({ type: [String], description: 'Trống: toàn bộ địa bàn được giao / Empty: all of the grant' })
  areaUnitIds: string[];

  @ApiProperty({ type: [String] })
  areaZoneIds: string[];

  @ApiProperty({ type: [String] })
  stayKinds: string[];

  @ApiProperty({ type: String, enum: STAY_FORMS, nullable: true })
  staysForm: string | null;

  @ApiProperty({ type: [PolicyColumnResponse] })
  columns: PolicyColumnResponse[];

  @ApiProperty({ type: [PurposeResponse] })
  purposes: PurposeResponse[];

  @ApiProperty()
  exports: boolean;

  @ApiProperty()
  cellSize: number;

  @ApiProperty({ description: 'Có hiệu lực từ / In force since' })
  at: string;
}

export class AuthorityPoliciesResponse {
  @ApiProperty({ type: [AuthorityPolicyResponse] })
  policies: AuthorityPolicyResponse[];
}
