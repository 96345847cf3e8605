const WINDOW_MS = 60_000;
const MOST_IN_WINDOW = 5;
const FIRST_DELAY_MS = 500;

/**
 * When to start a service again that has died: sooner at first, then ever later.
 * `deaths` are the times of its deaths so far, this one last, in milliseconds; null means to give up.
 */
export function restartDelay(deaths: readonly number[]): number | null {
  const now = deaths.at(-1) ?? 0;
  const recent = deaths.filter((at) => at > now - WINDOW_MS).length;
  return recent > MOST_IN_WINDOW ? null : FIRST_DELAY_MS * 2 ** (recent - 1);
}
