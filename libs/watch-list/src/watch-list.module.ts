import { type DynamicModule, Module } from '@nestjs/common';
import { SealWatch } from '@luutru/audit';
import { CLOCK, type Clock, Database } from '@luutru/platform';
import { AlertReadModel } from './alert.read-model';
import { ALERT_OPTIONS, type AlertOptions, AlertService } from './alert.service';
import { EntryImport } from './entry-import';
import { EntryService } from './entry.service';
import { ListService } from './list.service';
import { ProposalService } from './proposal.service';

/** Lists and alerts for people; the worker builds its parts itself. */
@Module({})
export class WatchListModule {
  /** @param options.sealLimitMs how old a look without a seal may be before no further looks are allowed */
  static forRoot(options: AlertOptions & { readonly sealLimitMs: number }): DynamicModule {
    return {
      module: WatchListModule,
      providers: [
        { provide: ALERT_OPTIONS, useValue: options },
        {
          provide: SealWatch,
          useFactory: (database: Database, clock: Clock) => new SealWatch(database, clock, options.sealLimitMs),
          inject: [Database, CLOCK],
        },
        AlertReadModel,
        AlertService,
        EntryImport,
        EntryService,
        ListService,
        ProposalService,
      ],
      exports: [AlertReadModel, AlertService, EntryImport, EntryService, ListService, ProposalService],
    };
  }
}
