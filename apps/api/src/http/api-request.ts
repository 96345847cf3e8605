import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '@luutru/access';

/** A request after the guard: who calls is known unless the route is public. */
export interface ApiRequest extends FastifyRequest {
  caller?: Caller;
}

/** Injects the {@link Caller}; only for routes with a permission. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<ApiRequest>();
  if (!caller) throw new Error('CurrentCaller on a public route');
  return caller;
});

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** A client's own request id is kept when it is harmless to log. */
export function requestIdFrom(header: string | string[] | undefined, fresh: () => string): string {
  return typeof header === 'string' && REQUEST_ID.test(header) ? header : fresh();
}
