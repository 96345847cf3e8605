import { ApiProperty } from '@nestjs/swagger';
import { DayField, NumberQuery, TextField, UuidField } from '../http/fields';

export class AuditPeriod {
  @DayField({ description: 'Từ ngày / First day', example: '2026-11-23' })
  from?: string;

  @DayField({ description: 'Đến ngày; bỏ trống là hôm nay / Last day, today unless given', example: '2026-11-23' })
  to?: string;
}

export class AuditQuery extends AuditPeriod {
  @TextField({ description: 'Tài khoản hoặc khóa API / Account or API key', max: 64 })
  actorId?: string;

  @TextField({ description: 'Hành động / Action', max: 64, example: 'stay.inspect' })
  action?: string;

  @UuidField({ description: 'Đối tượng / Subject' })
  subjectId?: string;

  @TextField({ description: 'Giá trị next của trang trước / The next of the page before', max: 120 })
  cursor?: string;

  @NumberQuery({ description: 'Số dòng / Rows', min: 1, max: 500 })
  limit?: number;
}

class AuditLineResponse {
  @ApiProperty({ format: 'uuid' })
  auditId: string;

  @ApiProperty()
  at: string;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  facilityId: string | null;

  @ApiProperty({ enum: ['api-key', 'person', 'system'] })
  actorKind: string;

  @ApiProperty()
  actorId: string;

  @ApiProperty({ example: 'stay.inspect' })
  action: string;

  @ApiProperty()
  subjectKind: string;

  @ApiProperty({ type: String, nullable: true })
  subjectId: string | null;

  @ApiProperty({ type: String, nullable: true })
  purpose: string | null;

  @ApiProperty({ type: Number, nullable: true })
  rowCount: number | null;

  @ApiProperty({ type: Object, nullable: true })
  detail: object | null;
}

export class AuditListResponse {
  @ApiProperty({ type: [AuditLineResponse] })
  entries: AuditLineResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Còn nữa: gửi lại làm cursor / More: give it as cursor' })
  next: string | null;
}

export class SealStateResponse {
  @ApiProperty({ type: Number, nullable: true, description: 'Số niêm phong mới nhất / Newest seal' })
  sealNumber: number | null;

  @ApiProperty({ type: String, nullable: true })
  sealedAt: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Mọi dòng trước lúc này đã niêm phong / All before is sealed',
  })
  freshAt: string | null;
}

export class VerificationResponse {
  @ApiProperty()
  whole: boolean;

  @ApiProperty()
  seals: number;

  @ApiProperty()
  entries: number;

  @ApiProperty({ type: [String], description: 'Kết quả bằng lời / In words' })
  words: string[];
}
