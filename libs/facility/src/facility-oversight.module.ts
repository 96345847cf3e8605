import { Module } from '@nestjs/common';
import { AccessModule } from '@luutru/access';
import { FacilityApplicationService } from './facility-application.service';
import { FacilityModule } from './facility.module';
import { FacilityProfileService } from './facility-profile.service';
import { FacilitySupervisionService } from './facility-supervision.service';

/** How facilities enter the register, change, and are watched over by the police. */
@Module({
  imports: [AccessModule, FacilityModule],
  providers: [FacilityApplicationService, FacilityProfileService, FacilitySupervisionService],
  exports: [FacilityApplicationService, FacilityProfileService, FacilitySupervisionService],
})
export class FacilityOversightModule {}
