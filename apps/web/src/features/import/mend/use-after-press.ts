import { useCallback, useEffect, useRef } from 'react';

/**
 * Does something at once, or when the button of the mouse is let go: a cell that closes while somebody presses a button below it
 * would move that button away from under the press.
 */
export function useAfterPress(): (work: () => void) => void {
  const pressed = useRef(false);
  useEffect(() => {
    const press = (): void => void (pressed.current = true);
    const release = (): void => void (pressed.current = false);
    window.addEventListener('pointerdown', press, true);
    for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, release, true);
    return () => {
      window.removeEventListener('pointerdown', press, true);
      for (const end of ['pointerup', 'pointercancel']) window.removeEventListener(end, release, true);
    };
  }, []);
  return useCallback((work) => {
    if (!pressed.current) return work();
    window.addEventListener('pointerup', () => setTimeout(work), { once: true });
  }, []);
}
