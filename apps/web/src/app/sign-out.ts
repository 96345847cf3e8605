import { LuutruProblem } from '@luutru/client';
import { api } from '../api/client';
import { forgetSnapshot } from '../api/session-snapshot';

/** Ends the session. The page is loaded anew, so that nothing of what it knew is left in it. */
export async function signOut(): Promise<void> {
  try {
    await api.signOut();
  } catch (error) {
    // It has ended already.
    if (!(error instanceof LuutruProblem) || error.status !== 401) throw error;
  }
  forgetSnapshot();
  localStorage.removeItem('luutru.facilities');
  window.location.assign('/app/sign-in');
}
