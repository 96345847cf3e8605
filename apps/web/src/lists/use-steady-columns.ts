import { type RefObject, useEffect } from 'react';

/** From here on headers are in the table, not read out only (record-table.module.css). */
const DESK = '(min-width: 48em)';

/** Columns keep the widths they have now: otherwise they would move with what the rows near the window hold. */
export function useSteadyColumns(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const headers = [...(list.current?.closest('table')?.tHead?.rows[0]?.cells ?? [])];
    if (!matchMedia(DESK).matches) return;
    const widths = headers.map(({ offsetWidth }) => `${offsetWidth}px`);
    headers.forEach((header, at) => (header.style.width = widths[at] ?? ''));
    return () => headers.forEach((header) => (header.style.width = ''));
  }, [list]);
}
