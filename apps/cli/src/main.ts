import 'reflect-metadata';
import { ConfigError } from '@luutru/platform';
import { accountCommand } from './account.command';
import { apiKeyCommand } from './api-key.command';
import { auditCommand } from './audit.command';
import { keysCommand } from './keys.command';
import { migrate } from './migrate.command';
import { receiptCommand } from './receipt.command';
import { vendorCommand } from './vendor.command';
import { syncCommand } from './sync/sync.command';
import { seed } from './seed/seed.command';

const COMMANDS: Readonly<Record<string, (args: readonly string[], env: NodeJS.ProcessEnv) => Promise<void>>> = {
  migrate: (_args, env) => migrate(env),
  seed,
  account: accountCommand,
  'api-key': apiKeyCommand,
  vendor: vendorCommand,
  keys: keysCommand,
  receipt: receiptCommand,
  audit: auditCommand,
  sync: syncCommand,
};

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) throw new Error(`Commands: ${Object.keys(COMMANDS).join(', ')}`);
  await command(args, process.env);
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || (error instanceof Error && !('severity' in error));
  process.stderr.write(`${known ? error.message : 'The command failed at the database'}\n`);
  if (!known && error instanceof Error)
    process.stderr.write(
      `${(error as { code?: string }).code ?? ''} ${error.stack?.split('\n').slice(1, 4).join('\n') ?? ''}\n`,
    );
  process.exit(1);
});
