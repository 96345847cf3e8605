import { ApiProperty } from '@nestjs/swagger';
import { MACHINE_PERMISSIONS, PARTNER_USES, type PartnerUse } from '@luutru/access';
import { ChoiceField, ChoiceListField, DayField, TextField, TextListField } from '../http/fields';

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

  @TextField({
    description: 'Đơn vị hành chính mà khóa được tra cứu hoặc nhận số liệu / The unit searched in, or told of',
    max: 40,
    required: true,
  })
  unitId?: string;

  @ChoiceField({
    description:
      'police-search (mặc định): tra cứu cho công an; figures: số liệu cho IOC / For the police (default), or figures for an operations centre',
    choices: PARTNER_USES,
  })
  use?: PartnerUse;

  @TextListField({
    description:
      'Với figures: thành viên X-Road được gọi qua khóa này / With figures: X-Road members that may ask through it',
    max: 400,
    maxItems: 10,
    example: ['VN/GOV/48/IOC'],
  })
  xroadClients?: string[];

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

  @ApiProperty({ enum: PARTNER_USES })
  use: PartnerUse;

  @ApiProperty({ type: [String], nullable: true })
  xroadClients: string[] | null;

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
