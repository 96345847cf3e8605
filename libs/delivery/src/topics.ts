import { KBTT_TOPIC } from '@luutru/declaration';
import { POPULATION_TOPIC } from './outbox.jobs';

export const DELIVERY_TOPICS = [POPULATION_TOPIC, KBTT_TOPIC] as const;
