import 'reflect-metadata';
import {
  ConfigError,
  createLogger,
  Metrics,
  MetricsListener,
  safeError,
  stopOnSignal,
  systemClock,
} from '@luutru/platform';
import { domainsOf } from '@luutru/report-subscription';
import { readApiConfig } from './api.config';
import { createApi } from './create-api';

async function main(): Promise<void> {
  const config = readApiConfig(process.env);
  const logger = createLogger('api', config.LOG_LEVEL);
  const app = await createApi({
    databaseUrl: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    authorityDatabaseUrl: config.AUTHORITY_DATABASE_URL,
    authorityPoolSize: config.AUTHORITY_DATABASE_POOL,
    databaseLimits: {
      connectMs: config.DATABASE_CONNECT_MS,
      statementMs: config.DATABASE_STATEMENT_MS,
      lockMs: config.DATABASE_LOCK_MS,
    },
    serverLimits: {
      headersMs: config.HEADERS_TIMEOUT_MS,
      bodyMs: config.BODY_TIMEOUT_MS,
      uploadMs: config.UPLOAD_TIMEOUT_MS,
      keepAliveMs: config.KEEP_ALIVE_MS,
      connections: config.MAX_CONNECTIONS,
      // Behind a proxy all come from its address: there the limit is the proxy's own.
      connectionsPerAddress: config.TRUSTED_PROXIES === undefined ? config.MAX_CONNECTIONS_PER_ADDRESS : 0,
    },
    masterKeys: config.LUUTRU_MASTER_KEYS,
    indexKeys: config.LUUTRU_INDEX_KEYS,
    receiptKey: config.LUUTRU_RECEIPT_KEY,
    nationalIdentity: {
      issuer: config.IDENTITY_ISSUER,
      clientId: config.IDENTITY_CLIENT_ID,
      clientSecret: config.IDENTITY_CLIENT_SECRET,
      redirectUri: new URL('/v1/sign-in/vneid/callback', config.PUBLIC_URL).href,
    },
    sealLimitMs: config.AUDIT_SEAL_LIMIT_SECONDS * 1_000,
    confidentialDays: config.CONFIDENTIAL_LOOK_DAYS,
    breakGlass: {
      minutes: config.BREAK_GLASS_MINUTES,
      maxOpen: config.BREAK_GLASS_MAX_OPEN,
      reviewHours: config.BREAK_GLASS_REVIEW_HOURS,
    },
    searchLimits: {
      searchesPerHour: config.SEARCHES_PER_HOUR,
      searchesPerDay: config.SEARCHES_PER_DAY,
      rowsPerDay: config.SEARCH_ROWS_PER_DAY,
    },
    publicUrl: config.PUBLIC_URL,
    ...(config.TRUSTED_PROXIES !== undefined && { trustedProxies: config.TRUSTED_PROXIES }),
    eventLoopLagMs: config.EVENT_LOOP_LAG_MS,
    eventLoopBusyPercent: config.EVENT_LOOP_BUSY_PERCENT,
    rateLimits: { perCredential: config.RATE_LIMIT_PER_CREDENTIAL, perAddress: config.RATE_LIMIT_PER_ADDRESS },
    reportDomains: domainsOf(config.REPORT_DOMAINS),
    ...(config.XROAD_SUBSYSTEM !== undefined && { xroadSubsystem: config.XROAD_SUBSYSTEM }),
    kbttForwarding: config.KBTT_FORWARDING === 'on',
    clock: systemClock,
    logger,
  });
  const metrics = new MetricsListener(app.get(Metrics));
  stopOnSignal({ close: () => Promise.all([app.close(), metrics.close()]).then(() => undefined) }, logger);
  if (config.METRICS_PORT > 0) await metrics.listen(config.METRICS_PORT, config.METRICS_HOST);
  await app.listen(config.PORT, config.HOST);
  logger.info({ url: await app.getUrl() }, 'listening');
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : `${JSON.stringify(safeError(error))}\n`);
  process.exit(1);
});
