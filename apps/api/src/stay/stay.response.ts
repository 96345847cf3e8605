import { ApiProperty } from '@nestjs/swagger';
import { IssueResponse } from '../http/issue.response';

export class LinksResponse {
  @ApiProperty({ example: '/v1/stays/019ab000-0000-7000-8000-000000000000' })
  self: string;

  @ApiProperty({ example: '/v1/stays/019ab000-0000-7000-8000-000000000000/receipt.pdf' })
  receipt: string;
}

const STATUS = {
  enum: ['pending', 'delivered', 'verified', 'mismatch', 'not_found', 'failed'],
  description: 'Tình trạng tại CSDL quốc gia về dân cư / State at the national population database',
};

export class DeclaredResponse {
  @ApiProperty({ format: 'uuid' })
  stayId: string;

  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty({ example: 'guest' })
  kind: string;

  @ApiProperty({ example: 'in_house' })
  state: string;

  @ApiProperty(STATUS)
  status: string;

  @ApiProperty({ example: '2026-11-23T21:55:00+07:00' })
  arrivedAt: string;

  @ApiProperty({ example: '2026-11-23T21:56:02.120+07:00' })
  declaredAt: string;

  @ApiProperty({ description: 'Hạn khai báo theo luật / Legal deadline', example: '2026-11-23T23:00:00+07:00' })
  dueAt: string;

  @ApiProperty({ description: 'Khai báo sau hạn / Declared after the deadline' })
  late: boolean;

  @ApiProperty({ type: [IssueResponse] })
  warnings: IssueResponse[];

  @ApiProperty({
    description:
      'Giấy tiếp nhận có chữ ký số (JWS, EdDSA), không chứa thông tin cá nhân; kiểm tra tại /v1/receipts/verify / Signed receipt that names nobody',
    example: 'eyJhbGciOiJFZERTQSIs…',
  })
  receipt: string;

  @ApiProperty({ type: LinksResponse })
  links: LinksResponse;
}

export class ValidationResponse {
  @ApiProperty({ description: 'Khai báo này sẽ được chấp nhận / This declaration would be accepted' })
  valid: boolean;

  @ApiProperty({ type: [IssueResponse] })
  errors: IssueResponse[];

  @ApiProperty({ type: [IssueResponse] })
  warnings: IssueResponse[];

  @ApiProperty({ type: String, nullable: true })
  dueAt: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  late: boolean | null;
}

export class PersonResponse {
  @ApiProperty()
  fullName: string;

  @ApiProperty()
  birthDate: string;

  @ApiProperty()
  sex: string;

  @ApiProperty()
  nationality: string;

  @ApiProperty()
  documentType: number;

  @ApiProperty({ type: String, nullable: true, description: 'Che bớt trong danh sách / Masked in lists' })
  documentNumber: string | null;

  @ApiProperty({ type: String, nullable: true })
  phone: string | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;
}

export class StayDeliveryResponse {
  @ApiProperty(STATUS)
  status: string;

  @ApiProperty({ type: String, nullable: true })
  deliveredAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  verifiedAt: string | null;

  @ApiProperty({ type: [String], description: 'Trường không khớp với CSDL / Fields that do not match' })
  mismatchFields: string[];

  @ApiProperty({ type: String, nullable: true })
  failureCode: string | null;
}

export class DeadlineExtensionResponse {
  @ApiProperty({ format: 'uuid' })
  outageId: string;

  @ApiProperty()
  from: string;

  @ApiProperty()
  until: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  reason: { vi: string; en: string };
}

export class StayResponse {
  @ApiProperty({ format: 'uuid' })
  stayId: string;

  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  version: number;

  @ApiProperty()
  kind: string;

  @ApiProperty()
  state: string;

  @ApiProperty(STATUS)
  status: string;

  @ApiProperty({ type: String, nullable: true })
  externalRef: string | null;

  @ApiProperty()
  arrivedAt: string;

  @ApiProperty({ type: String, nullable: true })
  expectedDepartureAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  departedAt: string | null;

  @ApiProperty()
  declaredAt: string;

  @ApiProperty()
  dueAt: string;

  @ApiProperty()
  late: boolean;

  @ApiProperty({
    type: DeadlineExtensionResponse,
    nullable: true,
    description: 'Hạn được lùi vì hệ thống gián đoạn / The deadline was moved by an outage',
  })
  deadlineExtension: DeadlineExtensionResponse | null;

  @ApiProperty({ type: Number, nullable: true })
  reason: number | null;

  @ApiProperty({ type: String, nullable: true })
  reasonText: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: PersonResponse })
  person: PersonResponse;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  place: Record<string, string>;

  @ApiProperty({ type: StayDeliveryResponse })
  delivery: StayDeliveryResponse;

  @ApiProperty({ type: [String], description: 'Mã cảnh báo, giải thích tại /problems/{code} / Warning codes' })
  warnings: string[];

  @ApiProperty({ type: LinksResponse })
  links: LinksResponse;
}

export class StayListResponse {
  @ApiProperty({ type: [StayResponse] })
  stays: StayResponse[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Gửi lại làm cursor để xem trang sau / Send as cursor for the next page',
  })
  next: string | null;
}
