import type { Level } from '../people/person';

const ACRS: Record<Level, string> = { 1: 'urn:luutru:acr:1', 2: 'urn:luutru:acr:2' };
const AMRS: Record<Level, readonly string[]> = { 1: ['pwd'], 2: ['pwd', 'otp'] };

export const ACR_VALUES = Object.values(ACRS);
export const acrOf = (level: Level): string => ACRS[level];
export const amrOf = (level: Level): string[] => [...AMRS[level]];

/**
 * The level a sign-in reaches. `acr_values` is a wish in the order of preference (OpenID Connect Core 3.1.2.1): the first that the
 * person can reach is taken, and the person's own level when there is none. Without a wish a password is enough.
 */
export function levelReached(own: Level, acrValues: unknown): Level {
  if (typeof acrValues !== 'string' || acrValues.trim() === '') return 1;
  for (const wish of acrValues.split(' ')) {
    if (wish === ACRS[1]) return 1;
    if (wish === ACRS[2] && own === 2) return 2;
  }
  return own;
}
