import { parseArgs } from 'node:util';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessModule, AccountService } from '@luutru/access';
import { AppError, createLogger, FrameworkLogger, PlatformModule, systemClock } from '@luutru/platform';
import { ReferenceDataModule } from '@luutru/reference-data';
import { type AccountConfig, readAccountConfig } from './cli.config';

const USAGE = `account create-administrator --name "HỌ TÊN" (--personal-number 0… | --username TEN)
`;

@Module({})
class AccountCommandModule {
  static forRoot(config: AccountConfig): DynamicModule {
    return {
      module: AccountCommandModule,
      imports: [
        PlatformModule.forRoot({
          database: { url: config.DATABASE_URL, poolSize: 2, applicationName: 'luutru-cli', entities: [] },
          masterKeys: config.LUUTRU_MASTER_KEYS,
          indexKeys: config.LUUTRU_INDEX_KEYS,
          clock: systemClock,
          logger: createLogger('cli', 'warn'),
        }),
        ReferenceDataModule,
        AccessModule,
      ],
    };
  }
}

/** Opens the account of an administrator: the first one of an installation has nobody else to open it. */
export async function accountCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const option = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { name: option, username: option, 'personal-number': option },
  });
  if (positionals.join(' ') !== 'create-administrator' || values.name === undefined) throw new Error(USAGE);
  const app = await NestFactory.createApplicationContext(AccountCommandModule.forRoot(readAccountConfig(env)), {
    logger: new FrameworkLogger(createLogger('cli', 'warn')),
  });
  try {
    const identity = {
      displayName: values.name,
      username: values.username ?? null,
      personalNumber: values['personal-number'] ?? null,
    };
    const role = { role: 'system-administrator', scope: { kind: 'none', id: null }, expiresAt: null } as const;
    const by = { actor: { kind: 'system', id: 'cli' }, requestId: null } as const;
    const { accountId, password } = await app.get(AccountService).create(identity, by, role);
    process.stdout.write(`${accountId}\n${password === null ? '' : `First password: ${password}\n`}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const faults = error.issues.map(({ pointer, code }) => `${pointer} ${code}`).join(', ');
    throw new Error(`${error.code} ${faults}\n${USAGE}`);
  } finally {
    await app.close();
  }
}
