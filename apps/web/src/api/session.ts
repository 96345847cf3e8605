import { LuutruProblem, type Output } from '@luutru/client';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { keepCsrfToken } from './csrf-token';
import { keepSnapshot, readSnapshot } from './session-snapshot';

/** Who is signed in, what they may do, and how far signing in has come. */
export type Session = Omit<Output<'getSession'>, 'csrfToken'> & {
  /** Taken from this browser, because there is no network: enough to show the pages that work without one. */
  readonly offline?: true;
};

export type SignInStage = 'second-factor' | 'password-change' | 'enrolment' | 'full';

/** The session; null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['getSession'],
  staleTime: 60_000,
  gcTime: Infinity,
  queryFn: loadSession,
});

async function loadSession(): Promise<Session | null> {
  try {
    const { csrfToken, ...session } = await api.getSession();
    keepCsrfToken(csrfToken);
    if (session.stage === 'full') keepSnapshot(session);
    return session;
  } catch (error) {
    if (error instanceof LuutruProblem && error.status === 401) {
      keepCsrfToken(null);
      return null;
    }
    const snapshot = error instanceof LuutruProblem ? null : readSnapshot();
    if (snapshot) return { ...snapshot, offline: true };
    throw error;
  }
}

export const may = (session: Session | null | undefined, permission: string): boolean =>
  session?.permissions.includes(permission) ?? false;
