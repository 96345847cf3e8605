import { ApiProperty } from '@nestjs/swagger';
import { IssueResponse } from '../http/issue.response';
import { TextField } from '../http/fields';

export class AdmitPatientRequest {
  @TextField({
    description: 'Mã hoặc id của cơ sở; bỏ trống khi khóa chỉ có một cơ sở / Facility, unless the key has only one',
    max: 64,
  })
  facilityId?: string;

  @TextField({
    description:
      'Số hồ sơ bệnh án của bệnh viện, không ghi chẩn đoán / The hospital’s record number, never a diagnosis',
    max: 60,
    required: true,
    example: 'BA-26-004211',
  })
  recordNumber?: string;

  @TextField({ description: 'Mã khoa / Department code', max: 30, required: true, example: 'NOI' })
  department?: string;

  @TextField({ description: 'Phòng / Room', max: 30, example: '305' })
  room?: string;

  @TextField({ description: 'Giường / Bed', max: 30, example: '2' })
  bed?: string;

  @TextField({ description: 'Thời điểm nhập viện; bỏ trống là bây giờ / Admission, default now', max: 40 })
  admittedAt?: string;
}

export class PatientAdmittedResponse {
  @ApiProperty({ format: 'uuid' })
  patientId: string;

  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  department: string;

  @ApiProperty({ type: String, nullable: true })
  room: string | null;

  @ApiProperty({ type: String, nullable: true })
  bed: string | null;

  @ApiProperty()
  admittedAt: string;

  @ApiProperty({ type: [IssueResponse] })
  warnings: IssueResponse[];
}

export class PatientResponse {
  @ApiProperty({ format: 'uuid' })
  patientId: string;

  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  recordNumber: string;

  @ApiProperty()
  department: string;

  @ApiProperty({ type: String, nullable: true })
  room: string | null;

  @ApiProperty({ type: String, nullable: true })
  bed: string | null;

  @ApiProperty()
  admittedAt: string;

  @ApiProperty({ type: String, nullable: true })
  dischargedAt: string | null;

  @ApiProperty()
  version: number;
}
