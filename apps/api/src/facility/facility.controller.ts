import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Caller, reachOf } from '@luutru/access';
import { localDate } from '@luutru/calendar';
import { STAY_KINDS, type StayKind } from '@luutru/declaration';
import { FacilityReadModel } from '@luutru/facility';
import { CLOCK, type Clock } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { CurrentCaller } from '../http/api-request';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';

class RoomResponse {
  @ApiProperty()
  code: string;

  @ApiProperty()
  beds: number;
}

class DepartmentResponse {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  beds: number;
}

class VehicleResponse {
  @ApiProperty()
  plate: string;

  @ApiProperty()
  seats: number;
}

class RouteStopResponse {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ description: 'Số phút sau giờ xuất bến / Minutes after departure' })
  afterMinutes: number;
}

class RouteResponse {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: [RouteStopResponse] })
  stops: RouteStopResponse[];
}

class FacilityResponse {
  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty({ example: 'DN-KS-001' })
  code: string;

  @ApiProperty({ description: 'Danh mục facility-kind / Table facility-kind', example: 'khach-san' })
  kind: string;

  @ApiProperty({ type: [String], enum: STAY_KINDS, description: 'Các loại lưu trú cơ sở khai báo / What it declares' })
  stayKinds: StayKind[];

  @ApiProperty({ description: 'Phải ghi số phòng / The room must be given' })
  roomRequired: boolean;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: Number, nullable: true })
  stars: number | null;

  @ApiProperty()
  addressLine: string;

  @ApiProperty({ enum: ['active', 'suspended', 'closed'] })
  status: string;

  @ApiProperty({ type: [RoomResponse] })
  rooms: RoomResponse[];

  @ApiProperty({ type: [DepartmentResponse] })
  departments: DepartmentResponse[];

  @ApiProperty({ type: [VehicleResponse] })
  vehicles: VehicleResponse[];

  @ApiProperty({ type: [RouteResponse] })
  routes: RouteResponse[];
}

class FacilityListResponse {
  @ApiProperty({ type: [FacilityResponse] })
  facilities: FacilityResponse[];
}

@ApiTags('Cơ sở / Facilities')
@Controller('v1/facilities')
export class FacilityController {
  constructor(
    private readonly facilities: FacilityReadModel,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @RequirePermission('facility.read')
  @ApiOperation({
    operationId: 'listFacilities',
    summary: 'Các cơ sở khóa này được khai báo / The facilities this key acts for',
  })
  @ApiOkResponse({ type: FacilityListResponse })
  @ProblemResponses(401, 403, 503)
  async list(@CurrentCaller() caller: Caller): Promise<FacilityListResponse> {
    const profiles = await this.facilities.findAll(reachOf(caller.principal, 'facility.read').facilityIds);
    return {
      facilities: profiles.map(({ facilityId, code, kind, name, stars, addressLine, status, ...parts }) => ({
        facilityId,
        code,
        kind,
        ...this.declares(kind),
        name,
        stars,
        addressLine,
        status,
        rooms: [...parts.rooms],
        departments: [...parts.departments],
        vehicles: [...parts.vehicles],
        routes: parts.routes.map((route) => ({ ...route, stops: [...route.stops] })),
      })),
    };
  }

  /** What its kind implies for whoever fills in a declaration. */
  private declares(kind: string): Pick<FacilityResponse, 'stayKinds' | 'roomRequired'> {
    const { stayKinds, roomRequired } = this.reference.facilityKind(kind, localDate(this.clock.now()));
    return { stayKinds: stayKinds as StayKind[], roomRequired };
  }
}
