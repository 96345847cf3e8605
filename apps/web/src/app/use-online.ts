import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** What the browser believes of the network. `true` may be wrong (a router without a line), `false` never is. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
