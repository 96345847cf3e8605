import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller, CurrentSession } from '@luutru/access';
import type { Leave } from '@luutru/platform';

/** Whose share of the system a request uses up. */
export interface CallerShare {
  readonly name: string;
  /** The credential was found valid not long ago; anybody else shares with their whole address. */
  readonly known: boolean;
  /** How many facilities it stands for, as far as that counts. */
  readonly weight: number;
}

/** A request after the guard: who calls is known unless the route is public. */
export interface ApiRequest extends FastifyRequest {
  caller?: Caller;
  session?: CurrentSession;
  /** Id of the key or account that showed valid credentials, also when it was refused afterwards; for the log. */
  actorId?: string;
  /** SHA-256 of the body as it came, of requests that are signed. */
  bodyDigest?: () => Buffer;
  /** Whose share it uses up, once that has been asked for. */
  share?: CallerShare;
  /** Gives back the place that it was let in to. */
  leave?: Leave;
  /** Ends the waiting for its body. */
  stopBodyDeadline?: () => void;
}

/** Injects the {@link Caller}; only for routes with a permission or a session. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<ApiRequest>();
  if (!caller) throw new Error('CurrentCaller on a public route');
  return caller;
});

/** Injects the {@link CurrentSession}; only for routes with a session. */
export const OwnSession = createParamDecorator((_data: unknown, context: ExecutionContext): CurrentSession => {
  const { session } = context.switchToHttp().getRequest<ApiRequest>();
  if (!session) throw new Error('OwnSession on a route without a session');
  return session;
});

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** A client's own request id is kept when it is harmless to log. */
export function requestIdFrom(header: string | string[] | undefined, fresh: () => string): string {
  return typeof header === 'string' && REQUEST_ID.test(header) ? header : fresh();
}
