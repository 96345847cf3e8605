import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger, type KeySet } from '@luutru/platform';
import { createImporter } from '../../apps/importer/src/create-importer';
import type { TestApi } from './test-api';

/** The importer beside a test API, on its database and with its keys. */
export async function startImporter(
  api: TestApi,
  keys: { readonly masterKeys: KeySet; readonly indexKeys: KeySet },
  options: { readonly kbttForwarding?: boolean } = {},
): Promise<NestFastifyApplication> {
  const importer = await createImporter({
    databaseUrl: api.database.urlFor('luutru_app'),
    poolSize: 5,
    ...keys,
    ...options,
    receiptKey: api.receiptKey,
    issuer: 'http://127.0.0.1',
    pollMs: 20,
    clock: api.clock,
    logger: createLogger('importer', 'silent'),
  });
  await importer.init();
  return importer;
}
