import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Logger, LOGGER } from '@luutru/platform';
import type { ApiRequest } from './api-request';
import { ProblemCatalogue, statusOf } from './problem';
import { sendProblem } from './send-problem';

/** The one place where a failure of a route becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly catalogue: ProblemCatalogue,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const error = sendProblem(this.catalogue, exception, request, http.getResponse<FastifyReply>());
    if (statusOf(error) >= 500) {
      this.logger.error({ err: exception, requestId: request.id, code: error.code }, 'request failed');
    }
  }
}
