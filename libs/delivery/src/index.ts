/** Events with what they are about, for consumers of other topics. */
export { type Deliverable, DeliverableRepository } from './deliverable.repository';
export { afterFailure } from './domain/failure';
export { DeliveryModule } from './delivery.module';
export { DeliveryService } from './delivery.service';
export { OutboxRepository } from './outbox.repository';
export { DELIVERY_OPTIONS, type DeliveryOptions } from './delivery.options';
/** Shared by relay and handlers of a process: while it is open nothing is claimed. */
export { CircuitBreaker } from './domain/circuit-breaker';
export { DELIVER_STAY_EVENT, type DeliverStayEvent, jobIdOf, POPULATION_TOPIC } from './outbox.jobs';
