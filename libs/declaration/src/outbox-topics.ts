/** The consumers that each event of a stay is queued for; the population database always comes first. */
export const OUTBOX_TOPICS = Symbol('OUTBOX_TOPICS');

export type OutboxTopics = readonly string[];
export const POPULATION_ONLY: OutboxTopics = ['population'];
