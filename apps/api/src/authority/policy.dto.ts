import { ApiProperty } from '@nestjs/swagger';
import {
  AUTHORITY_ROLES,
  POLICY_PROPOSAL_STATES,
  type PolicyProposalState,
  RESOURCES,
  SMALLEST_CELL,
  STAY_FORMS,
  type StayForm,
} from '@luutru/authority';
import {
  ChoiceField,
  FlagField,
  NumberField,
  NumberQuery,
  ObjectListField,
  TextField,
  TextListField,
} from '../http/fields';
import { TextResponse } from '../http/issue.response';
import { AuthorityPolicyResponse, PurposeResponse } from './authority.dto';

export class PolicyColumnRequest {
  @TextField({ description: 'stays, facilities, trips', max: 32, required: true, example: 'stays' })
  resource?: string;

  @TextField({
    description: 'Cột, theo danh mục / Column, of the list',
    max: 64,
    required: true,
    example: 'nationality',
  })
  column?: string;

  @TextField({ description: 'Cách che / Masking', max: 32, required: true, example: 'plain' })
  masking?: string;
}

export class PolicyContentRequest {
  @TextField({ description: 'Tên tiếng Việt / Name in Vietnamese', max: 200, required: true })
  nameVi?: string;

  @TextField({ description: 'Tên tiếng Anh / Name in English', max: 200, required: true })
  nameEn?: string;

  @TextField({ description: 'Căn cứ pháp lý / The law or order that allows it', max: 500, required: true })
  legalBasis?: string;

  @TextListField({ description: 'Loại cơ sở / Kinds of facility', max: 64, maxItems: 50, required: true })
  facilityKinds?: string[];

  @TextListField({
    description: 'Đơn vị hành chính; trống: toàn bộ địa bàn được giao / Units; none: all of the grant',
    max: 32,
    maxItems: 200,
  })
  areaUnitIds?: string[];

  @TextListField({ description: 'Khu công nghiệp / Industrial zones', max: 64, maxItems: 200 })
  areaZoneIds?: string[];

  @TextListField({ description: 'Loại lưu trú / Kinds of stay', max: 32, maxItems: 10 })
  stayKinds?: string[];

  @ChoiceField({
    description: 'Từng dòng hay số đếm; không có: không mở lưu trú / Rows or counts; absent: no stays',
    choices: STAY_FORMS,
  })
  staysForm?: StayForm;

  @ObjectListField(
    { description: 'Các cột được xem; cột không nêu thì không có / Columns shown; others are absent', maxItems: 60 },
    () => PolicyColumnRequest,
  )
  columns?: PolicyColumnRequest[];

  @TextListField({ description: 'Mục đích được phép / Purposes allowed', max: 32, maxItems: 20, required: true })
  purposes?: string[];

  @FlagField({ description: 'Được tải tệp; mặc định không / May be taken away as a file; default not' })
  exports?: boolean;

  @NumberField({
    description: `Ngưỡng số người; mặc định ${SMALLEST_CELL} / Cell size; default ${SMALLEST_CELL}`,
    min: 0,
    max: 1_000,
  })
  cellSize?: number;
}

export class PolicyProposalListQuery {
  @ChoiceField({ description: 'Mặc định chỉ đề nghị đang chờ / Default open', choices: POLICY_PROPOSAL_STATES })
  state?: PolicyProposalState;

  @NumberQuery({ description: 'Số dòng / How many', min: 1, max: 200 })
  limit?: number;
}

class MaskingResponse {
  @ApiProperty()
  masking: string;

  @ApiProperty()
  name: TextResponse;

  @ApiProperty({
    type: String,
    enum: STAY_FORMS,
    nullable: true,
    description: 'Chỉ trong dạng này / In this form only',
  })
  form: string | null;
}

class OfferedColumnResponse {
  @ApiProperty({ enum: RESOURCES })
  resource: string;

  @ApiProperty()
  column: string;

  @ApiProperty()
  name: TextResponse;

  @ApiProperty({ type: [MaskingResponse] })
  maskings: MaskingResponse[];
}

export class PolicyVersionResponse extends AuthorityPolicyResponse {
  @ApiProperty()
  proposedBy: string;

  @ApiProperty()
  approvedBy: string;
}

export class PolicyListResponse {
  @ApiProperty({ type: [PolicyVersionResponse] })
  policies: PolicyVersionResponse[];

  @ApiProperty({
    type: [OfferedColumnResponse],
    description: 'Mọi thứ một chính sách có thể nêu / All that a policy may name',
  })
  columns: OfferedColumnResponse[];

  @ApiProperty({ type: [PurposeResponse] })
  purposes: PurposeResponse[];
}

export class PolicyVersionsResponse {
  @ApiProperty({ type: [PolicyVersionResponse], description: 'Mới nhất trước / Newest first' })
  versions: PolicyVersionResponse[];
}

export class PolicyProposedResponse {
  @ApiProperty({ format: 'uuid', description: 'Chờ người khác duyệt / Waits for somebody else' })
  proposalId: string;
}

export class PolicyProposalResponse {
  @ApiProperty({ format: 'uuid' })
  proposalId: string;

  @ApiProperty({ enum: AUTHORITY_ROLES })
  policyId: string;

  @ApiProperty()
  baseVersion: number;

  @ApiProperty({ enum: POLICY_PROPOSAL_STATES })
  state: string;

  @ApiProperty({ format: 'uuid' })
  proposedBy: string;

  @ApiProperty()
  proposedAt: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  decidedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  decidedAt: string | null;
}

export class PolicyProposalsResponse {
  @ApiProperty({ type: [PolicyProposalResponse] })
  proposals: PolicyProposalResponse[];
}

export class PolicyProposalDetailResponse {
  @ApiProperty()
  proposal: PolicyProposalResponse;

  @ApiProperty({ description: 'Như được đề nghị / As proposed' })
  proposed: PolicyContentRequest;

  @ApiProperty({ type: PolicyVersionResponse, nullable: true, description: 'Như hiện tại / As it is' })
  present: PolicyVersionResponse | null;
}

export class PolicyApprovedResponse {
  @ApiProperty({ enum: AUTHORITY_ROLES })
  policyId: string;

  @ApiProperty({ description: 'Phiên bản mới / The new version' })
  version: number;
}
