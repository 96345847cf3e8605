import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

/** What stands behind the # of the address: it never leaves this page but in a header. */
export const useDeskToken = (): string => useSyncExternalStore(subscribe, () => window.location.hash.slice(1));
