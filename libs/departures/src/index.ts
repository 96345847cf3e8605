/** What ends or moves many stays at once: trips that go on, patients who leave. */
export { DeparturesModule } from './departures.module';
export {
  DischargeService,
  type PatientActAnswer,
  type PatientActCommand,
  type PatientOrder,
} from './discharge.service';
export { type TripActAnswer, type TripActCommand, TripActionService, type TripOrder } from './trip-action.service';
/** State x action of trips. */
export { TRIP_ACTIONS, TRIP_LIFE, type TripAction, type TripState } from './domain/trip-life';
export { departureErrors, departureIssues } from './departures.catalogue';
