import { ApiProperty } from '@nestjs/swagger';
import { DayField, FlagField, NumberField, ObjectField, ObjectListField, TextField, UuidField } from '../http/fields';

class RoomField {
  @TextField({ description: 'Số phòng / Room', max: 20, required: true, example: '101' })
  code?: string;

  @NumberField({ description: 'Số giường / Beds', min: 1, max: 100 })
  beds?: number;
}

class DepartmentField {
  @TextField({ description: 'Mã khoa / Department', max: 20, required: true })
  code?: string;

  @TextField({ description: 'Tên khoa / Name', max: 150 })
  name?: string;

  @NumberField({ description: 'Số giường / Beds', min: 0, max: 10_000 })
  beds?: number;
}

class VehicleField {
  @TextField({ description: 'Biển số / Plate', max: 20, required: true })
  plate?: string;

  @NumberField({ description: 'Số chỗ / Seats', min: 1, max: 100 })
  seats?: number;
}

class CertificateField {
  @TextField({ description: 'Số giấy chứng nhận đủ điều kiện về an ninh, trật tự / Number', max: 50, required: true })
  number?: string;

  @DayField({ description: 'Ngày cấp / Issued', required: true })
  issuedOn?: string;

  @DayField({ description: 'Có giá trị đến / Valid until' })
  expiresOn?: string;
}

class OwnerField {
  @TextField({ description: 'Họ tên chủ cơ sở / Name', max: 150, required: true, example: 'Lê Văn Cường' })
  fullName?: string;

  @TextField({
    description: 'Số định danh cá nhân / Personal number',
    max: 12,
    required: true,
    example: '048098001111',
  })
  personalNumber?: string;

  @TextField({ description: 'Điện thoại / Phone', max: 20, required: true, example: '0905 000 111' })
  phone?: string;
}

export class ApplicationRequest {
  @TextField({ description: 'Loại cơ sở, danh mục facility-kind / Kind', max: 40, required: true, example: 'nha-nghi' })
  kind?: string;

  @TextField({ description: 'Tên cơ sở / Name', max: 200, required: true, example: 'Nhà nghỉ Sông Hoài' })
  name?: string;

  @NumberField({ description: 'Hạng sao / Stars', min: 1, max: 5 })
  stars?: number;

  @TextField({
    description: 'Địa chỉ có phường/xã, cũ hay mới đều được / Address with its ward, old or new',
    max: 300,
    required: true,
    example: '12 Nguyễn Thái Học, phường Minh An, Hội An, Quảng Nam',
  })
  address?: string;

  @ObjectListField({ description: 'Phòng / Rooms', maxItems: 2_000 }, () => RoomField)
  rooms?: RoomField[];

  @ObjectListField({ description: 'Khoa (cơ sở y tế) / Departments', maxItems: 500 }, () => DepartmentField)
  departments?: DepartmentField[];

  @ObjectListField({ description: 'Xe (nhà xe) / Vehicles', maxItems: 2_000 }, () => VehicleField)
  vehicles?: VehicleField[];

  @TextField({ description: 'Khu công nghiệp / Industrial zone', max: 64 })
  industrialZoneId?: string;

  @ObjectField({ description: 'Giấy chứng nhận ANTT / Security certificate' }, () => CertificateField)
  certificate?: CertificateField;

  @ObjectField({ description: 'Chủ cơ sở / Owner', required: true }, () => OwnerField)
  owner?: OwnerField;
}

export class ChangeFacilityRequest {
  @TextField({ description: 'Tên cơ sở / Name', max: 200 })
  name?: string;

  @ObjectListField({ description: 'Toàn bộ danh sách phòng / All rooms', maxItems: 2_000 }, () => RoomField)
  rooms?: RoomField[];

  @ObjectListField({ description: 'Toàn bộ danh sách khoa / All departments', maxItems: 500 }, () => DepartmentField)
  departments?: DepartmentField[];

  @ObjectListField({ description: 'Toàn bộ danh sách xe / All vehicles', maxItems: 2_000 }, () => VehicleField)
  vehicles?: VehicleField[];

  @FlagField({ description: 'Phần mềm phải ký mọi yêu cầu (RFC 9421) / Machines must sign their requests' })
  signedRequestsRequired?: boolean;

  @NumberField({ description: 'Phiên bản đang xem / The version looked at', min: 1, max: 2_147_483_647 })
  version?: number;
}

export class FacilityChangedResponse {
  @ApiProperty()
  version: number;
}

export class ApplicationSubmittedResponse {
  @ApiProperty({
    description: 'Giữ mã này để tra cứu kết quả / Keep it to ask after the result',
    example: 'K7QM2WXA9HTB',
  })
  reference: string;
}

export class ApplicationStatusResponse {
  @ApiProperty({ enum: ['submitted', 'approved', 'refused'] })
  state: string;

  @ApiProperty()
  submittedAt: string;

  @ApiProperty({ type: String, nullable: true })
  decidedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: String, nullable: true })
  facilityCode: string | null;
}

export class ApplicationResponse {
  @ApiProperty({ format: 'uuid' })
  applicationId: string;

  @ApiProperty({ enum: ['submitted', 'approved', 'refused'] })
  state: string;

  @ApiProperty()
  wardId: string;

  @ApiProperty()
  submittedAt: string;

  @ApiProperty({ type: ApplicationRequest, description: 'Nội dung hồ sơ / As submitted' })
  application: object;
}

export class ApplicationListResponse {
  @ApiProperty({ type: [ApplicationResponse] })
  applications: ApplicationResponse[];
}

export class ApprovedResponse {
  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  code: string;
}

export class SuperviseRequest {
  @TextField({ description: 'Lý do / Reason', max: 500, required: true })
  reason?: string;

  @NumberField({ description: 'Phiên bản đang xem / The version looked at', min: 1, max: 2_147_483_647 })
  version?: number;
}

export class SupervisedResponse {
  @ApiProperty({ enum: ['active', 'suspended', 'closed'] })
  status: string;

  @ApiProperty()
  version: number;
}

export class FacilityVersionResponse {
  @ApiProperty()
  version: number;

  @ApiProperty()
  at: string;

  @ApiProperty()
  action: string;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: Object })
  content: object;
}

export class FacilityHistoryResponse {
  @ApiProperty({ type: [FacilityVersionResponse] })
  versions: FacilityVersionResponse[];
}

export class InspectRequest {
  @UuidField({ description: 'Cơ sở / Facility', required: true })
  facilityId?: string;

  @UuidField({ description: 'Lưu trú / Stay', required: true })
  stayId?: string;

  @TextField({
    description: 'Mục đích, danh mục look-purpose / Purpose',
    max: 40,
    required: true,
    example: 'kiem-tra-luu-tru',
  })
  purpose?: string;

  @TextField({ description: 'Mã vụ việc / Case number', max: 64, example: 'VA-2026/118' })
  caseNumber?: string;

  @UuidField({ description: 'Lần tra cứu khẩn cấp đang mở của mình / An open break-glass of one’s own' })
  breakGlassId?: string;
}
