import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { FrameworkLogger } from '@luutru/platform';
import { WorkerModule, type WorkerOptions } from './worker.module';

/** Builds the worker; relay and handlers start with `app.init()` or `app.listen()`. */
export async function createWorker(options: WorkerOptions): Promise<NestFastifyApplication> {
  return NestFactory.create<NestFastifyApplication>(WorkerModule.forRoot(options), new FastifyAdapter(), {
    logger: new FrameworkLogger(options.logger),
    abortOnError: false,
  });
}
