import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../http/fields';

const STAGES = ['second-factor', 'password-change', 'enrolment', 'full'];

export class SignInRequest {
  @TextField({ description: 'Tên đăng nhập / User name', max: 64, required: true, example: 'letan.bachdang' })
  username?: string;

  @TextField({ description: 'Mật khẩu / Password', max: 128, required: true })
  password?: string;
}

export class CodeRequest {
  @TextField({
    description: 'Mã 6 số của ứng dụng xác thực, hoặc mã khôi phục / Code of the authenticator app, or a recovery code',
    max: 64,
    required: true,
    example: '123456',
  })
  code?: string;
}

export class StepUpRequest {
  @TextField({
    description:
      'Mã xác thực; tài khoản chưa có thì dùng mật khẩu / Code, or the password where there is no second factor',
    max: 128,
    required: true,
  })
  proof?: string;
}

export class ChangePasswordRequest {
  @TextField({ description: 'Mật khẩu hiện tại / Current password', max: 128, required: true })
  currentPassword?: string;

  @TextField({
    description:
      'Mật khẩu mới: ít nhất 14 ký tự, 8 khi có xác thực hai lớp / At least 14 characters, 8 with a second factor',
    max: 1_000,
    required: true,
  })
  newPassword?: string;
}

/** Where signing in stands; everything that changes data wants `csrfToken` in the header X-CSRF-Token. */
export class SignedInResponse {
  @ApiProperty({ enum: STAGES, description: 'Bước tiếp theo; full là đã xong / What comes next; full: nothing' })
  stage: string;

  @ApiProperty()
  csrfToken: string;
}

export class EnrolmentResponse {
  @ApiProperty({ description: 'Base32' })
  secret: string;

  @ApiProperty({ example: 'otpauth://totp/Luutru:letan.bachdang?secret=…' })
  uri: string;
}

export class EnrolledResponse extends SignedInResponse {
  @ApiProperty({
    type: [String],
    description: 'Mỗi mã dùng một lần, chỉ hiện lần này / Each works once; shown this once',
  })
  recoveryCodes: string[];
}

export class ScopeResponse {
  @ApiProperty({ enum: ['facility', 'chain', 'unit', 'zone', 'none'] })
  kind: string;

  @ApiProperty({ type: String, nullable: true })
  id: string | null;
}

export class SessionResponse extends SignedInResponse {
  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ type: [String] })
  roles: string[];

  @ApiProperty({ type: [String], description: 'Quyền hiện có / Permissions now' })
  permissions: string[];

  @ApiProperty({ type: [String], description: 'Đơn vị hành chính được giao / Administrative units of the grants' })
  unitIds: string[];

  @ApiProperty({ description: 'Đã xác thực hai lớp / Signed in with two factors' })
  strong: boolean;

  @ApiProperty({
    format: 'date-time',
    description:
      'Chậm nhất lúc này phiên kết thúc, dù có dùng / The session ends then at the latest, however much it is used',
  })
  endsAt: string;
}

export class SessionRowResponse {
  @ApiProperty({ format: 'uuid' })
  sessionId: string;

  @ApiProperty({ enum: ['password', 'vneid'] })
  method: string;

  @ApiProperty()
  device: string;

  @ApiProperty()
  startedAt: string;

  @ApiProperty()
  lastSeenAt: string;

  @ApiProperty()
  current: boolean;
}

export class SessionListResponse {
  @ApiProperty({ type: [SessionRowResponse] })
  sessions: SessionRowResponse[];
}
