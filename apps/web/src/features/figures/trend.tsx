import { Group, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { Section } from '../../app/section';
import { LineChart } from '../../charts/line-chart';
import type { ChartSeries } from '../../charts/line-option';
import { Answer } from '../../states/answer';
import { Empty } from '../../states/states';
import { questionOf } from './address';
import type { Look } from './look';
import { useFigureText, useIndicators, writeFigure } from './figure-text';
import { dayOf, daysOfTrend, monthsOfTrend, nameOf } from './periods';
import { BY_DAY } from './sorts';

/** How a measure went, month by month or day by day, beside the year before. */
export function Trend({ look, measure }: { look: Look; measure: string }) {
  const { t } = useTranslation('figures');
  const { looked, period, byDay } = look;
  const [asTable, setAsTable] = useState(false);
  const daysTold = byDay || (BY_DAY.includes(measure) && looked.ward === undefined);
  const daily = looked.trend === 'day' && daysTold;
  const days = daily ? daysOfTrend(period) : monthsOfTrend(period);
  const asked = { measures: [measure], grain: daily ? ('day' as const) : ('month' as const), ...days };
  const query = useQuery(ask('getFigures', { query: questionOf(asked, { ...looked, compare: 'year' }) }));
  const { nameOf: measureName, unitOf } = useIndicators();
  const text = useFigureText();
  const name = measureName(measure);
  const unit = unitOf(measure);
  return (
    <Section
      title={t('trend.title', { measure: name })}
      actions={
        daysTold && (
          <SegmentedControl
            aria-label={t('trend.grain')}
            value={daily ? 'day' : 'month'}
            onChange={(value) => look.change({ trend: value === 'day' ? 'day' : undefined })}
            data={(['month', 'day'] as const).map((value) => ({ value, label: t(`trend.${value}`) }))}
          />
        )
      }
    >
      <Answer query={query} empty={({ rows }) => rows.length === 0 && <Empty title={t('nothing')} />}>
        {({ rows, roundedTo }) => {
          const steps = rows.map((row) => (daily ? dayOf(row.from).slice(0, 5) : nameOf(row)));
          const series: ChartSeries[] = [
            {
              name,
              points: rows.map(({ values, hidden }) => ({
                value: values[measure] ?? null,
                text: text(values[measure], hidden[measure], unit),
              })),
            },
            {
              name: t('trend.yearBefore'),
              faint: true,
              points: rows.map(({ compared, comparedHidden }) => ({
                value: compared?.[measure] ?? null,
                text: text(compared?.[measure], comparedHidden?.[measure], unit),
              })),
            },
          ];
          return (
            <>
              <LineChart
                label={t('trend.title', { measure: name })}
                summary={summaryOf(steps, series[0] as ChartSeries, t)}
                steps={steps}
                asTable={asTable}
                onAsTable={setAsTable}
                series={series}
                number={(value) => writeFigure(value, unit)}
              />
              {roundedTo !== null && <Group gap="xs">{t('rounded', { to: roundedTo })}</Group>}
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

/** First, last, highest and lowest of what is shown. */
function summaryOf(
  steps: readonly string[],
  { name, points }: ChartSeries,
  t: (key: string, values: Record<string, string>) => string,
): string {
  const shown = points.flatMap(({ value, text }, at) =>
    value === null ? [] : [{ value, text, step: steps[at] ?? '' }],
  );
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return t('trend.summaryNone', { name });
  const highest = shown.reduce((most, one) => (one.value > most.value ? one : most));
  const lowest = shown.reduce((least, one) => (one.value < least.value ? one : least));
  const said = ({ step, text }: typeof first): string => `${step} (${text})`;
  return t('trend.summary', {
    name,
    first: said(first),
    last: said(last),
    highest: said(highest),
    lowest: said(lowest),
  });
}
