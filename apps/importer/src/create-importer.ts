import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { FrameworkLogger } from '@luutru/platform';
import { ImporterModule, type ImporterOptions } from './importer.module';

/** Builds the importer; it begins when the caller initialises it or listens for health checks. */
export async function createImporter(options: ImporterOptions): Promise<NestFastifyApplication> {
  return NestFactory.create<NestFastifyApplication>(ImporterModule.forRoot(options), new FastifyAdapter(), {
    logger: new FrameworkLogger(options.logger),
    abortOnError: false,
  });
}
