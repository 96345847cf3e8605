import { type DynamicModule, Module } from '@nestjs/common';
import { SealWatch } from '@luutru/audit';
import { CLOCK, type Clock, Database } from '@luutru/platform';
import { ReferenceDataModule } from '@luutru/reference-data';
import { BREAK_GLASS_OPTIONS, type BreakGlassOptions, BreakGlassService } from './break-glass.service';
import type { SearchLimits } from './domain/search-limits';
import { LOOK_LIMITS, LookLimits } from './look-limits';
import { MovementFindings } from './movement-findings.service';
import { PERSON_LOOK_OPTIONS, PersonLook, type PersonLookOptions } from './person-look';
import { SearchLogRepository } from './search-log.repository';
import { PersonViewService } from './person-view.service';

export interface PersonModuleOptions extends PersonLookOptions {
  /** How old a look without a seal may be before no further looks are allowed. */
  readonly sealLimitMs: number;
  readonly breakGlass: BreakGlassOptions;
  /** The limits of searches, which views of persons count against too. */
  readonly limits: SearchLimits;
}

/** What the police know of one person, and how far they may look. */
@Module({})
export class PersonModule {
  static forRoot(options: PersonModuleOptions): DynamicModule {
    return {
      module: PersonModule,
      imports: [ReferenceDataModule],
      providers: [
        { provide: PERSON_LOOK_OPTIONS, useValue: options },
        {
          provide: SealWatch,
          useFactory: (database: Database, clock: Clock) => new SealWatch(database, clock, options.sealLimitMs),
          inject: [Database, CLOCK],
        },
        { provide: BREAK_GLASS_OPTIONS, useValue: options.breakGlass },
        SearchLogRepository,
        { provide: LOOK_LIMITS, useValue: options.limits },
        LookLimits,
        BreakGlassService,
        MovementFindings,
        PersonLook,
        PersonViewService,
      ],
      exports: [BreakGlassService, MovementFindings, PersonViewService],
    };
  }
}
