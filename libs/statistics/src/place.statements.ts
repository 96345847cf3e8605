/**
 * Whether a place lies in the caller's areas: asked of the bit at its number, as row security does. Not a mere comparison, which
 * PostgreSQL would take to be true of one row in two hundred.
 */
export const isShown = (placeId: string): string =>
  `CASE substring((SELECT statistic_places_shown()) FROM ${placeId} FOR 1) WHEN B'1' THEN true ELSE false END`;
