import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { FrameworkLogger, HEALTH_PORT_LIMITS, limitConnections, serverOptions } from '@luutru/platform';
import { WorkerModule, type WorkerOptions } from './worker.module';

/** Builds the worker; relay and handlers start with `app.init()` or `app.listen()`. */
export async function createWorker(options: WorkerOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(serverOptions(HEALTH_PORT_LIMITS));
  const app = await NestFactory.create<NestFastifyApplication>(WorkerModule.forRoot(options), adapter, {
    logger: new FrameworkLogger(options.logger),
    abortOnError: false,
  });
  limitConnections(app.getHttpServer(), HEALTH_PORT_LIMITS);
  return app;
}
