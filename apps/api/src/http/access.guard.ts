import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  AccessService,
  mayDo,
  needsStepUp,
  PARTNER_TOKEN_PREFIX,
  PartnerTokenService,
  type Permission,
  type Principal,
  SessionService,
  STEP_UP_MS,
} from '@luutru/access';
import type { FastifyReply } from 'fastify';
import { AppError, CLOCK, type Clock } from '@luutru/platform';
import { Admission, LASTING } from './admission';
import type { ApiRequest } from './api-request';
import { CallerShares } from './caller-shares';
import { type RouteAccess, routeAccessKey } from './route-access';
import { SessionCookie } from './session-cookie';
import { SignedRequest } from './signed-request';

/** The one guard, on every route: wait for a turn, then deny unless the route is public or the caller has what it demands. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly access: AccessService,
    private readonly sessions: SessionService,
    private readonly partners: PartnerTokenService,
    private readonly cookie: SessionCookie,
    private readonly signatures: SignedRequest,
    private readonly reflector: Reflector,
    private readonly admission: Admission,
    private readonly shares: CallerShares,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const route = this.reflector.getAllAndOverride<RouteAccess | undefined>(routeAccessKey, targets);
    if (!route) throw missing('none declared');
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    // Whether the process is well must be told whatever goes on.
    if (!request.url.startsWith('/health/')) await this.admission.admit(request, reply);
    if ('publicBecause' in route) return true;

    try {
      await this.recognise(request, route);
    } catch (error) {
      if (error instanceof AppError && error.kind === 'unauthenticated') this.shares.forget(request);
      throw error;
    }
    const lasting = this.reflector.getAllAndOverride<'bulk' | 'watch' | undefined>(LASTING, targets);
    if (lasting) await this.admission.settle(request, reply, lasting);
    return true;
  }

  private async recognise(request: ApiRequest, route: Exclude<RouteAccess, { publicBecause: string }>): Promise<void> {
    const token = this.cookie.read(request);
    if (request.headers.authorization !== undefined || token === undefined) await this.admitMachine(request, route);
    else await this.admitPerson(request, token, route);
  }

  private async admitMachine(
    request: ApiRequest,
    route: Exclude<RouteAccess, { publicBecause: string }>,
  ): Promise<void> {
    const bearer = bearerToken(request.headers.authorization);
    if (bearer.startsWith(PARTNER_TOKEN_PREFIX)) {
      await this.admitPartner(request, bearer, route);
      return;
    }
    const key = await this.access.authenticate(bearer, request.ip);
    request.actorId = key.principal.id;
    this.shares.learn(request, key.principal);
    if (!('permission' in route)) throw missing('session');
    if (key.signatureKey !== null) {
      const { id } = key.principal;
      const nonce = await this.signatures.assertSigned(request, id, key.signatureKey, key.singleUse);
      if (key.singleUse) await this.access.useNonce(id, nonce);
    }
    assertMay(key.principal, route.permission);
    request.caller = { principal: key.principal, requestId: request.id };
  }

  private async admitPartner(
    request: ApiRequest,
    bearer: string,
    route: Exclude<RouteAccess, { publicBecause: string }>,
  ): Promise<void> {
    const principal = await this.partners.authenticate(bearer, request.ip);
    request.actorId = principal.id;
    this.shares.learn(request, principal);
    if (!('permission' in route)) throw missing('session');
    assertMay(principal, route.permission);
    request.caller = { principal, requestId: request.id };
  }

  private async admitPerson(
    request: ApiRequest,
    token: string,
    route: Exclude<RouteAccess, { publicBecause: string }>,
  ): Promise<void> {
    const session = await this.sessions.authenticate(token);
    request.actorId = session.accountId;
    this.shares.learn(request, session.principal);
    this.cookie.assertOwnPage(request, token);
    const mayBePartial = 'session' in route && route.session === 'any';
    if (session.stage !== 'full' && !mayBePartial) {
      throw new AppError('sign-in-incomplete', 'forbidden', { stage: session.stage });
    }
    if ('permission' in route) {
      assertMay(session.principal, route.permission);
      const confirmed = session.confirmedAt?.getTime() ?? -Infinity;
      if (
        needsStepUp(route.permission) &&
        request.method !== 'GET' &&
        this.clock.now().getTime() - confirmed > STEP_UP_MS
      ) {
        throw new AppError('step-up-required', 'forbidden');
      }
    }
    request.session = session;
    request.caller = { principal: session.principal, requestId: request.id };
  }
}

function assertMay(principal: Principal, permission: Permission): void {
  if (!mayDo(principal, permission)) throw missing(permission);
}

const missing = (permission: string): AppError => new AppError('permission-missing', 'forbidden', { permission });

function bearerToken(header: string | undefined): string {
  if (!header) throw new AppError('credentials-missing', 'unauthenticated');
  const [, token] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  if (!token) throw new AppError('credentials-invalid', 'unauthenticated');
  return token;
}
