import { useRef } from 'react';
import { serverNow } from '../../api/server-clock';

/**
 * One key and one moment for one attempt to declare these people: pressing twice, or again after a failure, is the same
 * request and records nothing twice.
 */
export function useAttempt() {
  const attempt = useRef(fresh());
  return {
    /** The key, and when it was tried first. */
    now: (): { key: string; at: Date } => {
      attempt.current.at ??= serverNow();
      return { key: attempt.current.key, at: attempt.current.at };
    },
    /** What is sent from now on is another request. */
    renew: () => {
      attempt.current = fresh();
    },
  };
}

const fresh = (): { key: string; at: Date | null } => ({ key: crypto.randomUUID(), at: null });
