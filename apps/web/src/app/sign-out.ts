import { LuutruProblem } from '@luutru/client';
import { api } from '../api/client';
import { forgetSnapshot } from '../api/session-snapshot';

/**
 * Ends the session. The page is loaded anew, so that nothing of what it knew is left in it.
 * @param to where the browser is then
 */
export async function signOut(to = '/app/sign-in'): Promise<void> {
  try {
    await api.signOut();
  } catch (error) {
    // It has ended already.
    if (!(error instanceof LuutruProblem) || error.status !== 401) throw error;
  }
  forgetSnapshot();
  localStorage.removeItem('luutru.facilities');
  window.location.assign(to);
  // Another part of the same page is no new page by itself.
  if (new URL(to, window.location.href).pathname === window.location.pathname) window.location.reload();
}
