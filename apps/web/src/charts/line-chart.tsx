import { Box, Group, Stack, Switch, Table, Text, useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber } from '../i18n/format';
import { type ChartSeries, lineOption } from './line-option';
import classes from './line-chart.module.css';

interface LineChartProps {
  /** What is drawn; also the caption of the table. */
  readonly label: string;
  /** What the lines tell, in a sentence, for those who do not see them. */
  readonly summary: string;
  readonly steps: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly height?: number | string;
  /** To be seen only: nothing to point at, and no words below it. */
  readonly still?: boolean;
  /** Of the axes, in pixels; larger where it is read from afar. */
  readonly fontSize?: number;
  /** How the numbers beside the axis are written. */
  readonly number?: (value: number) => string;
}

/** Whoever shows the chart keeps which way it is shown, while its data change. */
interface TableSwitch {
  readonly asTable: boolean;
  readonly onAsTable: (asTable: boolean) => void;
}

/** Lines over time, by pointer and arrow keys; the same as a table by a switch. */
export function LineChart(props: LineChartProps & TableSwitch) {
  const { t } = useTranslation('common');
  const { asTable, onAsTable } = props;
  return (
    <Stack gap="xs" className={classes.root}>
      <Group justify="space-between" gap="xs">
        <Legend series={props.series} />
        <Switch
          label={t('chart.asTable')}
          checked={asTable}
          onChange={(event) => onAsTable(event.currentTarget.checked)}
        />
      </Group>
      {asTable ? <ChartTable {...props} /> : <Drawing {...props} onFailure={() => onAsTable(true)} />}
    </Stack>
  );
}

function Legend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <Group gap="md" aria-hidden>
      {series.map(({ name, faint }) => (
        <Text key={name} size="sm" component="span">
          <span className={`${classes.key} ${faint === true ? classes.faint : ''}`} />
          {name}
        </Text>
      ))}
    </Group>
  );
}

export function Drawing(props: LineChartProps & { readonly onFailure?: () => void }) {
  const { label, summary, steps, series, height = 280 } = props;
  const { t } = useTranslation('common');
  const { frame, at, point } = useDrawing(props);
  const move = (event: KeyboardEvent): void => {
    const last = steps.length - 1;
    const next: Record<string, number> = {
      ArrowRight: Math.min(last, (at ?? -1) + 1),
      ArrowLeft: Math.max(0, (at ?? steps.length) - 1),
      Home: 0,
      End: last,
    };
    const to = next[event.key];
    if (to === undefined) return;
    event.preventDefault();
    point(to);
  };
  if (props.still === true) return <div ref={frame} role="img" aria-label={summary} style={{ height }} />;
  const readout =
    at === null ? t('chart.hint') : `${steps[at] ?? ''} · ${series.map((one) => said(one, at)).join(' · ')}`;
  return (
    <div>
      <Box
        tabIndex={0}
        role="group"
        aria-label={`${label}. ${t('chart.keys')}`}
        className={classes.drawing}
        onKeyDown={move}
      >
        <div ref={frame} role="img" aria-label={summary} style={{ height }} />
      </Box>
      <Text size="sm" aria-live="polite" className={classes.readout} {...(at === null && { c: 'dimmed' })}>
        {readout}
      </Text>
    </div>
  );
}

const said = ({ name, points }: ChartSeries, at: number): string => `${name}: ${points[at]?.text ?? ''}`;

/** Keeps the drawing as its data, the colours of the page and its width are. */
function useDrawing({
  steps,
  series,
  number = showNumber,
  fontSize = 12,
  onFailure,
}: LineChartProps & { onFailure?: () => void }) {
  const scheme = useComputedColorScheme('light');
  const frame = useRef<HTMLDivElement>(null);
  const [at, point] = useState<number | null>(null);
  const show = useRef<((index: number) => void) | null>(null);
  const drawn = JSON.stringify([steps, series]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let stop = (): void => undefined;
    let gone = false;
    point(null);
    void import('./echarts').then(
      ({ init }) => {
        if (gone) return;
        const chart = init(element);
        const style = getComputedStyle(element);
        const colour = (name: string): string => style.getPropertyValue(name).trim();
        const colours = {
          line: colour('--luutru-line'),
          faint: colour('--luutru-line-faint'),
          text: style.color,
          grid: colour('--luutru-grid'),
          fontSize,
        };
        chart.setOption(lineOption(steps, series, colours, number));
        chart.on('updateAxisPointer', (event) => {
          const [axis] = (event as { axesInfo?: { value: number }[] }).axesInfo ?? [];
          if (axis) point(axis.value);
        });
        show.current = (dataIndex) => void chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex });
        const observer = new ResizeObserver(() => chart.resize());
        observer.observe(element);
        stop = () => {
          observer.disconnect();
          chart.dispose();
        };
      },
      () => onFailure?.(),
    );
    return () => {
      gone = true;
      stop();
    };
    // What is drawn is told by its text: the arrays are made anew with every answer.
  }, [drawn, scheme]);
  const move = (index: number): void => {
    point(index);
    show.current?.(index);
  };
  return { frame, at, point: move };
}

function ChartTable({ label, steps, series }: LineChartProps) {
  const { t } = useTranslation('common');
  return (
    <div className={classes.scroll} role="group" aria-label={label} tabIndex={0}>
      <Table striped verticalSpacing={4} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('chart.period')}</Table.Th>
            {series.map(({ name }) => (
              <Table.Th key={name} ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.map((step, at) => (
            <Table.Tr key={step}>
              <Table.Th scope="row">{step}</Table.Th>
              {series.map(({ name, points }) => (
                <Table.Td key={name} ta="right">
                  {points[at]?.text}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
