import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import { isMachinePermission, isPartnerPermission, type Permission } from '@luutru/access';

const ROUTE_ACCESS = 'route-access';

/** What a route demands of its caller. A route that says nothing is refused (test/architecture/routes.spec.ts). */
export type RouteAccess =
  | { readonly permission: Permission }
  /** A person's own session: `full`, or `any` where signing in is still under way. */
  | { readonly session: 'full' | 'any' }
  | { readonly publicBecause: string };

/** Only callers with this permission. */
export const RequirePermission = (permission: Permission): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ROUTE_ACCESS, { permission } satisfies RouteAccess),
    ...callersOf(permission).map((scheme) => ApiSecurity(scheme)),
  );

/** Who can have it at all: no person has what only the systems of the police may. */
function callersOf(permission: Permission): readonly ('session' | 'bearer')[] {
  if (isPartnerPermission(permission)) return ['bearer'];
  return isMachinePermission(permission) ? ['session', 'bearer'] : ['session'];
}

/** Only signed-in people, about themselves. */
export const RequireSession = (session: 'full' | 'any'): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ROUTE_ACCESS, { session } satisfies RouteAccess), ApiSecurity('session'));

/** Anyone may call; the reason is for the reviewer. */
export const Public = (publicBecause: string) => SetMetadata(ROUTE_ACCESS, { publicBecause } satisfies RouteAccess);

export const routeAccessKey = ROUTE_ACCESS;
