import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { type AuthorityQuery, AuthorityService, type Resource } from '@luutru/authority';
import { localDate } from '@luutru/calendar';
import { CLOCK, type Clock } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { sendFile } from '../batch/batch-stream.controller';
import { CurrentCaller } from '../http/api-request';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { authorityCsv } from './authority-file';
import {
  AuthorityFacilitiesQuery,
  AuthorityPoliciesResponse,
  AuthorityRowsResponse,
  AuthorityStaysQuery,
  AuthorityTripsQuery,
} from './authority.dto';
import { formOf, presentPolicy, presentRows } from './authority.presenter';

type ReadQuery = AuthorityStaysQuery & AuthorityFacilitiesQuery & AuthorityTripsQuery;
const FILE_NAMES: Readonly<Record<Resource, string>> = { stays: 'luu-tru', facilities: 'co-so', trips: 'chuyen-xe' };
const PAGE = 100;

@ApiTags('Cơ quan quản lý / Authorities')
@Controller('v1/authority')
export class AuthorityController {
  constructor(
    private readonly authority: AuthorityService,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('policies')
  @RequirePermission('authority.policies')
  @ApiOperation({
    operationId: 'listOwnAuthorityPolicies',
    summary: 'Chính sách dữ liệu của cơ quan mình / What one’s own authority may read',
  })
  @ApiOkResponse({ type: AuthorityPoliciesResponse })
  @ProblemResponses(401, 403, 503)
  async policies(@CurrentCaller() caller: Caller): Promise<AuthorityPoliciesResponse> {
    return { policies: (await this.authority.policies(caller)).map(presentPolicy) };
  }

  @Get('stays')
  @RequirePermission('authority.stays')
  @ApiOperation({
    operationId: 'readAuthorityStays',
    summary: 'Lưu trú, chỉ các cột mà chính sách mở / Stays, only the columns that the policy opens',
  })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ type: AuthorityRowsResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async stays(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(AuthorityStaysQuery)) query: AuthorityStaysQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(caller, 'stays', query, reply);
  }

  @Get('facilities')
  @RequirePermission('authority.facilities')
  @ApiOperation({ operationId: 'readAuthorityFacilities', summary: 'Cơ sở theo chính sách / Facilities by the policy' })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ type: AuthorityRowsResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async facilities(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(AuthorityFacilitiesQuery)) query: AuthorityFacilitiesQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(caller, 'facilities', query, reply);
  }

  @Get('trips')
  @RequirePermission('authority.trips')
  @ApiOperation({
    operationId: 'readAuthorityTrips',
    summary: 'Chuyến xe và số hành khách theo chính sách / Trips and passengers by the policy',
  })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ type: AuthorityRowsResponse })
  @ProblemResponses(400, 401, 403, 422, 503)
  async trips(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(AuthorityTripsQuery)) query: AuthorityTripsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(caller, 'trips', query, reply);
  }

  private async answer(caller: Caller, resource: Resource, query: ReadQuery, reply: FastifyReply): Promise<void> {
    const { format = 'json', language = 'vi', cursor, limit = PAGE, ...asked } = withFields(query, ['purpose']);
    const { purpose, policy, from, to, ...rest } = asked;
    const filters = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const read: Omit<AuthorityQuery, 'cursor' | 'limit'> = {
      purpose,
      filters,
      ...(policy !== undefined && { policy }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    };
    if (format === 'csv') return this.file(caller, resource, read, language, reply);
    const page = await this.authority.read(caller, resource, {
      ...read,
      limit,
      ...(cursor !== undefined && { cursor }),
    });
    await reply.send(presentRows(resource, page));
  }

  private async file(
    caller: Caller,
    resource: Resource,
    read: Omit<AuthorityQuery, 'cursor' | 'limit'>,
    language: 'vi' | 'en',
    reply: FastifyReply,
  ): Promise<void> {
    const day = localDate(this.clock.now());
    const { rows, columns, policy, names } = await this.authority.export(caller, resource, read);
    const counted = formOf(resource, policy) === 'counts';
    const stream = authorityCsv(rows, columns, counted, this.reference, { language, day, names });
    await sendFile(reply, stream, `${FILE_NAMES[resource]}-${day}`, 'csv');
  }
}
