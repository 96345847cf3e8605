import { Module } from '@nestjs/common';
import { FacilityReadModel } from './facility.read-model';
import { FacilityRepository } from './facility.repository';

@Module({ providers: [FacilityReadModel, FacilityRepository], exports: [FacilityReadModel, FacilityRepository] })
export class FacilityModule {}
