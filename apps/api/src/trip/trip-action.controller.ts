import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, reachOf } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { DeclarationService } from '@luutru/declaration';
import { TRIP_ACTIONS, type TripAction, TripActionService } from '@luutru/departures';
import { AppError, type Issue } from '@luutru/platform';
import { TripReadModel } from '@luutru/trip';
import { CurrentCaller } from '../http/api-request';
import { FacilityChoice } from '../http/facility-choice';
import { ChoiceField, DayField, NumberField, NumberQuery, ObjectListField, TextField, UuidField } from '../http/fields';
import { IdParam } from '../http/id.param';
import { IssueResponse } from '../http/issue.response';
import { ProblemCatalogue } from '../http/problem';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe, StrictShapePipe } from '../http/shape';
import { GroupMemberRequest } from '../stay/group.dto';
import { DeclaredResponse } from '../stay/stay.response';
import { StayPresenter } from '../stay/stay.presenter';
import { TripResponse } from './trip.dto';

class TripListQuery {
  @TextField({ description: 'Mã hoặc id của cơ sở / Facility, unless the key has only one', max: 64 })
  facilityId?: string;

  @ChoiceField({ description: 'Tình trạng / State', choices: ['planned', 'departed', 'arrived', 'cancelled'] })
  state?: string;

  @DayField({ description: 'Ngày khởi hành / Day of departure' })
  day?: string;

  @UuidField({ description: 'Gửi next của trang trước / The next value of the previous page' })
  cursor?: string;

  @NumberQuery({ description: 'Số chuyến mỗi trang / Trips per page', min: 1, max: 100 })
  limit?: number;
}

class TripListResponse {
  @ApiProperty({ type: [TripResponse] })
  trips: TripResponse[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

class TripActionRequest {
  @ChoiceField({
    description:
      'depart xuất bến, reach đến điểm dừng, arrive đến nơi, cancel hủy, change-vehicle đổi xe / What happens',
    choices: TRIP_ACTIONS,
    required: true,
  })
  action?: TripAction;

  @NumberField({ description: 'Phiên bản đang xem / The version you saw', min: 1, max: 1_000_000 })
  version?: number;

  @TextField({ description: 'Thời điểm; bỏ trống là bây giờ / When, default now', max: 40 })
  at?: string;

  @TextField({ description: 'Biển số xe mới (change-vehicle) / The new plate', max: 20 })
  plate?: string;

  @TextField({ description: 'Mã điểm dừng (reach); ai xuống ở đó được trả khách / Stop', max: 30 })
  stop?: string;
}

class TripActionResponse {
  @ApiProperty({ format: 'uuid' })
  tripId: string;

  @ApiProperty({ enum: [...TRIP_ACTIONS] })
  action: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ enum: ['planned', 'departed', 'arrived', 'cancelled'] })
  state: string;

  @ApiProperty()
  plate: string;

  @ApiProperty({ description: 'Số hành khách được ghi nhận đã xuống xe / Passengers who left by it' })
  checkedOut: number;

  @ApiProperty({ type: [IssueResponse] })
  warnings: IssueResponse[];
}

class PassengersRequest {
  @ChoiceField({ description: 'Mặc định valid-rows / Which to record', choices: ['all-or-nothing', 'valid-rows'] })
  policy?: 'all-or-nothing' | 'valid-rows';

  @ObjectListField(
    {
      description: 'Hành khách; place gồm seat, boardingStop, alightingStop / Passengers',
      maxItems: 100,
      required: true,
    },
    () => GroupMemberRequest,
  )
  passengers?: GroupMemberRequest[];
}

class PassengerResult {
  @ApiProperty()
  accepted: boolean;

  @ApiProperty({ type: DeclaredResponse, nullable: true })
  stay: DeclaredResponse | null;

  @ApiProperty({ type: [IssueResponse] })
  errors: IssueResponse[];
}

class PassengersResponse {
  @ApiProperty()
  accepted: number;

  @ApiProperty()
  rejected: number;

  @ApiProperty({ type: [PassengerResult], description: 'Theo thứ tự gửi lên / In the order sent' })
  results: PassengerResult[];
}

@ApiTags('Chuyến xe / Trips')
@RequirePermission('trip.manage')
@Controller('v1/trips')
export class TripActionController {
  constructor(
    private readonly trips: TripReadModel,
    private readonly actions: TripActionService,
    private readonly declarations: DeclarationService,
    private readonly facilities: FacilityChoice,
    private readonly presenter: StayPresenter,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listTrips', summary: 'Các chuyến xe / Trips, newest first' })
  @ApiOkResponse({ type: TripListResponse })
  @ProblemResponses(400, 401, 403, 404, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(TripListQuery)) { facilityId, limit = 50, ...filter }: TripListQuery,
  ): Promise<TripListResponse> {
    const chosen = await this.facilities.resolve(caller, 'trip.manage', facilityId);
    const found = await this.trips.list(caller, chosen, { ...filter, limit: limit + 1 });
    const shown = found.slice(0, limit);
    return {
      trips: shown.map((trip) => ({
        ...trip,
        departsAt: toLocalIso(trip.departsAt),
        expectedArrivalAt: toLocalIso(trip.expectedArrivalAt),
        stops: trip.stops.map((stop) => ({ ...stop, expectedAt: toLocalIso(new Date(stop.expectedAt)) })),
      })),
      next: found.length > limit ? (shown.at(-1)?.tripId ?? null) : null,
    };
  }

