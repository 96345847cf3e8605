import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '@luutru/platform';

const FORM_LIMIT = 4_096;

/** Reads small forms on the routes that take them; elsewhere they are refused with 415. */
export function acceptForms(fastify: FastifyInstance, routes: ReadonlySet<string>): void {
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_LIMIT },
    (request: FastifyRequest, body, done) => {
      if (!routes.has(request.routeOptions.url ?? '')) {
        done(new AppError('media-type-unsupported', 'invalid'), undefined);
        return;
      }
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    },
  );
}
