import type { Output } from '@luutru/client';
import { Anchor, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { Section } from '../../app/section';
import { useLanguage } from '../../i18n/use-language';
import { type Column, RecordTable } from '../../lists/record-table';
import { usePages } from '../../lists/use-pages';
import { Answer } from '../../states/answer';
import { Empty } from '../../states/states';
import { questionOf } from './address';
import { Downloads } from './downloads';
import { useValueName } from './dimension-values';
import { changeOf, useFigureText, useIndicators } from './figure-text';
import type { Look } from './look';
import { sorted } from './sorted';
import { dimensionsOf, measuresBy } from './sorts';
import { WardFigures } from './ward-figures';
import { WhyHidden } from './why-hidden';
import classes from './figures.module.css';

type Figures = Output<'getFigures'>;
type Row = Figures['rows'][number];

/** What is not known of everybody: the rest is in no row. */
const NOT_OF_ALL: readonly string[] = ['origin', 'reason', 'department', 'employer', 'employer-zone', 'zone', 'route'];

/** A measure by one of the things that figures are told apart by, the largest first; wards also as a map. */
export function Breakdown({ look, by, measure }: { look: Look; by: string; measure: string }) {
  const { t } = useTranslation('figures');
  const { looked, period, sort } = look;
  const { nameOf, dimensionName } = useIndicators();
  const language = useLanguage();
  const question = questionOf({ measures: [measure], by, language, ...period }, looked);
  const query = useQuery(ask('getFigures', { query: question }));
  const dimensions = dimensionsOf(sort, looked.ward);
  return (
    <Section title={t('breakdown.title')}>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('breakdown.by')}
          value={by}
          onChange={(event) => look.change({ by: event.currentTarget.value })}
          data={dimensions.map((value) => ({ value, label: dimensionName(value) }))}
        />
        <NativeSelect
          label={t('breakdown.measure')}
          value={measure}
          onChange={(event) => look.change({ measure: event.currentTarget.value })}
          data={measuresBy(sort, by).map((value) => ({ value, label: nameOf(value) }))}
        />
      </Group>
      <Answer
        query={query}
        empty={({ rows }) => rows.length === 0 && <Empty title={t('nothing')}>{t('nothingHint')}</Empty>}
      >
        {(figures) => (
          <Stack gap="md">
            {by === 'ward' && <WardFigures look={look} figures={figures} measure={measure} />}
            <Rows look={look} figures={figures} by={by} measure={measure} key={`${by} ${measure}`} />
            {NOT_OF_ALL.includes(by) && (
              <Text size="sm" c="dimmed">
                {t('breakdown.rest')} {by === 'employer' && figures.editions.length > 0 && t('breakdown.few')}
              </Text>
            )}
            {figures.roundedTo !== null && (
              <Text size="sm" c="dimmed">
                {t('rounded', { to: figures.roundedTo })}
              </Text>
            )}
            <WhyHidden rows={figures.rows} />
            <Downloads question={question} />
          </Stack>
        )}
      </Answer>
    </Section>
  );
}

interface RowsProps {
  readonly look: Look;
  readonly figures: Figures;
  readonly by: string;
  readonly measure: string;
}

function Rows({ look, figures, by, measure }: RowsProps) {
  const { t } = useTranslation('figures');
  const { nameOf, unitOf, dimensionName } = useIndicators();
  const valueName = useValueName(by, figures.names);
  const text = useFigureText();
  const unit = unitOf(measure);
  const rows = sorted(figures.rows, by, measure);
  const { shown, pager } = usePages(rows, 15);
  const most = Math.max(0, ...rows.map(({ values }) => values[measure] ?? 0));
  const name = (row: Row): string => valueName(row.keys[by] ?? null);
  const columns: Column<Row>[] = [
    {
      key: 'value',
      header: dimensionName(by),
      cell: (row) => {
        const ward = row.keys[by];
        if (by !== 'ward' || typeof ward !== 'string') return name(row);
        return (
          <Anchor component="button" type="button" ta="start" onClick={() => look.change({ ward, by: undefined })}>
            {name(row)}
          </Anchor>
        );
      },
    },
    {
      key: 'figure',
      header: nameOf(measure),
      cell: ({ values, hidden }) => (
        <div className={classes.value}>
          {text(values[measure], hidden[measure], unit)}
          {values[measure] != null && most > 0 && (
            <span className={classes.bar} aria-hidden style={{ width: `${((values[measure] ?? 0) / most) * 100}%` }} />
          )}
        </div>
      ),
    },
  ];
  if (figures.rows.some(({ compared }) => compared)) {
    columns.push(
      {
        key: 'before',
        header: t('breakdown.before'),
        cell: ({ compared, comparedHidden }) => text(compared?.[measure], comparedHidden?.[measure], unit),
      },
      {
        key: 'change',
        header: t('breakdown.change'),
        cell: ({ values, compared }) => {
          const change = changeOf(values[measure], compared?.[measure], unit);
          if (change === null) return '';
          if (change.up === 0) return t('change.none');
          return t(change.points ? 'change.shortPoints' : 'change.short', {
            sign: change.up < 0 ? '−' : '+',
            change: change.text,
          });
        },
      },
    );
  }
  return (
    <>
      <RecordTable
        caption={t('breakdown.caption', { measure: nameOf(measure), by: dimensionName(by) })}
        rows={shown}
        columns={columns}
        rowKey={(row) => row.keys[by] ?? ''}
      />
      {pager}
    </>
  );
}
