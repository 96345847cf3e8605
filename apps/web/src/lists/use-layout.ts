import { type RefObject, useLayoutEffect, useState } from 'react';

/** How a list lies on the page, in pixels: where it begins, how many are side by side, and what is between lines. */
interface Layout {
  readonly top: number;
  readonly lanes: number;
  readonly gap: number;
}

function layoutOf(element: HTMLElement): Layout {
  const { display, gridTemplateColumns, rowGap } = getComputedStyle(element);
  const top = Math.round(element.getBoundingClientRect().top + scrollY);
  if (display !== 'grid') return { top, lanes: 1, gap: 0 };
  return { top, lanes: gridTemplateColumns.split(' ').length, gap: parseFloat(rowGap) || 0 };
}

const same = (a: Layout, b: Layout): boolean => a.top === b.top && a.lanes === b.lanes && a.gap === b.gap;

/** The layout of a list; noticed anew when the page gets wider or taller. */
export function useLayout(list: RefObject<HTMLElement | null>): Layout {
  const [layout, setLayout] = useState<Layout>({ top: 0, lanes: 1, gap: 0 });
  useLayoutEffect(() => {
    const look = (): void => {
      // On paper it lies differently, and has all rows anyway.
      if (!list.current || matchMedia('print').matches) return;
      const now = layoutOf(list.current);
      setLayout((before) => (same(before, now) ? before : now));
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
