import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { csrfTokenOf, type CurrentSession, type SignedIn, SignInService } from '@luutru/access';
import { AppError } from '@luutru/platform';
import { type ApiRequest, OwnSession } from '../http/api-request';
import { deviceOf } from '../http/device';
import { ProblemResponses } from '../http/problem-responses';
import { GUESSING_LIMIT } from '../http/rate-limit';
import { withFields } from '../http/required';
import { Public, RequireSession } from '../http/route-access';
import { isCrossSite, SessionCookie } from '../http/session-cookie';
import { StrictShapePipe } from '../http/shape';
import { CodeRequest, SignedInResponse, SignInRequest } from './sign-in.dto';

@ApiTags('Đăng nhập / Sign-in')
@Controller('v1/sign-in')
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @HttpCode(200)
  @RouteConfig({ rateLimit: GUESSING_LIMIT })
  @Public('whoever signs in is not known yet')
  @ApiOperation({ operationId: 'signIn', summary: 'Đăng nhập bằng tài khoản cơ sở / Sign in with a local account' })
  @ApiOkResponse({ type: SignedInResponse })
  @ProblemResponses(400, 401, 403, 415, 422, 429, 503)
  async withPassword(
    @Req() request: ApiRequest,
    @Body(new StrictShapePipe(SignInRequest)) body: SignInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    // Another site must not sign a visitor in to an account of its own choice.
    if (isCrossSite(request)) throw new AppError('csrf-token-wrong', 'forbidden');
    const given = withFields(body, ['username', 'password']);
    const signedIn = await this.signIn.withPassword({ ...given, device: deviceOf(request), requestId: request.id });
    return this.answer(signedIn, reply);
  }

  @Post('second-factor')
  @HttpCode(200)
  @RouteConfig({ rateLimit: GUESSING_LIMIT })
  @RequireSession('any')
  @ApiOperation({ operationId: 'signInSecondFactor', summary: 'Bước hai: mã xác thực / Second step: the code' })
  @ApiOkResponse({ type: SignedInResponse })
  @ProblemResponses(400, 401, 403, 409, 415, 422, 429, 503)
  async withSecondFactor(
    @OwnSession() session: CurrentSession,
    @Req() request: ApiRequest,
    @Body(new StrictShapePipe(CodeRequest)) body: CodeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    const { code } = withFields(body, ['code']);
    return this.answer(await this.signIn.withSecondFactor(session, code, request.id), reply);
  }

  private answer({ token, stage }: SignedIn, reply: FastifyReply): SignedInResponse {
    this.cookie.write(reply, token);
    return { stage, csrfToken: csrfTokenOf(token) };
  }
}
