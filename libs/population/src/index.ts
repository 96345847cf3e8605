/** Client of the national population database: identity checks and stay events (docs/population-contract.md). */
export { LOOK_UP_MAX, PopulationClient, type PopulationClientOptions } from './population-client';
/** What an event and one the database holds are compared by. */
export { digestOfStayEvent } from './stay-event-digest';
/** `PopulationUnavailable` may be tried again, `PopulationRejected` not; both keep personal data out. */
export {
  MAX_RETRY_AFTER_MS,
  populationErrors,
  PopulationRejected,
  PopulationUnavailable,
  type UnavailableFacts,
  type UnavailableReason,
} from './population.errors';
/** What goes over the wire. */
export type {
  HeldStayEvent,
  HeldStayEvents,
  PopulationPerson,
  StayEvent,
  StayEventReceipt,
  StayEventType,
  VerificationOutcome,
} from './wire';
