import { useEffect, useRef, useState } from 'react';

const EVENTS = ['pointerdown', 'keydown', 'touchmove', 'wheel', 'input'] as const;
const TICK_MS = 500;

/**
 * Counts down while nobody touches the screen.
 * @param onIdle called once the time is over
 * @returns seconds left
 */
export function useIdle(seconds: number, onIdle: () => void): number {
  const [left, setLeft] = useState(seconds);
  const end = useRef(onIdle);
  end.current = onIdle;
  useEffect(() => {
    let last = Date.now();
    const touch = (): void => {
      last = Date.now();
      setLeft(seconds);
    };
    const tick = setInterval(() => {
      const now = Math.max(0, Math.ceil(seconds - (Date.now() - last) / 1_000));
      setLeft(now);
      if (now > 0) return;
      clearInterval(tick);
      end.current();
    }, TICK_MS);
    for (const event of EVENTS) window.addEventListener(event, touch, { passive: true, capture: true });
    return () => {
      clearInterval(tick);
      for (const event of EVENTS) window.removeEventListener(event, touch, { capture: true });
    };
  }, [seconds]);
  return left;
}
