import { type DynamicModule, Module } from '@nestjs/common';
import { INSPECTION_OPTIONS, type InspectionOptions, InspectionService } from './inspection.service';

/** Looks at stays from outside the facility. */
@Module({})
export class InspectionModule {
  static forRoot(options: InspectionOptions): DynamicModule {
    return {
      module: InspectionModule,
      providers: [{ provide: INSPECTION_OPTIONS, useValue: options }, InspectionService],
      exports: [InspectionService],
    };
  }
}
