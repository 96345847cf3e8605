import { Module } from '@nestjs/common';
import { AccessModule } from '@luutru/access';
import { FacilityApplicationService } from './facility-application.service';
import { FacilityModule } from './facility.module';
import { FacilitySupervisionService } from './facility-supervision.service';

/** How facilities enter the register, and how the police watch over them. */
@Module({
  imports: [AccessModule, FacilityModule],
  providers: [FacilityApplicationService, FacilitySupervisionService],
  exports: [FacilityApplicationService, FacilitySupervisionService],
})
export class FacilityOversightModule {}
