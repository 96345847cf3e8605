import { LuutruProblem } from '@luutru/client';
import { useSyncExternalStore } from 'react';
import { ask } from '../../api/ask';
import { api } from '../../api/client';
import { queryClient } from '../../api/query-client';
import { sessionQuery } from '../../api/session';
import { applyEvent, type DeskEvent, type DeskQuery, isWaiting } from './desk-list';
import { eventsOf } from './server-events';
import { alarm } from './sound';

/**
 * `lost`: trying again. `ended`: the session is over; goes on when somebody has signed in again. `refused`: nothing to
 * wait for, with the problem.
 */
export type Line = 'connecting' | 'live' | 'lost' | 'ended' | 'refused';

interface Watch {
  readonly line: Line;
  readonly problem: LuutruProblem | null;
  /** Those of lower desks too. */
  readonly all: boolean;
  /** Came while the page was open, and nobody here has looked at them yet. */
  readonly fresh: ReadonlySet<string>;
  /** The newest thing that happened, to be said aloud. */
  readonly latest: DeskEvent | null;
}

/** A stream says something every 15 seconds. */
const SILENCE_MS = 40_000;
const LONGEST_PAUSE_MS = 15_000;
const REMIND_MS = 30_000;
const LIST_LIMIT = 100;

let watch: Watch = { line: 'connecting', problem: null, all: false, fresh: new Set(), latest: null };
const listeners = new Set<() => void>();
/** Where the stream has come to: what is missed while away is told from there. */
let position: number | null = null;

function set(change: Partial<Watch>): void {
  watch = { ...watch, ...change };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDeskWatch = (): Watch => useSyncExternalStore(subscribe, () => watch);

export const deskQuery = (all: boolean): DeskQuery => ({ show: all ? 'all' : 'desk', limit: LIST_LIMIT });

/** Somebody has looked at it. */
export function seen(alertId: string): void {
  if (!watch.fresh.has(alertId)) return;
  set({ fresh: new Set([...watch.fresh].filter((id) => id !== alertId)) });
}

/** Follows lower desks too, or no longer. */
export function watchAll(all: boolean): void {
  if (all === watch.all) return;
  set({ all });
  restart?.();
}

let restart: (() => void) | null = null;

/** Watches until the returned function is called. */
export function startWatch(): () => void {
  let turn = new AbortController();
  const begin = (): void => void follow(turn.signal);
  restart = () => {
    turn.abort();
    turn = new AbortController();
    begin();
  };
  const again = (): void => (watch.line === 'lost' ? restart?.() : undefined);
  window.addEventListener('online', again);
  const reminder = setInterval(() => {
    if (watch.fresh.size > 0) alarm();
  }, REMIND_MS);
  begin();
  return () => {
    turn.abort();
    restart = null;
    clearInterval(reminder);
    window.removeEventListener('online', again);
  };
}

async function follow(signal: AbortSignal): Promise<void> {
  for (let pause = 1_000; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      const over = await connect(signal, () => (pause = 1_000));
      if (over) return;
    } catch (error) {
      if (signal.aborted) return;
      if (refuses(error)) return;
      set({ line: 'lost' });
      await wait(pause, signal);
    }
  }
}

/** The list first, when nothing is known yet, then what happens after it. True: it is over for good. */
async function connect(signal: AbortSignal, onLive: () => void): Promise<boolean> {
  if (watch.line !== 'live') set({ line: watch.line === 'lost' ? 'lost' : 'connecting', problem: null });
  const { all } = watch;
  const query = ask('listAlerts', { query: deskQuery(all) });
  if (position === null || queryClient.getQueryData(query.queryKey) === undefined) {
    const list = await queryClient.fetchQuery({ ...query, staleTime: 0 });
    position ??= list.position;
  }
  const response = await api.followAlerts(
    { query: { show: all ? 'all' : 'desk', after: position } },
    { signal, headers: { accept: 'text/event-stream' } },
  );
  if (!response.body) throw new Error('The stream has no content');
  for await (const event of eventsOf(response.body, SILENCE_MS)) {
    if (signal.aborted) return true;
    onLive();
    if (watch.line !== 'live') set({ line: 'live' });
    if (event?.name === 'over') {
      const { code } = JSON.parse(event.data) as { code: string };
      set({ line: code === 'permission-missing' ? 'refused' : 'ended' });
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      return true;
    }
    if (event?.name === 'alert') hear(JSON.parse(event.data) as DeskEvent, event.id);
  }
  return false;
}

function hear(event: DeskEvent, id: string | null): void {
  if (id !== null) position = Number(id);
  applyEvent(queryClient, event);
  const fresh = new Set(watch.fresh);
  if (isWaiting(event)) fresh.add(event.alertId);
  else fresh.delete(event.alertId);
  set({ fresh, latest: event });
  if (isWaiting(event)) alarm();
}

/** What trying again does not help against. */
function refuses(error: unknown): boolean {
  if (!(error instanceof LuutruProblem)) return false;
  if (error.status === 401) {
    set({ line: 'ended' });
    void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    return true;
  }
  if (error.status !== 403 && error.code !== 'too-many-desks') return false;
  set({ line: 'refused', problem: error });
  return true;
}

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
