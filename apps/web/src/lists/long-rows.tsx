import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, useCallback } from 'react';
import './long-rows.css';
import { Space } from './space';
import type { LongRowsProps } from './spot';
import { useFocusedLine } from './use-focused-line';
import { heightOf, useLayout } from './use-layout';
import { usePrinting } from './use-printing';
import { useSteadyColumns } from './use-steady-columns';

/** Rows beyond the window on either side. */
const OVERSCAN = 8;

/**
 * Rows near the window, with spaces as tall as the others. The first and the last row and those around the focus are always
 * there, so that Tab goes on from every one of them (test/web/long-lists.spec.ts).
 */
export function LongRows({ count, keyAt, rowAt, list, columns }: LongRowsProps) {
  const printing = usePrinting();
  const { top, lanes, gap, line: height } = useLayout(list);
  const lines = Math.ceil(count / lanes);
  const held = useFocusedLine(list);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const wanted = new Set([0, ...defaultRangeExtractor(range), range.count - 1]);
      if (held !== null) for (const line of [held - 1, held, held + 1]) wanted.add(line);
      return [...wanted].filter((line) => line >= 0 && line < range.count).sort((a, b) => a - b);
    },
    [held],
  );
  const virtualizer = useWindowVirtualizer({
    count: lines,
    estimateSize: () => height,
    getItemKey: (line) => `${lanes} ${keyAt(line * lanes)}`,
    measureElement: heightOf,
    overscan: OVERSCAN,
    scrollMargin: top,
    gap,
    rangeExtractor,
  });
  useSteadyColumns(list);

  const line = (at: number, measured: boolean): ReactNode[] => {
    const from = at * lanes;
    return Array.from({ length: Math.min(lanes, count - from) }, (_, lane) =>
      rowAt(from + lane, {
        'data-index': at,
        ...(measured && lane === 0 && { ref: virtualizer.measureElement }),
      }),
    );
  };
  if (printing) return Array.from({ length: lines }, (_, at) => <Fragment key={at}>{line(at, false)}</Fragment>);
  const items = virtualizer.getVirtualItems();
  return items.map((item, at) => {
    const before = items[at - 1];
    const left = before ? item.index - before.index - 1 : 0;
    return (
      <Fragment key={item.index}>
        {before && left > 0 && <Space lines={left} height={item.start - before.end - 2 * gap} columns={columns} />}
        {line(item.index, true)}
      </Fragment>
    );
  });
}
