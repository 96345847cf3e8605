/** What a facility is judged by, as the API names it. */
export const INDICATORS = [
  'silence',
  'late-rate',
  'correction-rate',
  'mismatch-rate',
  'not-found-rate',
  'no-papers',
  'overdue',
  'rooms-over',
  'seats-over',
] as const;
export type Indicator = (typeof INDICATORS)[number];
