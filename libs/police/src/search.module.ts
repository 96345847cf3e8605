import { type DynamicModule, Module } from '@nestjs/common';
import { SealWatch } from '@luutru/audit';
import { CLOCK, type Clock, Database } from '@luutru/platform';
import { PersonSearchReadModel } from './person-search.read-model';
import { PoliceSearchService, SEARCH_OPTIONS, type SearchOptions } from './police-search.service';
import { SearchCursor } from './search-cursor';
import { SearchLogRepository } from './search-log.repository';
import { SearchSupervisionService } from './search-supervision.service';

export interface SearchModuleOptions extends SearchOptions {
  /** How old a look without a seal may be before no further looks are allowed. */
  readonly sealLimitMs: number;
}

/** Searching for people, and supervising who searches. */
@Module({})
export class SearchModule {
  static forRoot(options: SearchModuleOptions): DynamicModule {
    return {
      module: SearchModule,
      providers: [
        { provide: SEARCH_OPTIONS, useValue: options },
        {
          provide: SealWatch,
          useFactory: (database: Database, clock: Clock) => new SealWatch(database, clock, options.sealLimitMs),
          inject: [Database, CLOCK],
        },
        PersonSearchReadModel,
        SearchLogRepository,
        SearchCursor,
        PoliceSearchService,
        SearchSupervisionService,
      ],
      exports: [PoliceSearchService, SearchSupervisionService],
    };
  }
}
