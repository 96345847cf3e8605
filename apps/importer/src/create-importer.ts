import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { FrameworkLogger, HEALTH_PORT_LIMITS, limitConnections, serverOptions } from '@luutru/platform';
import { ImporterModule, type ImporterOptions } from './importer.module';

/** Builds the importer; it begins when the caller initialises it or listens for health checks. */
export async function createImporter(options: ImporterOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(serverOptions(HEALTH_PORT_LIMITS));
  const app = await NestFactory.create<NestFastifyApplication>(ImporterModule.forRoot(options), adapter, {
    logger: new FrameworkLogger(options.logger),
    abortOnError: false,
  });
  limitConnections(app.getHttpServer(), HEALTH_PORT_LIMITS);
  return app;
}
