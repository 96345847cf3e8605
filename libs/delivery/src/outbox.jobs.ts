/** The queue that carries stay events to the population database, and the topic of their outbox rows. */
export const POPULATION_TOPIC = 'population';

/** Name of the only job on that queue. */
export const DELIVER_STAY_EVENT = 'stay-event.deliver';

/** A leased outbox row to deliver. Ids only: a job never carries personal data. */
export interface DeliverStayEvent {
  readonly facilityId: string;
  readonly outboxId: string;
  /** Fences the lease: a job of an earlier claim finds another number and does nothing. */
  readonly claimNumber: number;
}

/** BullMQ refuses ':' and bare integers in ids; the claim number makes each dispatch a job of its own. */
export const jobIdOf = (job: DeliverStayEvent): string => `o${job.outboxId}-${job.claimNumber}`;
