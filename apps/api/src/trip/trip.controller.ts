import { Body, Controller, Get, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { TripReadModel, TripService } from '@luutru/trip';
import { CurrentCaller } from '../http/api-request';
import { FacilityChoice } from '../http/facility-choice';
import { IdParam } from '../http/id.param';
import { ProblemCatalogue } from '../http/problem';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe } from '../http/shape';
import { CreateTripRequest, TripCreatedResponse, TripResponse } from './trip.dto';

@ApiTags('Chuyến xe / Trips')
@RequirePermission('trip.manage')
@Controller('v1/trips')
export class TripController {
  constructor(
    private readonly trips: TripService,
    private readonly tripViews: TripReadModel,
    private readonly facilities: FacilityChoice,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'createTrip', summary: 'Tạo chuyến xe từ tuyến mẫu / Create a trip from a route' })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Bắt buộc nếu không có externalRef / Required unless externalRef is given',
  })
  @ApiBody({ type: CreateTripRequest })
  @ApiCreatedResponse({ type: TripCreatedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Body(new ShapePipe(CreateTripRequest)) { raw, value, issues }: Shaped<CreateTripRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TripCreatedResponse> {
    const { facilityId, ...input } = value;
    const { answer, replayed } = await this.trips.create({
      caller,
      facilityId: await this.facilities.resolve(caller, 'trip.manage', facilityId),
      input,
      shapeIssues: issues,
      body: raw,
      key: { header: idempotencyKey, reference: input.externalRef },
    });
    void reply.header('Location', `/v1/trips/${answer.tripId}`);
    if (replayed) void reply.header('Idempotent-Replayed', 'true');
    return {
      ...answer,
      stops: answer.stops.map((stop) => ({ ...stop })),
      warnings: answer.warnings.map((warning) => ({ ...this.catalogue.issue(warning) })),
    };
  }

  @Get(':tripId')
  @ApiOperation({ operationId: 'getTrip', summary: 'Xem một chuyến xe / Read one trip' })
  @ApiOkResponse({ type: TripResponse })
  @ProblemResponses(401, 403, 404, 503)
  async get(@CurrentCaller() caller: Caller, @Param('tripId', IdParam) tripId: string): Promise<TripResponse> {
    const trip = await this.tripViews.get(caller, tripId);
    return {
      ...trip,
      departsAt: toLocalIso(trip.departsAt),
      expectedArrivalAt: toLocalIso(trip.expectedArrivalAt),
      stops: trip.stops.map((stop) => ({ ...stop, expectedAt: toLocalIso(new Date(stop.expectedAt)) })),
    };
  }
}
