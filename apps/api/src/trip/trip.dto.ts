import { ApiProperty } from '@nestjs/swagger';
import { IssueResponse } from '../http/issue.response';
import { ReferenceField, TextField } from '../http/fields';

export class CreateTripRequest {
  @TextField({
    description: 'Mã hoặc id của nhà xe; bỏ trống khi khóa chỉ có một cơ sở / Operator, unless the key has only one',
    max: 64,
  })
  facilityId?: string;

  @ReferenceField({
    description: 'Mã chuyến của phần mềm nhà xe; dùng thay Idempotency-Key / Your own reference',
    example: 'CX-2311-01',
  })
  externalRef?: string;

  @TextField({ description: 'Biển số xe / Plate', max: 20, required: true, example: '43B-012.34' })
  plate?: string;

  @TextField({ description: 'Mã tuyến của nhà xe / Route code', max: 30, required: true, example: 'DN-HN' })
  routeCode?: string;

  @TextField({
    description: 'Giờ xuất bến; không ghi múi giờ là giờ Việt Nam / Departure',
    max: 40,
    required: true,
    example: '2026-11-23T19:00',
  })
  departsAt?: string;

  @TextField({ description: 'Họ tên lái xe / Driver', max: 150 })
  driverName?: string;
}

export class TripStopResponse {
  @ApiProperty({ example: 'DN' })
  code: string;

  @ApiProperty({ example: 'Đà Nẵng' })
  name: string;

  @ApiProperty()
  expectedAt: string;
}

export class TripCreatedResponse {
  @ApiProperty({ format: 'uuid' })
  tripId: string;

  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  plate: string;

  @ApiProperty()
  routeCode: string;

  @ApiProperty()
  departsAt: string;

  @ApiProperty()
  expectedArrivalAt: string;

  @ApiProperty({ type: [TripStopResponse] })
  stops: TripStopResponse[];

  @ApiProperty({ example: 'planned' })
  state: string;

  @ApiProperty({ type: [IssueResponse] })
  warnings: IssueResponse[];
}

export class TripResponse {
  @ApiProperty({ format: 'uuid' })
  tripId: string;

  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  plate: string;

  @ApiProperty()
  routeCode: string;

  @ApiProperty()
  departsAt: string;

  @ApiProperty()
  expectedArrivalAt: string;

  @ApiProperty({ type: [TripStopResponse] })
  stops: TripStopResponse[];

  @ApiProperty({ type: String, nullable: true })
  driverName: string | null;

  @ApiProperty({ example: 'planned' })
  state: string;

  @ApiProperty()
  version: number;
}
