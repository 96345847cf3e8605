import { LuutruProblem } from '@luutru/client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { sessionQuery } from './session';

/** Somebody mistyped; nothing has ended. */
const WRONG_GUESS = new Set(['sign-in-refused', 'code-wrong']);

/** The system cannot answer at this moment: it is asked again, later each time, before the person is told. */
const TIMES_BUSY = 4;
const isBusy = (error: unknown): boolean =>
  error instanceof LuutruProblem && (error.status === 503 || error.code === 'too-many-at-once');
const busyDelay = (failures: number): number => 500 * 2 ** failures;

/** One cache of answers for the page; it is emptied when somebody signs out. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndOfSession }),
  mutationCache: new MutationCache({ onError: noticeEndOfSession }),
  defaultOptions: {
    // The client repeats by itself; without a network a query must fail so that the page can say so.
    queries: {
      ...{ retry: (failures, error) => failures < TIMES_BUSY && isBusy(error), retryDelay: busyDelay },
      ...{ networkMode: 'always', staleTime: 10_000, refetchOnReconnect: true },
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** The session has ended meanwhile: the frame asks to sign in again and keeps what was typed (SignInAgain). */
function noticeEndOfSession(error: unknown): void {
  const ended = error instanceof LuutruProblem && error.status === 401 && !WRONG_GUESS.has(error.code);
  if (ended) void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
}
