import { KBTT_TOPIC, SCREENING_TOPIC } from '@luutru/declaration';
import { POPULATION_TOPIC } from './outbox.jobs';

/** All that events are queued for. The last is our own: holding them against the watch-lists. */
export const DELIVERY_TOPICS = [POPULATION_TOPIC, KBTT_TOPIC, SCREENING_TOPIC] as const;
