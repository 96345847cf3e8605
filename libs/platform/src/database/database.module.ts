import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntitySchema } from 'typeorm';
import { Database } from './database';
import { databaseOptions } from './data-source';

type EntityClass = abstract new (...args: never[]) => unknown;

export interface DatabaseModuleOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly applicationName: string;
  /** Taken on right after connecting; the login role must be a member of it. */
  readonly role?: string;
  readonly entities: readonly (EntityClass | EntitySchema)[];
}

/** Opens the pool at start and closes it after everything that uses it has stopped. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, useFactory: () => new DataSource(databaseOptions(options)).initialize() },
        { provide: Database, useFactory: (dataSource: DataSource) => new Database(dataSource), inject: [DataSource] },
      ],
      exports: [DataSource, Database],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
