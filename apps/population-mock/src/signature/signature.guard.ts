import { createPublicKey, type KeyObject } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BehaviourService } from '../behaviour/behaviour.service';
import { Failure, invalid } from '../http/failure';
import { rawBody } from '../http/json-body';
import { OPTIONS, type PopulationMockOptions } from '../options';
import { isSignedBy, requestText } from './signature';

/** An operation call whose signature held. */
export interface SignedRequest extends FastifyRequest {
  clientId?: string;
  requestId?: string;
}

export const MAX_SKEW_MS = 10 * 60_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const REQUEST_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Lets an operation through when a known client signed it just now. Whether its id is new is the database's to tell. */
@Injectable()
export class SignatureGuard implements CanActivate {
  private readonly keys: ReadonlyMap<string, KeyObject>;

  constructor(
    @Inject(OPTIONS) options: PopulationMockOptions,
    private readonly behaviour: BehaviourService,
  ) {
    this.keys = new Map(Object.entries(options.clients).map(([id, pem]) => [id, createPublicKey(pem)]));
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const clientId = headerOf(request, 'x-client-id');
    const key = this.keys.get(clientId);
    if (!key) throw new Failure(401, 'UNKNOWN_CLIENT', 'X-Client-Id names no client');
    const requestId = headerOf(request, 'x-request-id');
    const requestTime = headerOf(request, 'x-request-time');
    const { method, url } = request.raw;
    const signed = requestText(method ?? '', url ?? '', requestId, requestTime, clientId, rawBody(request));
    if (!isSignedBy(signed, headerOf(request, 'x-signature'), key)) {
      throw new Failure(401, 'BAD_SIGNATURE', 'X-Signature does not fit the request');
    }
    if (!UUID.test(requestId)) throw invalid('X-Request-Id', 'must be a UUID');
    const time = REQUEST_TIME.test(requestTime) ? Date.parse(requestTime) : NaN;
    if (Number.isNaN(time)) throw invalid('X-Request-Time', 'must be ISO 8601 in UTC with milliseconds');
    if (Math.abs(this.behaviour.now().getTime() - time) > MAX_SKEW_MS) {
      throw new Failure(401, 'CLOCK_SKEW', 'X-Request-Time is more than 10 minutes off');
    }
    request.clientId = clientId;
    request.requestId = requestId;
    return true;
  }
}

export function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
