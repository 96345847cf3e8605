import { ApiProperty } from '@nestjs/swagger';
import { STAY_STATES, type StayState } from '@luutru/declaration';
import { ChoiceField, TextField, UuidField } from '../http/fields';

export class OwnStayResponse {
  @ApiProperty({ format: 'uuid' })
  stayId: string;

  @ApiProperty()
  facilityName: string;

  @ApiProperty()
  kind: string;

  @ApiProperty({ enum: STAY_STATES })
  state: StayState;

  @ApiProperty()
  arrivedAt: string;

  @ApiProperty({ type: String, nullable: true })
  expectedDepartureAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  departedAt: string | null;

  @ApiProperty()
  declaredAt: string;

  @ApiProperty()
  fullName: string;

  @ApiProperty()
  birthDate: string;

  @ApiProperty({ type: String, nullable: true })
  documentNumber: string | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  @ApiProperty({ type: String, nullable: true })
  phone: string | null;
}

export class OwnStayListResponse {
  @ApiProperty({ type: [OwnStayResponse] })
  stays: OwnStayResponse[];
}

export class LookResponse {
  @ApiProperty({ format: 'uuid' })
  stayId: string;

  @ApiProperty()
  at: string;

  @ApiProperty({ description: 'Vai trò đã xem, hoặc facility / The role that looked, or facility' })
  looker: string;

  @ApiProperty({ type: String, nullable: true, description: 'Mã của danh mục look-purpose' })
  purpose: string | null;
}

export class LookListResponse {
  @ApiProperty({ type: [LookResponse] })
  looks: LookResponse[];
}

export class CorrectionRequest {
  @UuidField({ description: 'Lưu trú / Stay', required: true })
  stayId?: string;

  @TextField({ description: 'Điều cần sửa / What is wrong', max: 2_000, required: true })
  text?: string;
}

export class CorrectionRequestedResponse {
  @ApiProperty({ format: 'uuid' })
  requestId: string;

  @ApiProperty({ format: 'date', description: 'Hạn trả lời / Last day for an answer' })
  dueOn: string;
}

export class AnswerCorrectionRequest {
  @ChoiceField({ description: 'Kết quả / Decision', choices: ['accepted', 'refused'], required: true })
  decision?: string;

  @TextField({ description: 'Trả lời cho người yêu cầu / Answer', max: 2_000, required: true })
  text?: string;
}

export class CorrectionResponse extends CorrectionRequestedResponse {
  @ApiProperty({ format: 'uuid' })
  stayId: string;

  @ApiProperty({ enum: ['open', 'accepted', 'refused'] })
  state: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty()
  requestedAt: string;

  @ApiProperty({ type: String, nullable: true })
  answeredAt: string | null;
}

export class CorrectionListResponse {
  @ApiProperty({ type: [CorrectionResponse] })
  corrections: CorrectionResponse[];
}
