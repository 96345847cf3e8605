import { ApiProperty } from '@nestjs/swagger';
import { BREAK_GLASS_STATES } from '@luutru/police';
import { ChoiceField, TextField, UuidField } from '../http/fields';

export const VERDICTS = ['justified', 'not-justified'] as const;

export class OpenBreakGlassRequest {
  @TextField({
    description: 'Xã, phường hoặc cả tỉnh cần tra cứu / The ward, or the whole province',
    max: 40,
    required: true,
    example: 'p48',
  })
  unitId?: string;

  @TextField({
    description: 'Mục đích, danh mục look-purpose / Purpose',
    max: 40,
    required: true,
    example: 'tim-nguoi',
  })
  purpose?: string;

  @TextField({ description: 'Mã vụ việc / Case number', max: 64, example: 'VA-2026/118' })
  caseNumber?: string;

  @TextField({
    description: 'Vì sao cần tra cứu ngoài địa bàn ngay; lưu mã hóa / Why it cannot wait; stored sealed',
    max: 1_000,
    required: true,
    example: 'Trẻ mất tích, có thể đã rời địa bàn tối nay',
  })
  reason?: string;
}

export class EndBreakGlassRequest {
  @UuidField({ description: 'Bỏ trống: mọi lần đang mở / All that are open unless given' })
  breakGlassId?: string;
}

export class BreakGlassEndedResponse {
  @ApiProperty({ description: 'Số lần vừa kết thúc / How many ended now' })
  ended: number;
}

export class ReviewBreakGlassRequest {
  @ChoiceField({ description: 'Kết luận / Verdict', choices: VERDICTS, required: true })
  verdict?: (typeof VERDICTS)[number];

  @TextField({ description: 'Nhận xét; lưu mã hóa / Remark; stored sealed', max: 1_000, required: true })
  note?: string;
}

export class ReviewListQuery {
  @ChoiceField({
    description: 'Mặc định chỉ các lần chưa xem xét / Default those without a review',
    choices: ['waiting', 'all'],
  })
  show?: 'waiting' | 'all';
}

export class BreakGlassResponse {
  @ApiProperty({ format: 'uuid' })
  breakGlassId: string;

  @ApiProperty()
  unitId: string;

  @ApiProperty()
  purpose: string;

  @ApiProperty({ type: String, nullable: true })
  caseNumber: string | null;

  @ApiProperty({
    enum: BREAK_GLASS_STATES,
    description: 'waiting: chờ chỉ huy xem xét; overdue: quá hạn xem xét / waiting for its review; overdue',
  })
  state: string;

  @ApiProperty()
  openedAt: string;

  @ApiProperty()
  expiresAt: string;

  @ApiProperty({ type: String, nullable: true })
  endedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  reviewedAt: string | null;

  @ApiProperty({ enum: VERDICTS, nullable: true })
  verdict: string | null;
}

export class BreakGlassListResponse {
  @ApiProperty({ type: [BreakGlassResponse] })
  breakGlasses: BreakGlassResponse[];
}

export class SupervisedBreakGlassResponse extends BreakGlassResponse {
  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty()
  officerName: string;
}

export class SupervisedBreakGlassListResponse {
  @ApiProperty({ type: [SupervisedBreakGlassResponse] })
  breakGlasses: SupervisedBreakGlassResponse[];
}

class BreakGlassUseResponse {
  @ApiProperty()
  at: string;

  @ApiProperty({ example: 'person.view' })
  action: string;

  @ApiProperty()
  subjectKind: string;

  @ApiProperty({ type: String, nullable: true })
  subjectId: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Số người đã hiện ra / People shown' })
  rowCount: number | null;
}

export class BreakGlassFileResponse extends SupervisedBreakGlassResponse {
  @ApiProperty()
  reason: string;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: [BreakGlassUseResponse], description: 'Theo nhật ký / From the audit trail' })
  uses: BreakGlassUseResponse[];
}
