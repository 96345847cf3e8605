import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import type { NationalIdentityOptions } from '@luutru/national-identity';
import {
  createLogger,
  type DatabaseLimits,
  type KeySet,
  type Logger,
  type ServerLimits,
  type SigningKey,
} from '@luutru/platform';
import type { SenderOptions } from '@luutru/webhook';
import { createApi } from '../../apps/api/src/create-api';
import type { SearchLimits } from '@luutru/police';
import type { RateLimits } from '../../apps/api/src/http/rate-limit';
import type { DeskTimings } from '../../apps/api/src/watch-list/duty-desk';
import { Builder } from './builders';
import { TestClock } from './clock';
import { createTestDatabase, type TestDatabase } from './database';
import { randomKeySet, randomReceiptKey } from './keys';

/** The real API on a database of its own, with a clock in the test's hands. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly clock: TestClock;
  readonly database: TestDatabase;
  readonly build: Builder;
  readonly receiptKey: SigningKey;
  /** Sends a request as the holder of a key. */
  call(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, apiKey?: string): request.Test;
  /** Declares a stay under a fresh idempotency key. */
  declare(apiKey: string, body: object, idempotencyKey?: string): request.Test;
  /** Where it listens, for requests that no client library would send. */
  url(): Promise<string>;
  close(): Promise<void>;
}

let keys = 0;

/** For tests in which nobody signs in through it: nothing answers there. */
export const NO_IDENTITY_PROVIDER = {
  issuer: 'http://127.0.0.1:1',
  clientId: 'test',
  clientSecret: 'test-client-secret',
  redirectUri: 'http://127.0.0.1/v1/sign-in/vneid/callback',
};

export async function createTestApi(
  options: {
    logger?: Logger;
    database?: TestDatabase;
    databaseUrl?: string;
    nationalIdentity?: NationalIdentityOptions;
    rateLimits?: RateLimits;
    poolSize?: number;
    trustedProxies?: string;
    serverLimits?: Partial<ServerLimits>;
    databaseLimits?: Partial<DatabaseLimits>;
    eventLoopLagMs?: number;
    eventLoopBusyPercent?: number;
    receiptKey?: SigningKey;
    masterKeys?: KeySet;
    indexKeys?: KeySet;
    webhook?: SenderOptions;
    kbttForwarding?: boolean;
    xroadSubsystem?: string;
    reportDomains?: readonly string[];
    dutyDesk?: DeskTimings;
    searchLimits?: SearchLimits;
  } = {},
): Promise<TestApi> {
  const database = options.database ?? (await createTestDatabase());
  const clock = new TestClock();
  const receiptKey = options.receiptKey ?? randomReceiptKey();
  const app = await createApi({
    databaseUrl: options.databaseUrl ?? database.urlFor('luutru_app'),
    authorityDatabaseUrl: database.urlFor('luutru_authority'),
    poolSize: options.poolSize ?? 10,
    ...(options.trustedProxies && { trustedProxies: options.trustedProxies }),
    // Refusals are answered at once, but where that they are not is what is tested.
    serverLimits: { refusalMs: 0, tooLargeMs: 0, ...options.serverLimits },
    // A machine that runs tests may be slow to connect; where limits are what is tested they are given.
    databaseLimits: { connectMs: 20_000, ...options.databaseLimits },
    // How late and how busy the event loop is in a test says how busy the machine is, and nothing else.
    eventLoopLagMs: options.eventLoopLagMs ?? 1e6,
    eventLoopBusyPercent: options.eventLoopBusyPercent ?? 101,
    publicUrl: 'http://127.0.0.1',
    receiptKey,
    nationalIdentity: options.nationalIdentity ?? NO_IDENTITY_PROVIDER,
    masterKeys: options.masterKeys ?? randomKeySet(),
    indexKeys: options.indexKeys ?? randomKeySet(),
    clock,
    logger: options.logger ?? createLogger('api', 'silent'),
    ...(options.rateLimits && { rateLimits: options.rateLimits }),
    ...(options.searchLimits && { searchLimits: options.searchLimits }),
    ...(options.webhook && { webhook: options.webhook }),
    reportDomains: options.reportDomains ?? ['danang.example'],
    ...(options.xroadSubsystem && { xroadSubsystem: options.xroadSubsystem }),
    ...(options.kbttForwarding && { kbttForwarding: true }),
    dutyDesk: options.dutyDesk ?? { pollMs: 20, recheckMs: 60, heartbeatMs: 40 },
  });
  const server = app.getHttpServer();
  const call: TestApi['call'] = (method, path, apiKey) => {
    const sent = request(server)[method](path);
    return apiKey === undefined ? sent : sent.set('Authorization', `Bearer ${apiKey}`);
  };
  return {
    app,
    clock,
    database,
    receiptKey,
    build: new Builder(database.urlFor('postgres')),
    call,
    declare: (apiKey, body, idempotencyKey = `test-${(keys += 1)}`) =>
      call('post', '/v1/stays', apiKey).set('Idempotency-Key', idempotencyKey).send(body),
    url: async () => {
      if (!app.getHttpServer().listening) await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
