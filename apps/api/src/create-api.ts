import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  FrameworkLogger,
  limitConnections,
  Metrics,
  projectRoot,
  SERVER_LIMITS,
  serverOptions,
  uuidV7,
} from '@luutru/platform';
import { ApiModule, type ApiOptions } from './api.module';
import { acceptFiles, FILE_ROUTES } from './batch/file-body';
import { serveConsole } from './console/serve-console';
import { leaveWhenAnswered } from './http/admission';
import { type ApiRequest, requestIdFrom } from './http/api-request';
import { answerClientErrors } from './http/client-error';
import { digestSignedBodies } from './http/digest-body';
import { acceptForms } from './http/form-bodies';
import { serveDocs } from './http/openapi';
import { LoadGauge } from './http/load-gauge';
import { PROBLEM_PAGE } from './http/problem-page';
import { limitRates, slowRefusals } from './http/rate-limit';
import { requestMetrics } from './http/request-metrics';
import { answerOtherwise, sendProblem } from './http/send-problem';
import { shedLoad } from './http/shed-load';
import { limitSlowBodies } from './http/slow-bodies';
import { refuseUnwieldyBodies } from './http/unwieldy-bodies';
import { XROAD_FORM } from './ioc/xroad-form';
import { acceptPortalBodies, PORTAL_FORM_ROUTES } from './kbtt/kbtt-bodies';
import { PORTAL_FORM } from './kbtt/kbtt-envelope';
import { UNSUBSCRIBE_ROUTE } from './statistics/unsubscribe.controller';
import { problemCatalogue } from './problem-catalogue';

const BODY_LIMIT = 1_048_576;

/** Builds the API ready to listen; the caller listens and closes. */
export async function createApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const limits = { ...SERVER_LIMITS, ...options.serverLimits };
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: (request: IncomingMessage) =>
      requestIdFrom(request.headers['x-request-id'], () => uuidV7(options.clock.now())),
    ...serverOptions(limits),
    clientErrorHandler: answerClientErrors(problemCatalogue),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // A URL that cannot be decoded fails before any route; it is answered in the same form.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      void sendProblem(problemCatalogue, error, request, reply),
    ...(options.trustedProxies !== undefined && { trustProxy: options.trustedProxies }),
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(options), adapter, {
    logger: new FrameworkLogger(options.logger),
    abortOnError: false,
    // Fastify's own JSON parser is all there is: forms and plain text are refused with 415.
    bodyParser: false,
  });
  await app.register(helmet, { contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } });
  await app.register(cookie);
  shedLoad(app.getHttpAdapter().getInstance(), app.get(LoadGauge));
  if (options.rateLimits) await limitRates(app, options.rateLimits);
  const fastify = app.getHttpAdapter().getInstance();
  leaveWhenAnswered(fastify);
  slowRefusals(fastify, limits);
  limitConnections(fastify.server, limits);
  refuseUnwieldyBodies(fastify);
  digestSignedBodies(fastify);
  limitSlowBodies(fastify, limits, (route) => FILE_ROUTES.has(route));
  fastify.removeContentTypeParser('text/plain');
  acceptFiles(fastify);
  acceptPortalBodies(fastify);
  acceptForms(fastify, new Set([...PORTAL_FORM_ROUTES, UNSUBSCRIBE_ROUTE]));
  answerOtherwise(PORTAL_FORM);
  answerOtherwise(XROAD_FORM);
  answerOtherwise(PROBLEM_PAGE);
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('X-Request-Id', request.id);
    void reply.header('Cache-Control', 'no-store');
  });
  const observe = requestMetrics(app.get(Metrics));
  fastify.addHook('onResponse', async (request, reply) => {
    const { url } = request.routeOptions;
    observe(request.method, url, reply);
    options.logger.info(
      {
        requestId: request.id,
        actor: (request as ApiRequest).actorId,
        method: request.method,
        route: url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
  closeKeptConnections(app);
  serveDocs(app, options.clock);
  serveConsole(fastify, options.consoleFolder ?? join(projectRoot(), 'dist', 'web'));
  await app.init();
  await fastify.ready();
  return app;
}

/** While closing, a connection that has been answered is not kept open for another request, or closing would wait for it. */
function closeKeptConnections(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  let closing = false;
  fastify.addHook('preClose', async () => {
    closing = true;
    setInterval(() => fastify.server.closeIdleConnections(), 50).unref();
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (closing) void reply.header('Connection', 'close');
  });
}
