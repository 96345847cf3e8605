import { setTimeout as pause } from 'node:timers/promises';
import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError, type ServerLimits } from '@luutru/platform';
import { CallerShares } from './caller-shares';

/** Requests a minute, counted by each process for itself. */
export interface RateLimits {
  /** By one facility, or by the key or person that acts for several. */
  readonly perCredential: number;
  /** By one address without a credential that was found valid. */
  readonly perAddress: number;
}

/** So many refusals are kept waiting; more of them are answered at once. */
const KEPT_WAITING = 2_000;

const MINUTE = 60_000;

/** For forms that can be used to guess or to flood: per address. */
export const GUESSING_LIMIT = { max: 20, timeWindow: MINUTE, keyGenerator: (request: FastifyRequest) => request.ip };

/** Refuses with 429 and says in standard headers (RateLimit-*, Retry-After) what is left and when to come back. */
export async function limitRates(app: NestFastifyApplication, limits: RateLimits): Promise<void> {
  const shares = app.get(CallerShares);
  await app.register(rateLimit, {
    timeWindow: MINUTE,
    max: (request) => (shares.of(request).known ? limits.perCredential : limits.perAddress),
    keyGenerator: (request) => shares.of(request).name,
    allowList: (request) => request.url.startsWith('/health/'),
    cache: 50_000,
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) =>
      new AppError('rate-limited', 'limited', { seconds: Math.ceil(ttl / 1000) }),
  });
}

const TOO_MUCH = new Set([413, 429, 503]);

/** Answers slowly whoever asks for too much. */
export function slowRefusals(fastify: FastifyInstance, { refusalMs, tooLargeMs }: ServerLimits): void {
  let waiting = 0;
  fastify.addHook('onSend', async (request, reply) => {
    if (!TOO_MUCH.has(reply.statusCode) || request.url.startsWith('/health/') || waiting >= KEPT_WAITING) return;
    // What goes on coming is not even read.
    request.raw.pause();
    waiting += 1;
    await pause(reply.statusCode === 413 ? tooLargeMs : refusalMs);
    waiting -= 1;
  });
}
