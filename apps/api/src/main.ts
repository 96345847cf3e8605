import 'reflect-metadata';
import { ConfigError, createLogger, safeError, stopOnSignal, systemClock } from '@luutru/platform';
import { readApiConfig } from './api.config';
import { createApi } from './create-api';

async function main(): Promise<void> {
  const config = readApiConfig(process.env);
  const logger = createLogger('api', config.LOG_LEVEL);
  const app = await createApi({
    databaseUrl: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
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
    searchLimits: {
      searchesPerHour: config.SEARCHES_PER_HOUR,
      searchesPerDay: config.SEARCHES_PER_DAY,
      rowsPerDay: config.SEARCH_ROWS_PER_DAY,
    },
    publicUrl: config.PUBLIC_URL,
    ...(config.TRUSTED_PROXIES !== undefined && { trustedProxies: config.TRUSTED_PROXIES }),
    rateLimits: { perCredential: config.RATE_LIMIT_PER_CREDENTIAL, perAddress: config.RATE_LIMIT_PER_ADDRESS },
    kbttForwarding: config.KBTT_FORWARDING === 'on',
    clock: systemClock,
    logger,
  });
  stopOnSignal(app, logger);
  await app.listen(config.PORT, config.HOST);
  logger.info({ url: await app.getUrl() }, 'listening');
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : `${JSON.stringify(safeError(error))}\n`);
  process.exit(1);
});
