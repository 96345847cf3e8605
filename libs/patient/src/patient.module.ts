import { Module } from '@nestjs/common';
import { FacilityModule } from '@luutru/facility';
import { PatientReadModel } from './patient.read-model';
import { PatientService } from './patient.service';

@Module({
  imports: [FacilityModule],
  providers: [PatientService, PatientReadModel],
  exports: [PatientService, PatientReadModel],
})
export class PatientModule {}
