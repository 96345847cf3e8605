import { createClient } from '@luutru/client';
import { currentLanguage } from '../i18n/language';
import { csrfToken } from './csrf-token';
import { learnTime } from './server-clock';
import { askToStepUp } from './step-up';

/** How long one attempt may take on a bad connection before the person is told. */
const TIMEOUT_MS = 12_000;

/**
 * The API: a method per operation, the same client that integrators use. It repeats what is safe to repeat; everything that
 * records something carries an idempotency key. Throws `LuutruProblem` (refused) or `LuutruUnreachable` (no answer).
 */
export const api = createClient({
  baseUrl: window.location.origin,
  attempts: 2,
  timeoutMs: TIMEOUT_MS,
  fetch: async (input, init) => {
    const response = await send(input, init);
    if (!(await wantsStepUp(response)) || !(await askToStepUp())) return response;
    // The time limit ran while the person looked for their code.
    return send(input, { ...init, signal: null });
  },
});

async function send(input: RequestInfo | URL, init: RequestInit | undefined): Promise<Response> {
  const headers = new Headers(init?.headers);
  headers.set('accept-language', currentLanguage());
  const token = csrfToken();
  if (token !== null) headers.set('x-csrf-token', token);
  const response = await fetch(input, { ...init, headers, credentials: 'same-origin', cache: 'no-store' });
  learnTime(response.headers.get('date'));
  return response;
}

/** The API wants a fresh proof of identity before something sensitive (ADR 0014). */
async function wantsStepUp(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const { code } = (await response.clone().json()) as { code?: string };
  return code === 'step-up-required';
}
