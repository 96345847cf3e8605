import type { Logger } from 'pino';
import { Failure } from './failure';
import type { Middleware } from './middleware';

/** The one place where a failure becomes an answer. Of unexpected ones only the kind and the place are logged. */
export function answerFailures(logger: Logger): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure(500, 'INTERNAL', 'unexpected failure');
      if (failure !== error) logUnexpected(logger, error);
      ctx.status = failure.status;
      ctx.body = { code: failure.code, message: failure.message, field: failure.field };
    }
  };
}

export function logUnexpected(logger: Logger, error: unknown): void {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: '' };
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  logger.error({ type: name, frames: frames.slice(0, 8) }, 'unexpected failure');
}
