import { HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@luutru/platform';
import { languageOf, type ProblemCatalogue, statusOf } from './problem';

const RETRY_AFTER_SECONDS = 2;

/** Clients who expect failures in another form. */
export interface OtherForm {
  readonly speaks: (request: FastifyRequest, error: AppError) => boolean;
  readonly send: (catalogue: ProblemCatalogue, error: AppError, request: FastifyRequest, reply: FastifyReply) => void;
}

const otherForms: OtherForm[] = [];

/** Makes some failures be answered in another form, unless one that was named before speaks; once per process. */
export function answerOtherwise(form: OtherForm): void {
  if (!otherForms.includes(form)) otherForms.push(form);
}

/** Answers a failure as RFC 9457 problem details, without personal data. Returns the error it was taken for. */
export function sendProblem(
  catalogue: ProblemCatalogue,
  exception: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): AppError {
  const error = toAppError(exception);
  const other = otherForms.find(({ speaks }) => speaks(request, error));
  if (other) {
    sayWhenToRetry(error, reply);
    other.send(catalogue, error, request, reply);
    return error;
  }
  const status = statusOf(error);
  const problem = catalogue.problem(error, {
    path: request.url.split('?')[0] ?? '/',
    traceId: request.id,
    language: languageOf(request.headers['accept-language']),
  });
  if (status === 401) void reply.header('WWW-Authenticate', 'Bearer realm="luutru"');
  sayWhenToRetry(error, reply);
  void reply
    .status(status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
  return error;
}

function sayWhenToRetry(error: AppError, reply: FastifyReply): void {
  if (![429, 503].includes(statusOf(error)) || reply.hasHeader('Retry-After')) return;
  void reply.header('Retry-After', error.params.seconds ?? RETRY_AFTER_SECONDS);
}

/** What framework and server refuse by themselves, in our words. */
function toAppError(exception: unknown): AppError {
  if (exception instanceof AppError) return exception;
  const { statusCode, code, name } = exception as { statusCode?: unknown; code?: unknown; name?: unknown };
  const status = exception instanceof HttpException ? exception.getStatus() : statusCode;
  if (status === 404 || status === 414) return new AppError('not-found', 'not-found');
  if (status === 413) return new AppError('body-too-large', 'invalid');
  if (status === 415) return new AppError('media-type-unsupported', 'invalid');
  if (typeof status !== 'number' || status < 400 || status >= 500) return new AppError('internal-error', 'unavailable');
  const ofBody = name === 'SyntaxError' || String(code).startsWith('FST_ERR_CTP') || exception instanceof HttpException;
  return new AppError(ofBody ? 'body-malformed' : 'request-malformed', 'invalid');
}
