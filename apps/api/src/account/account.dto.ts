import { ApiProperty } from '@nestjs/swagger';
import { GRANTABLE_ROLES } from '@luutru/access';
import { DayField, ObjectField, ChoiceField, TextField } from '../http/fields';
import { ScopeResponse } from '../sign-in/sign-in.dto';

export class CreateAccountRequest {
  @TextField({ description: 'Họ tên / Name', max: 150, required: true, example: 'Lê Văn Kiểm' })
  displayName?: string;

  @TextField({ description: 'Tên đăng nhập; bỏ trống nếu chỉ dùng VNeID / User name, unless VNeID only', max: 64 })
  username?: string;

  @TextField({ description: 'Số định danh cá nhân, để đăng nhập bằng VNeID / Personal number, for VNeID', max: 12 })
  personalNumber?: string;
}

export class ScopeRequest {
  @ChoiceField({
    description: 'Loại phạm vi / Kind of scope',
    choices: ['facility', 'chain', 'unit', 'zone', 'none'],
    required: true,
  })
  kind?: 'facility' | 'chain' | 'unit' | 'zone' | 'none';

  @TextField({ description: 'Mã của phạm vi / Its id', max: 100, example: 'w20410' })
  id?: string;
}

export class GrantRequest {
  @ChoiceField({ description: 'Vai trò / Role', choices: GRANTABLE_ROLES, required: true })
  role?: string;

  @ObjectField({ description: 'Phạm vi / Scope', required: true }, () => ScopeRequest)
  scope?: ScopeRequest;

  @DayField({ description: 'Hết hiệu lực từ ngày / Ends on this day' })
  expiresOn?: string;
}

export class ReasonRequest {
  @TextField({ description: 'Lý do / Reason', max: 500, required: true })
  reason?: string;
}

export class AccountCreatedResponse {
  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Mật khẩu đầu, chỉ hiện lần này / First password, shown this once',
  })
  firstPassword: string | null;
}

export class PasswordResetResponse {
  @ApiProperty({ type: String, nullable: true })
  firstPassword: string | null;
}

export class GrantedResponse {
  @ApiProperty({ format: 'uuid' })
  grantId: string;
}

export class GrantResponse extends GrantedResponse {
  @ApiProperty()
  role: string;

  @ApiProperty({ type: ScopeResponse })
  scope: ScopeResponse;

  @ApiProperty({ type: String, nullable: true })
  expiresAt: string | null;
}

export class AccountResponse {
  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ type: String, nullable: true })
  username: string | null;

  @ApiProperty({ type: [String], enum: ['password', 'vneid'] })
  signsIn: string[];

  @ApiProperty()
  secondFactor: boolean;

  @ApiProperty()
  locked: boolean;

  @ApiProperty({ type: String, nullable: true })
  disabledBecause: string | null;

  @ApiProperty({ type: String, nullable: true })
  lastSignedInAt: string | null;

  @ApiProperty({ type: [GrantResponse] })
  grants: GrantResponse[];
}

export class AccountListResponse {
  @ApiProperty({ type: [AccountResponse] })
  accounts: AccountResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Trang sau: after=… / Next page' })
  next: string | null;
}
