import { type RefObject, useEffect, useState } from 'react';

/** The line of the list that has or last had the focus. */
export function useFocusedLine(list: RefObject<HTMLElement | null>): number | null {
  const [line, setLine] = useState<number | null>(null);
  useEffect(() => {
    const element = list.current;
    const note = ({ target }: FocusEvent): void => {
      const index = (target as Element).closest('[data-index]')?.getAttribute('data-index');
      if (index) setLine(Number(index));
    };
    element?.addEventListener('focusin', note);
    return () => element?.removeEventListener('focusin', note);
  }, [list]);
  return line;
}
