/**
 * For the wall screen alone, and only after somebody has agreed that it keeps the session alive until its last moment: renews
 * whether or not anybody is there. Everywhere else it is `whileActive` (ADR 0037).
 */
export const EVERY_MS = 60_000;

/** It must not stop when the screen saver or another window lies over it. */
export const untilTheEnd = { refetchInterval: EVERY_MS, refetchIntervalInBackground: true, staleTime: 0 } as const;
