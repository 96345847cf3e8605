import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../http/fields';

class LocalizedResponse {
  @ApiProperty()
  vi: string;

  @ApiProperty()
  en: string;
}

class ReceiptLineResponse {
  @ApiProperty({ type: LocalizedResponse })
  label: LocalizedResponse;

  @ApiProperty({ type: LocalizedResponse })
  value: LocalizedResponse;
}

export class StayReceiptResponse {
  @ApiProperty({ description: 'JWS (RFC 7515), EdDSA', example: 'eyJhbGciOiJFZERTQSIs…' })
  receipt: string;

  @ApiProperty({ type: [ReceiptLineResponse] })
  lines: ReceiptLineResponse[];
}

export class VerifyReceiptRequest {
  @TextField({ description: 'Giấy tiếp nhận / The receipt', max: 4_096, required: true })
  receipt?: string;
}

export class VerifiedResponse {
  @ApiProperty({ description: 'Chữ ký đúng và do hệ thống này cấp / Issued by this system, unaltered' })
  valid: boolean;

  @ApiProperty({ type: LocalizedResponse, nullable: true, description: 'Vì sao không đúng / Why not' })
  reason: LocalizedResponse | null;

  @ApiProperty({ type: String, nullable: true, example: 'receipt-1' })
  keyId: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Mã cơ sở / Facility' })
  facilityCode: string | null;

  @ApiProperty({ type: [ReceiptLineResponse] })
  lines: ReceiptLineResponse[];
}

class DigestEntryResponse {
  @ApiProperty({ format: 'uuid' })
  stayId: string;

  @ApiProperty({ enum: ['declared', 'corrected', 'cancelled'] })
  act: string;

  @ApiProperty()
  late: boolean;

  @ApiProperty({ description: 'SHA-256, base64url' })
  receiptHash: string;
}

export class DigestResponse {
  @ApiProperty({ format: 'date' })
  day: string;

  @ApiProperty({
    description: 'JWS: số lượng và gốc Merkle của các giấy tiếp nhận / Counts and Merkle root of the receipts',
  })
  digest: string;

  @ApiProperty({ type: [DigestEntryResponse] })
  entries: DigestEntryResponse[];
}
