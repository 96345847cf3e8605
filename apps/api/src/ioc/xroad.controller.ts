import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '@luutru/access';
import { CurrentCaller } from '../http/api-request';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { sendIocAnswer } from './ioc.controller';
import { IocResources } from './ioc-resources';
import { idOf, readClient, setXRoadHeaders, xroadFault } from './xroad-message';

/** Under which member and subsystem we are known at the data exchange: `instance/class/member/subsystem`; null: under none. */
export const XROAD_SUBSYSTEM = Symbol('XROAD_SUBSYSTEM');
const SERVICE = 'ioc';

/** The same figures in the form of the data exchange (X-Road Message Protocol for REST, r1), for a thin adapter at the gateway. */
@ApiTags('Trung tâm điều hành (IOC) / Operations centre')
@RequirePermission('figures.feed')
@Controller('r1')
export class XRoadController {
  constructor(
    private readonly resources: IocResources,
    @Inject(XROAD_SUBSYSTEM) private readonly subsystem: string | null,
  ) {}

  @Get(':instance/:memberClass/:memberCode/:subsystem/:service/:resource')
  @ApiOperation({
    operationId: 'xroadRead',
    summary:
      'Số liệu cho IOC qua trục liên thông, theo X-Road REST r1 / The same figures in the form of X-Road REST r1',
    description:
      'service là ioc; resource và tham số như /v1/ioc/{resource}. Khóa và chữ ký như /v1/ioc; X-Road-Client phải là một trong các thành viên của khóa. / ' +
      'The service is ioc; resource and parameters are those of /v1/ioc/{resource}, key and signature too; X-Road-Client must be one of the members of the key.',
  })
  @ApiHeader({ name: 'X-Road-Client', required: true, description: 'instance/class/member[/subsystem]' })
  @ApiHeader({ name: 'X-Road-Id', required: false })
  @ApiHeader({ name: 'X-Road-Request-Id', required: false })
  @ApiOkResponse({ description: 'Như /v1/ioc/{resource} / As /v1/ioc/{resource}', schema: { type: 'object' } })
  @ApiResponse({
    status: 500,
    description: 'X-Road-Error: Server.ServerProxy.UnknownService, Server.ServerProxy.AccessDenied',
    content: { 'application/json': { schema: { type: 'object' } } },
  })
  @ProblemResponses(401, 403, 404, 422, 503)
  async read(
    @CurrentCaller() caller: Caller,
    @Param('instance') instance: string,
    @Param('memberClass') memberClass: string,
    @Param('memberCode') memberCode: string,
    @Param('subsystem') subsystem: string,
    @Param('service') service: string,
    @Param('resource') resource: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const client = readClient(request.headers['x-road-client']);
    if (client === null) return xroadFault('xroad-client-missing');
    const provider = idOf([instance, memberClass, memberCode, subsystem]);
    if (provider !== this.subsystem || service !== SERVICE) return xroadFault('xroad-service-unknown');
    if (!clientsOf(caller).includes(client)) return xroadFault('xroad-client-not-allowed');
    setXRoadHeaders(request, reply, client, `${provider}/${SERVICE}`);
    await sendIocAnswer(request, reply, await this.resources.read(resource, caller, request.query));
  }
}

const clientsOf = ({ principal }: Caller): readonly string[] =>
  principal.grants.flatMap(({ xroadClients = [] }) => xroadClients);
