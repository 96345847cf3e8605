import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { FairGate } from '@luutru/platform';
import { normalizePassword } from './domain/password-policy';

/** argon2id with 19 MiB, two passes: the OWASP Password Storage Cheat Sheet's first recommendation (2025). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * A hash keeps one core busy, and the threads that hash are those that everything else of the process uses as well: at most
 * half of the cores hash at once, and each rests as long as it has worked, however many try passwords.
 */
const HASHING = new FairGate({
  places: Math.max(1, Math.floor(availableParallelism() / 2)),
  queue: 64,
  queueOfAll: 64,
  waitMs: 5_000,
});

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const leave = await HASHING.enter({ name: 'all' });
  const begin = performance.now();
  return work().finally(() => void setTimeout(leave, performance.now() - begin).unref());
}

/** Hash of a password that nobody has, to spend the same time on a name that nobody has. */
const DECOY = hash('decoy', COST);

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(normalizePassword(password), COST));

/** Both throw `overloaded` or `too-many-at-once` when too many wait. False, after the same time, when there is no hash to compare with. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const compared = stored ?? (await DECOY);
  const matches = await inTurn(() => verify(compared, normalizePassword(password)));
  return matches && stored !== null;
}
