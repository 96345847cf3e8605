export { TripModule } from './trip.module';
export { type CreateTripCommand, type TripAnswer, TripService } from './trip.service';
export { type TripFacts, TripReadModel, type TripView } from './trip.read-model';
export { normalisePlate, type TripInput } from './domain/plan-trip';
/** Persistence record, for the data source of a process. */
export { Trip } from './trip.entity';
/** What the issue codes of trips say. */
export { tripIssues } from './trip.catalogue';
