import { type DynamicModule, Module } from '@nestjs/common';
import { SealWatch } from '@luutru/audit';
import { CLOCK, type Clock, Database } from '@luutru/platform';
import { INSPECTION_OPTIONS, type InspectionOptions, InspectionService } from './inspection.service';

/** Looks at stays from outside the facility. */
@Module({})
export class InspectionModule {
  static forRoot(options: InspectionOptions): DynamicModule {
    return {
      module: InspectionModule,
      providers: [
        { provide: INSPECTION_OPTIONS, useValue: options },
        {
          provide: SealWatch,
          useFactory: (database: Database, clock: Clock) => new SealWatch(database, clock, options.sealLimitMs),
          inject: [Database, CLOCK],
        },
        InspectionService,
      ],
      exports: [InspectionService],
    };
  }
}
