import { applyDecorators, Controller, Get, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '@luutru/access';
import { CurrentCaller } from '../http/api-request';
import { sendUnlessKnown } from '../http/known-answer';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type IocAnswer, IocResources } from './ioc-resources';
import {
  IocAreasResponse,
  IocChangesResponse,
  IocDaysResponse,
  IocMonthsResponse,
  IocNowResponse,
  IocSyncResponse,
} from './ioc.dto';

const SIGNED =
  'Chỉ với khóa do quản trị cấp cho trung tâm điều hành; mỗi yêu cầu phải ký theo RFC 9421 (Ed25519: @method, @path, @query nếu có; created, keyid, nonce), chữ ký chỉ dùng một lần. / ' +
  'Only with a key issued to an operations centre; every request is signed as RFC 9421 says (Ed25519 over @method, @path and @query; created, keyid, nonce), each signature good once.';

const TextParameter = (name: string, required: boolean, example: string): MethodDecorator & ClassDecorator =>
  ApiQuery({ name, required, schema: { type: 'string' }, example });
const CountParameter = (name: string, maximum: number): MethodDecorator & ClassDecorator =>
  ApiQuery({ name, required: false, schema: { type: 'integer', minimum: 1, maximum } });

/** What every reading of the feed has in common. */
const Reads = (operationId: string, summary: string, type: new () => object): MethodDecorator =>
  applyDecorators(
    ApiOperation({ operationId, summary, description: SIGNED }),
    ApiHeader({ name: 'If-None-Match', required: false, description: 'ETag đã có / The ETag that is held' }),
    ApiOkResponse({
      type,
      headers: {
        ETag: { schema: { type: 'string' } },
        'Luutru-As-Of': {
          schema: { type: 'string' },
          description: 'Mọi thay đổi đến lúc này đã được tính / All changes until then are counted',
        },
      },
    }),
    ApiResponse({ status: 304, description: 'Chưa có gì đổi / Nothing has changed' }),
    ProblemResponses(400, 401, 403, 422, 503),
  );

@ApiTags('Trung tâm điều hành (IOC) / Operations centre')
@RequirePermission('figures.feed')
@Controller('v1/ioc')
export class IocController {
  constructor(private readonly resources: IocResources) {}

  @Get('now')
  @Reads('iocNow', 'Đang lưu trú lúc này / In house now', IocNowResponse)
  now(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer('now', caller, request, reply);
  }

  @Get('days')
  @TextParameter('from', true, '2026-11-01')
  @TextParameter('to', true, '2026-11-23')
  @Reads('iocDays', 'Số liệu theo ngày của cả đơn vị / Figures of the unit by day', IocDaysResponse)
  days(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer('days', caller, request, reply);
  }

  @Get('months')
  @TextParameter('from', true, '2026-01')
  @TextParameter('to', true, '2026-11')
  @Reads('iocMonths', 'Số liệu theo tháng của cả đơn vị / Figures of the unit by month', IocMonthsResponse)
  months(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer('months', caller, request, reply);
  }

  @Get('areas')
  @TextParameter('month', true, '2026-10')
  @TextParameter('after', false, 'w20410')
  @CountParameter('limit', 500)
  @Reads('iocAreas', 'Số liệu một tháng theo phường, xã / Figures of a month by ward', IocAreasResponse)
  areas(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer('areas', caller, request, reply);
  }

  @Get('sync')
  @Reads('iocSync', 'Tình trạng đồng bộ với CSDL quốc gia / How the synchronisation is doing', IocSyncResponse)
  sync(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer('sync', caller, request, reply);
  }

  @Get('changes')
  @TextParameter('since', false, '1042-9f3a51c07b2d')
  @CountParameter('limit', 500)
  @Reads('iocChanges', 'Dòng thay đổi của số liệu, theo con trỏ / The stream of changes, by cursor', IocChangesResponse)
  @ProblemResponses(409)
  changes(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer('changes', caller, request, reply);
  }

  private async answer(resource: string, caller: Caller, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await sendIocAnswer(request, reply, await this.resources.read(resource, caller, request.query));
  }
}

/** The moment is no part of what is compared: it moves on while nothing changes. */
export async function sendIocAnswer(request: FastifyRequest, reply: FastifyReply, answer: IocAnswer): Promise<void> {
  if (answer.asOf !== null) void reply.header('Luutru-As-Of', answer.asOf);
  await sendUnlessKnown(request, reply, answer);
}
