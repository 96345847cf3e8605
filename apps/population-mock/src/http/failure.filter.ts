import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OPTIONS, type PopulationMockOptions } from '../options';
import { Failure } from './failure';

/** The one place where a failure becomes an answer. */
@Catch()
export class FailureFilter implements ExceptionFilter {
  constructor(@Inject(OPTIONS) private readonly options: PopulationMockOptions) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const failure = toFailure(exception);
    if (!(exception instanceof Failure) && failure.status >= 500) this.log(exception);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { field, retryAfterMs } = failure.extra;
    if (retryAfterMs !== undefined) {
      void reply
        .header('Retry-After', Math.ceil(retryAfterMs / 1000))
        .header('X-Retry-After-Ms', Math.ceil(retryAfterMs));
    }
    void reply
      .status(failure.status)
      .send({ code: failure.code, message: failure.message, ...(field !== undefined && { field }) });
  }

  /** PostgreSQL quotes values in its messages, so that of its errors only the codes are logged. */
  private log(exception: unknown): void {
    const { name, code, table, constraint, stack } = exception as Partial<Record<string, unknown>>;
    const frames =
      typeof stack === 'string'
        ? stack
            .split('\n')
            .filter((line) => /^\s+at /.test(line))
            .slice(0, 8)
        : [];
    this.options.logger.error({ type: name, code, table, constraint, frames }, 'unexpected failure');
  }
}

/** What framework and server refuse by themselves, in the contract's words. */
function toFailure(exception: unknown): Failure {
  if (exception instanceof Failure) return exception;
  const status =
    exception instanceof HttpException
      ? exception.getStatus()
      : (exception as { statusCode?: unknown } | null)?.statusCode;
  if (status === 404 || status === 405) return new Failure(404, 'UNKNOWN_OPERATION', 'there is no such operation');
  if (status === 413) return new Failure(413, 'PAYLOAD_TOO_LARGE', 'the body is too large');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Failure(400, 'INVALID', 'the request cannot be read');
  }
  return new Failure(500, 'INTERNAL', 'unexpected failure');
}
