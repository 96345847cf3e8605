import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { AnswerCounts } from './admin/answer-counts';
import { Database } from './database/database';
import type { PopulationMockOptions, PopulationMockSettings } from './options';
import { PopulationMockModule } from './population-mock.module';
import { OPERATIONS, signAnswers } from './signature/answer-signing';

/** A running stand-in. */
export interface PopulationMock {
  /** Where it listens, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** Lets running calls end, for a while, and stops. */
  close(): Promise<void>;
}

const MAX_ADMIN_BODY = 16 * 1024 * 1024;
const MAX_OPERATION_BODY = 64 * 1024;
const DRAIN_MS = 10_000;

/** Makes the schema, starts listening and tells where. Rejects when the database or the port cannot be had. */
export async function createPopulationMock(settings: PopulationMockSettings): Promise<PopulationMock> {
  const options: PopulationMockOptions = {
    host: '127.0.0.1',
    port: 0,
    seed: 1,
    logger: pino({ level: 'silent' }),
    ...settings,
  };
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_ADMIN_BODY,
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 1_000 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(PopulationMockModule.forRoot(options), adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  try {
    prepareServer(app, options.privateKey);
    await app.get(Database).prepare();
    await app.listen(options.port, options.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  const url = new URL(await app.getUrl());
  return { url: url.origin, port: Number(url.port), close: () => close(app) };
}

function prepareServer(app: NestFastifyApplication, privateKey: string): void {
  const server = app.getHttpAdapter().getInstance();
  // Signatures cover bytes, so that bodies of any declared type stay bytes until a controller reads them.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.addHook('onRoute', (route) => {
    if (route.url.startsWith(OPERATIONS)) route.bodyLimit = MAX_OPERATION_BODY;
  });
  const counts = app.get(AnswerCounts);
  signAnswers(app, privateKey, (status) => counts.count(status));
  closeConnectionsOnStop(server);
}

/** Otherwise a kept-alive connection whose last answer was still running when the stop began would hold it up. */
function closeConnectionsOnStop(server: FastifyInstance): void {
  let stopping = false;
  server.addHook('preClose', (done) => {
    stopping = true;
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (stopping) void reply.header('Connection', 'close');
    done(null, payload);
  });
}

async function close(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(deadline);
  }
}
