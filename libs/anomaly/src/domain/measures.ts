/** What days are judged by; the definitions are those of the statistics. */
export const ANOMALY_MEASURES = ['arrivals', 'international', 'guest-nights'] as const;
export type AnomalyMeasure = (typeof ANOMALY_MEASURES)[number];
