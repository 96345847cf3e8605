import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CLOCK, type Clock } from './clock/clock';
import { BlindIndex } from './crypto/blind-index';
import { DataKeyRepository } from './crypto/data-key.repository';
import type { KeySet } from './crypto/key-material';
import { KeyRing } from './crypto/key-ring';
import { Database } from './database/database';
import type { DatabaseModuleOptions } from './database/data-source';
import { DatabaseModule } from './database/database.module';
import { Idempotency } from './idempotency/idempotency';
import { MetricsModule } from './metrics/metrics.module';
import { LOGGER, type Logger } from './log/logger';

export interface PlatformOptions {
  readonly database: DatabaseModuleOptions;
  readonly masterKeys: KeySet;
  /** Only processes that declare or search have it; without it there is no BlindIndex and no Idempotency. */
  readonly indexKeys?: KeySet;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What every process stands on: database, keys, clock and log. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ database, masterKeys, indexKeys, clock, logger }: PlatformOptions): DynamicModule {
    const indexProviders = indexKeys
      ? [
          { provide: BlindIndex, useValue: new BlindIndex(indexKeys) },
          {
            provide: Idempotency,
            useFactory: (db: Database, index: BlindIndex) => new Idempotency(db, index),
            inject: [Database, BlindIndex],
          },
        ]
      : [];
    const keyRing = {
      provide: KeyRing,
      useFactory: (db: Database) => new KeyRing(masterKeys, new DataKeyRepository(db), clock),
      inject: [Database],
    };
    return {
      module: PlatformModule,
      imports: [DatabaseModule.forRoot(database), MetricsModule],
      providers: [
        { provide: CLOCK, useValue: clock },
        { provide: LOGGER, useValue: logger },
        keyRing,
        ...indexProviders,
      ],
      exports: [CLOCK, LOGGER, KeyRing, ...indexProviders.map(({ provide }) => provide)],
    };
  }
}
