import { type DynamicModule, Module } from '@nestjs/common';
import { SealWatch } from '@luutru/audit';
import { CLOCK, type Clock, Database } from '@luutru/platform';
import { AuthorityDatabase, type AuthorityDatabaseOptions } from './authority-database';
import { AuthorityService } from './authority.service';
import { MaskedRowsReadModel } from './masked-rows.read-model';
import { PolicyProposalService } from './policy-proposal.service';
import { PolicyReadModel } from './policy.read-model';
import { RowCursor } from './row-cursor';

export interface AuthorityModuleOptions {
  readonly database: AuthorityDatabaseOptions;
  /** How old an entry without a seal may be before nothing is read any more. */
  readonly sealLimitMs: number;
}

/** Reading by authorities other than the police, and the policies that bound it. */
@Module({})
export class AuthorityModule {
  static forRoot(options: AuthorityModuleOptions): DynamicModule {
    return {
      module: AuthorityModule,
      providers: [
        { provide: AuthorityDatabase, useFactory: () => AuthorityDatabase.open(options.database) },
        {
          provide: SealWatch,
          useFactory: (database: Database, clock: Clock) => new SealWatch(database, clock, options.sealLimitMs),
          inject: [Database, CLOCK],
        },
        MaskedRowsReadModel,
        RowCursor,
        AuthorityService,
        PolicyReadModel,
        PolicyProposalService,
      ],
      exports: [AuthorityService, PolicyReadModel, PolicyProposalService],
    };
  }
}
