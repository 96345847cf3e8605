import { randomBytes } from 'node:crypto';
import { AuditSealer } from '@luutru/audit';
import { openDatabase, signingKey } from '@luutru/platform';

/** Seals the audit trail once a second, as the worker does beside the API, until the process is ended. */
async function main(): Promise<void> {
  const { BENCH_DATABASE_URL: url = '' } = process.env;
  const { database } = await openDatabase({ url, poolSize: 2, applicationName: 'bench', entities: [] });
  const sealer = new AuditSealer(database, signingKey('seal', 1, randomBytes(32)));
  for (;;) {
    await sealer.run();
    process.send?.('sealed');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

void main();
