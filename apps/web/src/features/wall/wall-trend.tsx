import { Title } from '@mantine/core';
import { addDays, localDate } from '@luutru/calendar';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { useNow } from '../../api/server-clock';
import { Drawing } from '../../charts/line-chart';
import chart from '../../charts/line-chart.module.css';
import { Answer } from '../../states/answer';
import { useFigureText } from '../figures/figure-text';
import { untilTheEnd } from './every';
import classes from './wall.module.css';

const DAYS = 30;

/** Arrivals day by day until yesterday: today's would look like a fall. */
export function WallTrend({ policy }: { policy: string | undefined }) {
  const { t } = useTranslation('wall');
  const text = useFigureText();
  const today = localDate(useNow(60_000));
  const query = useQuery({
    ...ask('getFigures', {
      query: {
        ...{ measures: 'arrivals', grain: 'day', from: addDays(today, -DAYS), to: addDays(today, -1), compare: 'year' },
        ...(policy !== undefined && { policy }),
      },
    }),
    ...untilTheEnd,
  });
  return (
    <section className={`${classes.panel} ${chart.root}`} aria-label={t('trend')}>
      <Title order={2} className={classes.panelTitle}>
        {t('trend')}
      </Title>
      <Answer query={query}>
        {({ rows }) => (
          <Drawing
            label={t('trend')}
            summary={t('trendSummary', {
              last: text(rows.at(-1)?.values.arrivals, rows.at(-1)?.hidden.arrivals, 'visits'),
            })}
            height="clamp(300px, 49vh, 900px)"
            still
            fontSize={18}
            steps={rows.map(({ from }) => from.slice(5).split('-').reverse().join('/'))}
            series={[
              {
                name: t('thisYear'),
                points: rows.map(({ values, hidden }) => ({
                  value: values.arrivals ?? null,
                  text: text(values.arrivals, hidden.arrivals, 'visits'),
                })),
              },
              {
                name: t('lastYear'),
                faint: true,
                points: rows.map(({ compared, comparedHidden }) => ({
                  value: compared?.arrivals ?? null,
                  text: text(compared?.arrivals, comparedHidden?.arrivals, 'visits'),
                })),
              },
            ]}
          />
        )}
      </Answer>
    </section>
  );
}
