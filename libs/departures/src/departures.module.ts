import { Module } from '@nestjs/common';
import { FacilityModule } from '@luutru/facility';
import { DischargeService } from './discharge.service';
import { TripActionService } from './trip-action.service';

/** Needs DeclarationModule.forRoot in the process. */
@Module({
  imports: [FacilityModule],
  providers: [TripActionService, DischargeService],
  exports: [TripActionService, DischargeService],
})
export class DeparturesModule {}
