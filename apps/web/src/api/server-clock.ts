import { useEffect, useState } from 'react';

let aheadMs = 0;

/** Learns from an answer how far the clock of this device is off: deadlines are the server's. */
export function learnTime(dateHeader: string | null): void {
  const server = dateHeader === null ? NaN : Date.parse(dateHeader);
  // The header has whole seconds; less is no news.
  if (!Number.isNaN(server) && Math.abs(server - Date.now() - aheadMs) > 2_000) aheadMs = server - Date.now();
}

/** The time as the server has it. */
export const serverNow = (): Date => new Date(Date.now() + aheadMs);

/** The server's time, renewed every so many milliseconds. */
export function useNow(everyMs: number): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
