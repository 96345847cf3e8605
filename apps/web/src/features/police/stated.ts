import { useSyncExternalStore } from 'react';

/** What every look at people states: what for, and which case it belongs to. */
export interface Stated {
  readonly purpose: string;
  readonly caseNumber: string;
  /** An open break-glass of one's own, which lends a wider area for this purpose and case. */
  readonly breakGlassId?: string;
}

/**
 * Kept in the memory of the page and nowhere else: gone with signing out, reloading or closing it, never in an address or
 * in the browser's storage.
 */
let stated: Stated | null = null;
const listeners = new Set<() => void>();

export function state(next: Stated | null): void {
  stated = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The purpose and case worked on; null until they are stated. */
export const useStated = (): Stated | null => useSyncExternalStore(subscribe, () => stated);
