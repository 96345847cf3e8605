import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AppError, type Logger, LOGGER } from '@luutru/platform';
import type { ApiRequest } from './api-request';
import { languageOf, ProblemCatalogue, statusOf } from './problem';

const RETRY_AFTER_SECONDS = 2;

/** The one place where a failure becomes an answer: RFC 9457 problem details, without personal data. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly catalogue: ProblemCatalogue,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const reply = http.getResponse<FastifyReply>();
    const error = toAppError(exception);
    const status = statusOf(error);
    if (status >= 500) this.logger.error({ err: exception, requestId: request.id, code: error.code }, 'request failed');
    const problem = this.catalogue.problem(error, {
      path: request.url.split('?')[0] ?? '/',
      traceId: request.id,
      language: languageOf(request.headers['accept-language']),
    });
    if (status === 401) void reply.header('WWW-Authenticate', 'Bearer realm="luutru"');
    if (status === 503) void reply.header('Retry-After', RETRY_AFTER_SECONDS);
    void reply
      .status(status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}

/** What framework and server refuse by themselves, in our words. */
function toAppError(exception: unknown): AppError {
  if (exception instanceof AppError) return exception;
  const status =
    exception instanceof HttpException ? exception.getStatus() : (exception as { statusCode?: unknown }).statusCode;
  if (status === 404) return new AppError('not-found', 'not-found');
  if (status === 413) return new AppError('body-too-large', 'invalid');
  if (status === 415) return new AppError('media-type-unsupported', 'invalid');
  if (typeof status === 'number' && status >= 400 && status < 500) return new AppError('body-malformed', 'invalid');
  return new AppError('internal-error', 'unavailable');
}
