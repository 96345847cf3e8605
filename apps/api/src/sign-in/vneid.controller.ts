import { Controller, Get, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AccountService, SignInService } from '@luutru/access';
import { NationalIdentityService } from '@luutru/national-identity';
import { CONSOLE_PATH } from '../console/serve-console';
import type { ApiRequest } from '../http/api-request';
import { deviceOf } from '../http/device';
import { ProblemResponses } from '../http/problem-responses';
import { GUESSING_LIMIT } from '../http/rate-limit';
import { Public } from '../http/route-access';
import { SessionCookie } from '../http/session-cookie';
import { FlowCookie } from './flow-cookie';

/** Where a browser goes once signed in. */
const AFTER_SIGN_IN = CONSOLE_PATH;

@ApiTags('Đăng nhập / Sign-in')
@Controller('v1/sign-in/vneid')
export class VneidController {
  constructor(
    private readonly identity: NationalIdentityService,
    private readonly accounts: AccountService,
    private readonly signIn: SignInService,
    private readonly cookie: SessionCookie,
    private readonly flows: FlowCookie,
  ) {}

  @Get()
  @RouteConfig({ rateLimit: GUESSING_LIMIT })
  @Public('whoever signs in is not known yet')
  @ApiOperation({
    operationId: 'signInWithVneid',
    summary: 'Đăng nhập bằng định danh điện tử / Sign in with the national identity',
  })
  @ApiResponse({ status: 302, description: 'Chuyển đến nhà cung cấp định danh / To the identity provider' })
  @ProblemResponses(429, 503)
  async begin(@Res() reply: FastifyReply): Promise<void> {
    const { url, flow } = await this.identity.begin();
    await this.flows.write(reply, flow);
    await reply.redirect(url, 302);
  }

  @Get('callback')
  @RouteConfig({ rateLimit: GUESSING_LIMIT })
  @Public('the way back from the identity provider; bound to the browser that left')
  @ApiOperation({ operationId: 'signInWithVneidCallback', summary: 'Quay về từ nhà cung cấp định danh / The way back' })
  @ApiResponse({ status: 303, description: 'Đã đăng nhập / Signed in' })
  @ProblemResponses(401, 429, 503)
  async complete(@Req() request: ApiRequest, @Res() reply: FastifyReply): Promise<void> {
    const flow = await this.flows.take(request, reply);
    const person = await this.identity.complete(new URL(request.url, 'http://back.invalid').search, flow);
    const { personalNumber, fullName, strong } = person;
    const account = await this.accounts.ofPerson({ displayName: fullName, username: null, personalNumber });
    const from = { device: deviceOf(request), requestId: request.id };
    const { token } = await this.signIn.withIdentity(account, strong, from);
    this.cookie.write(reply, token);
    await reply.redirect(AFTER_SIGN_IN, 303);
  }
}
