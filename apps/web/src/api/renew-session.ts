import { csrfToken } from './csrf-token';
import { queryClient } from './query-client';
import { sessionQuery } from './session';

/**
 * Makes sure that this page can send: one that was opened without a network has nothing yet to prove itself by. False while there
 * is no network, or nobody signed in.
 */
export async function canSend(): Promise<boolean> {
  if (!navigator.onLine) return false;
  if (csrfToken() === null) await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => null);
  return csrfToken() !== null;
}