  @Post(':tripId/actions')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'actOnTrip',
    summary: 'Xuất bến, đến điểm dừng, đến nơi, hủy, đổi xe / Move a trip on',
    description:
      'Đến điểm dừng hoặc đến nơi: hành khách xuống ở đó được trả khách. / Who gets off there is checked out.',
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Bắt buộc nếu không có version / Unless version is given',
  })
  @ApiBody({ type: TripActionRequest })
  @ApiOkResponse({ type: TripActionResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async act(
    @CurrentCaller() caller: Caller,
    @Param('tripId', IdParam) tripId: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(TripActionRequest)) { raw, value, issues }: Shaped<TripActionRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TripActionResponse> {
    const { action, version, ...order } = value;
    const missing = action === undefined && issues.every(({ pointer }) => pointer !== '/action');
    const faults = missing ? [...issues, { code: 'field-required', pointer: '/action' }] : issues;
    if (faults.length > 0 || action === undefined) throw new AppError('validation-failed', 'invalid', {}, faults);
    const command = { caller, tripId, order: { action, ...order }, version, key, body: raw };
    const { answer, replayed } = await this.actions.act(command);
    if (replayed) void reply.header('Idempotent-Replayed', 'true');
    return { ...answer, warnings: answer.warnings.map((warning) => ({ ...this.catalogue.issue(warning) })) };
  }

  @Post(':tripId/passengers')
  @HttpCode(200)
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'addPassengers',
    summary: 'Thêm hành khách, từng người hoặc cả danh sách / Add passengers',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiBody({ type: PassengersRequest })
  @ApiOkResponse({ type: PassengersResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async add(
    @CurrentCaller() caller: Caller,
    @Param('tripId', IdParam) tripId: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(PassengersRequest)) { raw, value, issues }: Shaped<PassengersRequest>,
  ): Promise<PassengersResponse> {
    const { facilityIds } = reachOf(caller.principal, 'stay.declare');
    const facilityId = await this.trips.findFacility(facilityIds, tripId);
    if (facilityId === null) throw new AppError('not-found', 'not-found');
    const { policy = 'valid-rows', passengers = [] } = value;
    const own = (issue: Issue): boolean => /^\/passengers\/\d+\//.test(issue.pointer);
    const common = issues.filter((issue) => !own(issue));
    if (passengers.length === 0 && common.length === 0) common.push({ code: 'field-required', pointer: '/passengers' });
    if (common.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues.length > 0 ? issues : common);
    if (key === undefined) throw new AppError('idempotency-key-missing', 'invalid');
    const declarations = passengers.map((passenger, at) => ({
      input: { kind: 'passenger' as const, ...passenger, place: { ...passenger.place, tripId } },
      shapeIssues: issues.flatMap((issue) => below(issue, `/passengers/${at}`)),
    }));
    const shared = { caller, facilityId, channel: 'rest' as const };
    if (policy === 'all-or-nothing') {
      const declared = await this.declarations.declareAll({
        ...shared,
        declarations,
        pointer: '/passengers',
        body: raw,
        key: { header: key },
      });
      return summary(
        declared.answers.map((answer) => ({ accepted: true, stay: this.presenter.declared(answer), errors: [] })),
      );
    }
    const results: PassengerResult[] = [];
    for (const [at, declaration] of declarations.entries()) {
      const header = `${at}:${key}`.slice(0, 255);
      const command = { ...shared, ...declaration, body: passengers[at], key: { header } };
      results.push(await this.one(command, at));
    }
    return summary(results);
  }

  private async one(command: Parameters<DeclarationService['declare']>[0], at: number): Promise<PassengerResult> {
    try {
      const { answer } = await this.declarations.declare(command);
      return { accepted: true, stay: this.presenter.declared(answer), errors: [] };
    } catch (error) {
      if (!(error instanceof AppError) || error.issues.length === 0) throw error;
      const errors = error.issues.map((issue) => ({
        ...this.catalogue.issue({ ...issue, pointer: `/passengers/${at}${issue.pointer}` }),
      }));
      return { accepted: false, stay: null, errors };
    }
  }
}

function summary(results: PassengerResult[]): PassengersResponse {
  const accepted = results.filter((result) => result.accepted).length;
  return { accepted, rejected: results.length - accepted, results };
}

const below = (issue: Issue, prefix: string): Issue[] =>
  issue.pointer.startsWith(`${prefix}/`) ? [{ ...issue, pointer: issue.pointer.slice(prefix.length) }] : [];
