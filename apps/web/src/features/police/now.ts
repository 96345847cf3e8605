import { useSyncExternalStore } from 'react';
import { serverNow } from '../../api/server-clock';

const listeners = new Set<() => void>();
let now = serverNow().getTime();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = serverNow().getTime();
  for (const listener of listeners) listener();
}

/** One clock for all countdowns; it stands still while nothing shows it. */
function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = serverNow().getTime();
    timer = setInterval(tick, 1_000);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

const never = (): (() => void) => () => undefined;

/** The server's time in milliseconds, anew every second while something waits for it. */
export const useNow = (running = true): number => useSyncExternalStore(running ? subscribe : never, () => now);

/** `7:05`, or `1:02:05` from an hour on. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
