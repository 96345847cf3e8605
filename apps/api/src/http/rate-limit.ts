import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { AppError } from '@luutru/platform';

/** Requests a minute, counted by each process for itself. */
export interface RateLimits {
  /** By one credential: a key or a session. */
  readonly perCredential: number;
  /** By one address without a credential. */
  readonly perAddress: number;
}

const MINUTE = 60_000;

/** For forms that can be used to guess or to flood: per address. */
export const GUESSING_LIMIT = { max: 20, timeWindow: MINUTE, keyGenerator: (request: FastifyRequest) => request.ip };

/** Refuses with 429 and says in standard headers (RateLimit-*, Retry-After) what is left and when to come back. */
export async function limitRates(app: NestFastifyApplication, limits: RateLimits): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: MINUTE,
    max: (request) => (credentialOf(request) === undefined ? limits.perAddress : limits.perCredential),
    // The whole credential, so that nobody uses up somebody else's share by knowing half of it.
    keyGenerator: (request) => credentialOf(request) ?? request.ip,
    allowList: (request) => request.url.startsWith('/health/'),
    cache: 50_000,
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) =>
      new AppError('rate-limited', 'limited', { seconds: Math.ceil(ttl / 1000) }),
  });
}

function credentialOf({ headers }: FastifyRequest): string | undefined {
  const credential = headers.authorization ?? headers.cookie;
  return credential === undefined ? undefined : createHash('sha256').update(credential).digest('base64url');
}
