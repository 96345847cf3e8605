import type { EChartsCoreOption } from 'echarts/core';

/** A point as it is drawn and as it is said: null leaves a gap, and its text says why. */
export interface ChartPoint {
  readonly value: number | null;
  readonly text: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly points: readonly ChartPoint[];
  /** What the other is compared with: thinner and dashed. */
  readonly faint?: boolean;
}

/** How it looks on this page. */
interface Look {
  readonly line: string;
  readonly faint: string;
  readonly text: string;
  readonly grid: string;
  readonly fontSize: number;
}

/** The lines as ECharts wants them. Without its own tooltip: what a pointer is at is written below the drawing. */
export const lineOption = (
  steps: readonly string[],
  series: readonly ChartSeries[],
  look: Look,
  number: (value: number) => string,
): EChartsCoreOption => {
  const whole = series.every(({ points }) => points.every(({ value }) => value === null || Number.isInteger(value)));
  return {
    animation: false,
    grid: { left: 4, right: 12, top: 16, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { trigger: 'axis', showContent: false },
    xAxis: {
      type: 'category',
      data: [...steps],
      boundaryGap: false,
      axisLabel: { color: look.text, fontSize: look.fontSize, hideOverlap: true, alignMaxLabel: 'right' },
      axisLine: { lineStyle: { color: look.grid } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      // Of people there are no halves; shares are below one anyway.
      minInterval: whole ? 1 : 0,
      axisLabel: { color: look.text, fontSize: look.fontSize, formatter: number },
      splitLine: { lineStyle: { color: look.grid } },
    },
    series: series.map(({ name, points, faint = false }) => ({
      name,
      type: 'line',
      data: points.map(({ value }) => value),
      // A month between two hidden ones would not be seen without its dot.
      showSymbol: points.length <= 36,
      symbolSize: faint ? 5 : 7,
      symbol: faint ? 'emptyCircle' : 'circle',
      z: faint ? 2 : 3,
      itemStyle: { color: faint ? look.faint : look.line },
      lineStyle: {
        width: faint ? 1.5 : 2.5,
        type: faint ? 'dashed' : 'solid',
        color: faint ? look.faint : look.line,
      },
      emphasis: { disabled: true },
    })),
  };
};
