import { ApiProperty } from '@nestjs/swagger';
import { MACHINE_PERMISSIONS } from '@luutru/access';
import { ChoiceListField, DayField, TextField, TextListField } from '../http/fields';

export class DelegateRequest {
  @ChoiceListField({ description: 'Quyền giao / What is delegated', choices: MACHINE_PERMISSIONS, required: true })
  permissions?: string[];

  @DayField({ description: 'Hết hiệu lực từ ngày / Ends on this day' })
  expiresOn?: string;
}

export class CreateKeyRequest {
  @TextField({ description: 'Tên gợi nhớ / Label', max: 100, required: true, example: 'Phần mềm lễ tân' })
  label?: string;

  @ChoiceListField({
    description: 'Quyền; bỏ trống là tất cả / Permissions; all unless given',
    choices: MACHINE_PERMISSIONS,
  })
  permissions?: string[];

  @DayField({ description: 'Hết hiệu lực từ ngày / Ends on this day' })
  expiresOn?: string;

  @TextListField({
    description: 'Chỉ dùng từ các mạng này (CIDR) / Only from these networks',
    max: 50,
    maxItems: 20,
    example: ['203.0.113.0/24'],
  })
  allowedNetworks?: string[];

  @TextField({
    description:
      'Khóa công khai Ed25519 (base64url, 32 byte): khi có, mọi yêu cầu phải ký theo RFC 9421 / With it every request must be signed',
    max: 43,
  })
  signatureKey?: string;
}

export class DelegationResponse {
  @ApiProperty()
  vendorCode: string;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({ type: [String] })
  permissions: string[];

  @ApiProperty()
  grantedAt: string;

  @ApiProperty({ type: String, nullable: true })
  expiresAt: string | null;
}

export class DelegationListResponse {
  @ApiProperty({ type: [DelegationResponse] })
  delegations: DelegationResponse[];
}

export class KeyResponse {
  @ApiProperty()
  id: string;

  @ApiProperty()
  label: string;

  @ApiProperty({ type: [String] })
  permissions: string[];

  @ApiProperty()
  createdAt: string;

  @ApiProperty({ type: String, nullable: true })
  expiresAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Lần dùng gần nhất, chính xác đến phút / To the minute' })
  lastUsedAt: string | null;

  @ApiProperty({ type: [String], nullable: true })
  allowedNetworks: string[] | null;

  @ApiProperty({ description: 'Yêu cầu phải ký / Requests must be signed' })
  signed: boolean;
}

export class KeyListResponse {
  @ApiProperty({ type: [KeyResponse] })
  keys: KeyResponse[];
}

export class KeyCreatedResponse {
  @ApiProperty()
  id: string;

  @ApiProperty({ description: 'Chỉ hiện lần này / Shown this once', example: 'lt_…' })
  key: string;
}

export class CreatePartnerKeyRequest {
  @TextField({ description: 'Tên gợi nhớ / Label', max: 100, required: true, example: 'Hệ thống hình sự' })
  label?: string;

  @TextField({ description: 'Đơn vị hành chính mà khóa được tra cứu / The unit searched in', max: 40, required: true })
  unitId?: string;

  @TextField({ description: 'Khóa công khai Ed25519 (base64url, 32 byte) / Public key', max: 43, required: true })
  signatureKey?: string;

  @DayField({ description: 'Hết hiệu lực từ ngày / Ends on this day' })
  expiresOn?: string;

  @TextListField({ description: 'Chỉ dùng từ các mạng này (CIDR) / Only from these networks', max: 50, maxItems: 20 })
  allowedNetworks?: string[];
}

export class PartnerKeyResponse {
  @ApiProperty()
  id: string;

  @ApiProperty()
  label: string;

  @ApiProperty()
  unitId: string;

  @ApiProperty()
  createdAt: string;

  @ApiProperty({ type: String, nullable: true })
  expiresAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  lastUsedAt: string | null;

  @ApiProperty({ type: [String], nullable: true })
  allowedNetworks: string[] | null;
}

export class PartnerKeyListResponse {
  @ApiProperty({ type: [PartnerKeyResponse] })
  keys: PartnerKeyResponse[];
}
