import { ApiProperty } from '@nestjs/swagger';
import { COMPANION_REASONS } from '@luutru/police';
import { NumberField, TextField, UuidField } from '../http/fields';
import { GeoPointResponse } from '../reference/geo-point.dto';
import { LookRequest } from './look.request';

export class PersonViewRequest extends LookRequest {
  @UuidField({ description: 'Cơ sở của một lưu trú đã biết / Facility of a known stay' })
  facilityId?: string;

  @UuidField({ description: 'Lưu trú đã biết của người này / A known stay of the person' })
  stayId?: string;

  @TextField({
    description: 'Hoặc số giấy tờ / Or the number of a document',
    max: 50,
    example: '049190001234',
  })
  documentNumber?: string;

  @TextField({ description: 'Quốc tịch, khi số là của hộ chiếu / Nationality, of a passport', max: 3, example: 'VNM' })
  nationality?: string;

  @TextField({ description: 'Trang sau: next của trang trước / The page after: next of the one before', max: 200 })
  cursor?: string;

  @NumberField({ description: 'Số lưu trú mỗi trang / Stays a page', min: 1, max: 50 })
  limit?: number;
}

export class ReasonTextResponse {
  @ApiProperty({ enum: COMPANION_REASONS })
  code: string;

  @ApiProperty()
  vi: string;

  @ApiProperty()
  en: string;
}

class StayFacilityResponse {
  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  kind: string;

  @ApiProperty()
  wardId: string;

  @ApiProperty()
  wardName: string;

  @ApiProperty()
  provinceName: string;
}

class TripStopResponse {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  expectedAt: string;
}

class StayTripResponse {
  @ApiProperty({ format: 'uuid' })
  tripId: string;

  @ApiProperty()
  plate: string;

  @ApiProperty()
  routeCode: string;

  @ApiProperty()
  departsAt: string;

  @ApiProperty({ type: [TripStopResponse] })
  stops: TripStopResponse[];
}

class DeclaredPersonResponse {
  @ApiProperty()
  fullName: string;

  @ApiProperty()
  birthDate: string;

  @ApiProperty({ enum: ['M', 'F'] })
  sex: string;

  @ApiProperty()
  nationality: string;

  @ApiProperty()
  documentType: number;

  @ApiProperty({ type: String, nullable: true })
  documentNumber: string | null;

  @ApiProperty({ type: String, nullable: true })
  phone: string | null;
}

export class PersonStayResponse {
  @ApiProperty({ format: 'uuid' })
  stayId: string;

  @ApiProperty()
  kind: string;

  @ApiProperty()
  state: string;

  @ApiProperty()
  from: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Thời điểm đi, hoặc dự kiến đi khi chưa đi / Departure, or the expected one while not gone',
  })
  to: string | null;

  @ApiProperty({ description: 'Đã đi thật / Has really left' })
  departed: boolean;

  @ApiProperty({ type: StayFacilityResponse })
  facility: StayFacilityResponse;

  @ApiProperty({ type: Object, description: 'Phòng, giường, khoa, ghế … / Room, bed, department, seat …' })
  place: object;

  @ApiProperty({ type: StayTripResponse, nullable: true })
  trip: StayTripResponse | null;

  @ApiProperty({ type: DeclaredPersonResponse, description: 'Như đã khai ở lần này / As declared this time' })
  person: DeclaredPersonResponse;
}

class CompanionPersonResponse {
  @ApiProperty()
  fullName: string;

  @ApiProperty()
  birthDate: string;

  @ApiProperty({ enum: ['M', 'F'] })
  sex: string;

  @ApiProperty()
  nationality: string;

  @ApiProperty()
  documentType: number;

  @ApiProperty({ type: String, nullable: true, description: 'Đã che bớt; xem riêng người này để biết đủ / Masked' })
  documentNumber: string | null;
}

export class CompanionResponse {
  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty({ format: 'uuid', description: 'Lưu trú của người đi cùng, để xem tiếp / To look at them in turn' })
  stayId: string;

  @ApiProperty({ type: CompanionPersonResponse })
  person: CompanionPersonResponse;

  @ApiProperty({ type: [ReasonTextResponse] })
  reasons: ReasonTextResponse[];

  @ApiProperty({ type: [String], description: 'Các lưu trú có mặt cùng nhau / The stays they were at together' })
  ofStayIds: string[];
}

export class MapWardResponse {
  @ApiProperty()
  wardId: string;

  @ApiProperty()
  wardName: string;

  @ApiProperty()
  provinceId: string;

  @ApiProperty()
  provinceName: string;

  @ApiProperty({ type: [String] })
  facilityIds: string[];

  @ApiProperty()
  stays: number;

  @ApiProperty()
  firstAt: string;

  @ApiProperty()
  lastAt: string;

  @ApiProperty({
    type: GeoPointResponse,
    nullable: true,
    description: 'Điểm của phường, xã; null khi chưa có nguồn / The ward’s point; null where no source gives one',
  })
  point: GeoPointResponse | null;
}

export class PersonViewResponse {
  @ApiProperty({ type: [PersonStayResponse], description: 'Mới nhất trước / Newest first' })
  stays: PersonStayResponse[];

  @ApiProperty({ type: [CompanionResponse], description: 'Của các lưu trú trên trang này / Of the stays of this page' })
  companions: CompanionResponse[];

  @ApiProperty({ type: [MapWardResponse], description: 'Dữ liệu bản đồ theo phường, xã / For a map, by ward' })
  map: MapWardResponse[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
