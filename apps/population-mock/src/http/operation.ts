import { applyDecorators, createParamDecorator, type ExecutionContext, UseGuards } from '@nestjs/common';
import { DownGuard, EnduranceGuard } from '../behaviour/behaviour.guards';
import { SignatureGuard, type SignedRequest } from '../signature/signature.guard';
import { Failure } from './failure';

/** Marks controllers of the service proper: signed, limited and as unreliable as the switches say. */
export const Operations = (): ClassDecorator => applyDecorators(UseGuards(DownGuard, SignatureGuard, EnduranceGuard));

/** Identifies a call; using it up in the database is what makes a replay fail. */
export interface RequestKey {
  readonly clientId: string;
  readonly requestId: string;
}

/** Injects the {@link RequestKey} of an operation. */
export const CallKey = createParamDecorator((_data: unknown, context: ExecutionContext): RequestKey => {
  const { clientId, requestId } = context.switchToHttp().getRequest<SignedRequest>();
  if (clientId === undefined || requestId === undefined) throw new Error('CallKey on a route without signature guard');
  return { clientId, requestId };
});

export const replayed = (): Failure => new Failure(409, 'REQUEST_REPLAYED', 'X-Request-Id was used before');
