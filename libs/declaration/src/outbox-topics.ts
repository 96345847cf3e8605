/** The consumers that each event of a stay is queued for; the population database always comes first. */
export const OUTBOX_TOPICS = Symbol('OUTBOX_TOPICS');

export type OutboxTopics = readonly string[];
/** The national portal; only of facilities that have a user there. */
export const KBTT_TOPIC = 'kbtt';
/** Being held against the watch-lists; of every facility, so that no statement tells whether anybody is listed. */
export const SCREENING_TOPIC = 'screening';
export const USUAL_TOPICS: OutboxTopics = ['population', SCREENING_TOPIC];
export const TOPICS_WITH_KBTT: OutboxTopics = [...USUAL_TOPICS, KBTT_TOPIC];

/** SQL that holds for the topics a facility's events are queued under. */
export const wantsTopic = (topic: string, facility: string): string =>
  `(${topic} <> '${KBTT_TOPIC}' OR EXISTS (SELECT FROM kbtt_account a WHERE a.facility_id = ${facility}))`;
