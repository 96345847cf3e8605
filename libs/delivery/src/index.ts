/** Events with what they are about, for consumers of other topics. */
export { type Deliverable, DeliverableRepository } from './deliverable.repository';
export { afterFailure } from './domain/failure';
export { deliveryIssues } from './delivery.catalogue';
export { DeliveryAdminModule, DeliveryModule } from './delivery.module';
export { DeliveryService } from './delivery.service';
export { DeliveryAdmin, type DeliveryOrder, type ReplaySelection } from './delivery-admin.service';
export { DeliveryMetrics } from './delivery-metrics';
export { DeliveryKeeping } from './delivery-keeping';
export {
  type BlockedFacility,
  DEAD_LETTER_CURSOR,
  type DeadLetter,
  type DeadLetterQuery,
  DeliveryReadModel,
  type DeliveryStatus,
  type TopicStatus,
  type WorkerStatus,
} from './delivery.read-model';
export type { Difference, DifferenceKind } from './domain/difference';
export { Reconciliation, type ReconciliationRequest, type ReconciliationResult } from './reconciliation';
export { OutboxRepository } from './outbox.repository';
export { DELIVERY_OPTIONS, type DeliveryOptions } from './delivery.options';
/** Shared by relay and handlers of a process: while it is open nothing is claimed. */
export { CircuitBreaker } from './domain/circuit-breaker';
/** Every topic of the outbox. */
export { DELIVERY_TOPICS } from './topics';
export { DELIVER_STAY_EVENT, type DeliverStayEvent, jobIdOf, POPULATION_TOPIC } from './outbox.jobs';
