import { Module } from '@nestjs/common';
import { FacilityModule } from '@luutru/facility';
import { TripReadModel } from './trip.read-model';
import { TripService } from './trip.service';

@Module({ imports: [FacilityModule], providers: [TripService, TripReadModel], exports: [TripService, TripReadModel] })
export class TripModule {}
