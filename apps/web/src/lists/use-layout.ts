import { type RefObject, useLayoutEffect, useState } from 'react';

/** How a list lies on the page, in pixels: where it begins, how many are side by side, and what is between lines. */
interface Layout {
  readonly top: number;
  readonly width: number;
  readonly lanes: number;
  readonly gap: number;
  /** How tall a line is on average, as far as there are any. */
  readonly line: number;
}

const GUESSED_HEIGHT = 64;
const UNKNOWN: Layout = { top: 0, width: 0, lanes: 1, gap: 0, line: GUESSED_HEIGHT };

/** With what is below it: cards on a phone have a margin. */
export const heightOf = (element: Element): number =>
  element.getBoundingClientRect().height + parseFloat(getComputedStyle(element).marginBottom);

function layoutOf(element: HTMLElement): Layout {
  const { display, gridTemplateColumns, rowGap } = getComputedStyle(element);
  const { top, width } = element.getBoundingClientRect();
  const heights = [...element.querySelectorAll(':scope > [data-index]')].map(heightOf);
  const sum = heights.reduce((before, height) => before + height, 0);
  return {
    top: Math.round(top + scrollY),
    width: Math.round(width),
    line: heights.length === 0 ? GUESSED_HEIGHT : sum / heights.length,
    ...(display === 'grid'
      ? { lanes: gridTemplateColumns.split(' ').length, gap: parseFloat(rowGap) || 0 }
      : { lanes: 1, gap: 0 }),
  };
}

/** The average is kept while the list is as wide: the page is not to get shorter and taller while it is read. */
function settled(before: Layout, now: Layout): Layout {
  const known = before.width === now.width && before.line !== GUESSED_HEIGHT;
  const next = known ? { ...now, line: before.line } : now;
  const keys = Object.keys(next) as (keyof Layout)[];
  return keys.every((key) => before[key] === next[key]) ? before : next;
}

/** The layout of a list; noticed anew when the page gets wider or taller. */
export function useLayout(list: RefObject<HTMLElement | null>): Layout {
  const [layout, setLayout] = useState(UNKNOWN);
  useLayoutEffect(() => {
    const look = (): void => {
      // On paper it lies differently, and has all rows anyway.
      if (!list.current || matchMedia('print').matches) return;
      const now = layoutOf(list.current);
      setLayout((before) => settled(before, now));
    };
    look();
    let asked = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(look);
    });
    observer.observe(document.body);
    return () => {
      cancelAnimationFrame(asked);
      observer.disconnect();
    };
  }, [list]);
  return layout;
}
