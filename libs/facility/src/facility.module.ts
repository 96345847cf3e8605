import { Module } from '@nestjs/common';
import { FacilityReadModel } from './facility.read-model';
import { FacilityRepository } from './facility.repository';

/** The register of facilities, for everybody who needs to know one. */
@Module({ providers: [FacilityReadModel, FacilityRepository], exports: [FacilityReadModel, FacilityRepository] })
export class FacilityModule {}
