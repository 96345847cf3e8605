import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  csrfTokenOf,
  type CurrentSession,
  SecondFactorService,
  SessionService,
  type SignedIn,
  SignInService,
} from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { type ApiRequest, OwnSession } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { GUESSING_LIMIT } from '../http/rate-limit';
import { withFields } from '../http/required';
import { RequireSession } from '../http/route-access';
import { SessionCookie } from '../http/session-cookie';
import { StrictShapePipe } from '../http/shape';
import {
  ChangePasswordRequest,
  CodeRequest,
  EnrolledResponse,
  EnrolmentResponse,
  SessionListResponse,
  SessionResponse,
  SignedInResponse,
  StepUpRequest,
} from './sign-in.dto';

@ApiTags('Đăng nhập / Sign-in')
@Controller('v1/session')
export class SessionController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionService,
    private readonly secondFactor: SecondFactorService,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @RequireSession('any')
  @ApiOperation({ operationId: 'getSession', summary: 'Tôi là ai, được làm gì / Who am I, what may I do?' })
  @ApiOkResponse({ type: SessionResponse })
  @ProblemResponses(401, 503)
  get(@OwnSession() session: CurrentSession, @Req() request: ApiRequest): SessionResponse {
    const { grants } = session.principal;
    return {
      accountId: session.accountId,
      displayName: session.identity.displayName,
      stage: session.stage,
      strong: session.strong,
      roles: [...new Set(grants.map((grant) => grant.role).filter((role) => role !== null))].sort(),
      permissions: [...new Set(grants.flatMap((grant) => [...grant.permissions]))].sort(),
      endsAt: toLocalIso(session.endsAt),
      unitIds: [...new Set(grants.flatMap(({ unitId }) => unitId ?? []))].sort(),
      csrfToken: csrfTokenOf(this.cookie.read(request) ?? ''),
    };
  }

  @Delete()
  @HttpCode(204)
  @RequireSession('any')
  @ApiOperation({ operationId: 'signOut', summary: 'Đăng xuất / Sign out' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 503)
  async signOut(
    @OwnSession() session: CurrentSession,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.revoke(session.accountId, session.sessionId, request.id);
    this.cookie.clear(reply);
  }

  @Post('password')
  @HttpCode(200)
  @RouteConfig({ rateLimit: GUESSING_LIMIT })
  @RequireSession('any')
  @ApiOperation({ operationId: 'changePassword', summary: 'Đổi mật khẩu / Change the password' })
  @ApiOkResponse({ type: SignedInResponse })
  @ProblemResponses(400, 401, 403, 415, 422, 429, 503)
  async changePassword(
    @OwnSession() session: CurrentSession,
    @Req() request: ApiRequest,
    @Body(new StrictShapePipe(ChangePasswordRequest)) body: ChangePasswordRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    const given = withFields(body, ['currentPassword', 'newPassword']);
    return this.answer(await this.signIn.changePassword(session, given, request.id), reply);
  }

  @Post('step-up')
  @HttpCode(200)
  @RouteConfig({ rateLimit: GUESSING_LIMIT })
  @RequireSession('full')
  @ApiOperation({ operationId: 'stepUp', summary: 'Xác nhận lại danh tính / Confirm who you are' })
  @ApiOkResponse({ type: SignedInResponse })
  @ProblemResponses(400, 401, 403, 415, 422, 429, 503)
  async stepUp(
    @OwnSession() session: CurrentSession,
    @Req() request: ApiRequest,
    @Body(new StrictShapePipe(StepUpRequest)) body: StepUpRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    const { proof } = withFields(body, ['proof']);
    return this.answer(await this.signIn.stepUp(session, proof, request.id), reply);
  }

  @Post('second-factor')
  @RequireSession('any')
  @ApiOperation({ operationId: 'enrolSecondFactor', summary: 'Bắt đầu cài xác thực hai lớp / Set up a second factor' })
  @ApiCreatedResponse({ type: EnrolmentResponse })
  @ProblemResponses(401, 403, 409, 503)
  async enrol(@OwnSession() session: CurrentSession): Promise<EnrolmentResponse> {
    this.signIn.assertMayEnrol(session);
    const { username, displayName } = session.identity;
    return this.secondFactor.enrol(session.accountId, username ?? displayName);
  }

  @Post('second-factor/confirm')
  @HttpCode(200)
  @RouteConfig({ rateLimit: GUESSING_LIMIT })
  @RequireSession('any')
  @ApiOperation({
    operationId: 'confirmSecondFactor',
    summary: 'Mã đầu tiên: bắt đầu dùng / The first code: in use from now',
  })
  @ApiOkResponse({ type: EnrolledResponse })
  @ProblemResponses(400, 401, 403, 409, 415, 422, 429, 503)
  async confirm(
    @OwnSession() session: CurrentSession,
    @Req() request: ApiRequest,
    @Body(new StrictShapePipe(CodeRequest)) body: CodeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolledResponse> {
    this.signIn.assertMayEnrol(session);
    const { code } = withFields(body, ['code']);
    const { recoveryCodes, ...signedIn } = await this.signIn.confirmSecondFactor(session, code, request.id);
    return { ...this.answer(signedIn, reply), recoveryCodes };
  }

  @Get('all')
  @RequireSession('full')
  @ApiOperation({ operationId: 'listSessions', summary: 'Các phiên đang mở của tôi / My open sessions' })
  @ApiOkResponse({ type: SessionListResponse })
  @ProblemResponses(401, 403, 503)
  async list(@OwnSession() session: CurrentSession): Promise<SessionListResponse> {
    const rows = await this.sessions.list(session.accountId);
    return {
      sessions: rows.map(({ startedAt, lastSeenAt, ...row }) => ({
        ...row,
        startedAt: toLocalIso(startedAt),
        lastSeenAt: toLocalIso(lastSeenAt),
        current: row.sessionId === session.sessionId,
      })),
    };
  }

  @Delete(':sessionId')
  @HttpCode(204)
  @RequireSession('full')
  @ApiOperation({ operationId: 'endSession', summary: 'Kết thúc một phiên của tôi / End one of my sessions' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async end(
    @OwnSession() session: CurrentSession,
    @Param('sessionId', IdParam) sessionId: string,
    @Req() request: ApiRequest,
  ): Promise<void> {
    await this.sessions.revoke(session.accountId, sessionId, request.id);
  }

  private answer({ token, stage }: SignedIn, reply: FastifyReply): SignedInResponse {
    this.cookie.write(reply, token);
    return { stage, csrfToken: csrfTokenOf(token) };
  }
}
