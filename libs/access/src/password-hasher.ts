import { hash, verify } from '@node-rs/argon2';
import { normalizePassword } from './domain/password-policy';

/** argon2id with 19 MiB, two passes: the OWASP Password Storage Cheat Sheet's first recommendation (2025). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a password that nobody has, to spend the same time on a name that nobody has. */
const DECOY = hash('decoy', COST);

export const hashPassword = (password: string): Promise<string> => hash(normalizePassword(password), COST);

/** False, after the same time, when there is no hash to compare with. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const matches = await verify(stored ?? (await DECOY), normalizePassword(password));
  return matches && stored !== null;
}
