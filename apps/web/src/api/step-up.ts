import { useSyncExternalStore } from 'react';

interface Wanted {
  readonly settle: (confirmed: boolean) => void;
}

let wanted: Wanted | null = null;
const listeners = new Set<() => void>();

function set(next: Wanted | null): void {
  wanted = next;
  for (const listener of listeners) listener();
}

/** Asks the person to confirm who they are (StepUpDialog); false when they would not. */
export function askToStepUp(): Promise<boolean> {
  return new Promise((resolve) => {
    const earlier = wanted;
    set({
      settle: (confirmed) => {
        set(null);
        earlier?.settle(confirmed);
        resolve(confirmed);
      },
    });
  });
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useStepUpWanted = (): Wanted | null => useSyncExternalStore(subscribe, () => wanted);
