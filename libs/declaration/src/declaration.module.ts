import { Module } from '@nestjs/common';
import { FacilityModule } from '@luutru/facility';
import { PatientModule } from '@luutru/patient';
import { TripModule } from '@luutru/trip';
import { ContextBuilder } from './context-builder';
import { DeclarationService } from './declaration.service';
import { StayReadModel } from './stay.read-model';
import { StayRepository } from './stay.repository';

@Module({
  imports: [FacilityModule, TripModule, PatientModule],
  providers: [DeclarationService, ContextBuilder, StayRepository, StayReadModel],
  exports: [DeclarationService, StayReadModel],
})
export class DeclarationModule {}
