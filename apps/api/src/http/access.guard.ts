import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessService, mayDo } from '@luutru/access';
import { AppError } from '@luutru/platform';
import type { ApiRequest } from './api-request';
import { type RouteAccess, routeAccessKey } from './route-access';

/** The one guard, on every route: deny unless the route is public or the caller has its permission. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly access: AccessService,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const route = this.reflector.getAllAndOverride<RouteAccess | undefined>(routeAccessKey, targets);
    if (!route) throw new AppError('permission-missing', 'forbidden', { permission: 'none declared' });
    if ('publicBecause' in route) return true;

    const request = context.switchToHttp().getRequest<ApiRequest>();
    const principal = await this.access.authenticate(bearerToken(request.headers.authorization));
    if (!mayDo(principal, route.permission)) {
      throw new AppError('permission-missing', 'forbidden', { permission: route.permission });
    }
    request.caller = { principal, requestId: request.id };
    return true;
  }
}

function bearerToken(header: string | undefined): string {
  if (!header) throw new AppError('credentials-missing', 'unauthenticated');
  const [, token] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  if (!token) throw new AppError('credentials-invalid', 'unauthenticated');
  return token;
}
