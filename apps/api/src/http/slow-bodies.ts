import type { FastifyInstance } from 'fastify';
import { AppError, type ServerLimits } from '@luutru/platform';
import type { ApiRequest } from './api-request';
import { hasBody } from './digest-body';

/** Gives up on bodies that do not arrive in time. The server's own limit has to leave time for files. */
export function limitSlowBodies(
  fastify: FastifyInstance,
  limits: ServerLimits,
  isFile: (route: string) => boolean,
): void {
  fastify.addHook('preParsing', (request: ApiRequest, reply, payload, done) => {
    if (hasBody(request)) {
      const giveUp = (): void => {
        // Who reads the body answers; one that nobody reads is of no use to anybody.
        if (payload.listenerCount('error') > 0) payload.emit('error', new AppError('request-too-slow', 'invalid'));
        else request.raw.socket.destroy();
      };
      const ms = isFile(request.routeOptions.url ?? '') ? limits.uploadMs : limits.bodyMs;
      const deadline = setTimeout(giveUp, ms);
      const stop = (): void => clearTimeout(deadline);
      request.raw.once('end', stop);
      reply.raw.once('close', stop);
      request.stopBodyDeadline = stop;
    }
    done(null, payload);
  });
  // An answer that is on its way, perhaps slowly, is not cut off by what it is about.
  fastify.addHook('onSend', (request: ApiRequest, _reply, payload, done) => {
    request.stopBodyDeadline?.();
    done(null, payload);
  });
}
