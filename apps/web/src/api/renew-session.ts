import { csrfToken } from './csrf-token';
import { queryClient } from './query-client';
import { sessionQuery } from './session';

/**
 * Whether the system answers. A page that was opened without a network has nothing yet to prove itself by, and asks for it here; that nobody
 * is signed in is an answer too.
 */
export async function isReached(): Promise<boolean> {
  if (!navigator.onLine) return false;
  if (csrfToken() !== null) return true;
  const asked = queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
  return asked.then(
    (session) => session?.offline !== true,
    () => false,
  );
}

/** Makes sure that this page can send. False while there is no network, or nobody signed in. */
export async function canSend(): Promise<boolean> {
  return (await isReached()) && csrfToken() !== null;
}
