import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Output } from '@luutru/client';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { Section } from '../../app/section';
import { type Column, RecordTable } from '../../lists/record-table';
import { usePages } from '../../lists/use-pages';
import { Answer } from '../../states/answer';
import { Empty } from '../../states/states';
import { useValueName } from './dimension-values';
import { useFigureText, useIndicators } from './figure-text';
import { WhyHidden } from './why-hidden';

type Answered = Output<'getWorkersLongStay'>;
type Row = Answered['rows'][number];

/** Workers in zone housing now, by employer: who is there for thirty days and more is due to register. */
export function Workers() {
  const { t } = useTranslation('figures');
  const query = useQuery(ask('getWorkersLongStay'));
  return (
    <Section title={t('workers.title')}>
      <Answer query={query} empty={({ rows }) => rows.length === 0 && <Empty title={t('workers.none')} />}>
        {({ rows, names }) => (
          <>
            <Text size="sm" c="dimmed">
              {t('workers.hint')}
            </Text>
            <WorkerRows rows={rows} names={names} />
            <WhyHidden rows={rows} />
          </>
        )}
      </Answer>
    </Section>
  );
}

function WorkerRows({ rows, names }: Pick<Answered, 'rows' | 'names'>) {
  const { t } = useTranslation('figures');
  const zoneName = useValueName('employer-zone', names);
  const { nameOf } = useIndicators();
  const text = useFigureText();
  const { shown, pager } = usePages(rows, 15);
  const measure = (id: string): Column<Row> => ({
    key: id,
    header: nameOf(id),
    cell: ({ values, hidden }) => text(values[id], hidden[id], 'people'),
  });
  return (
    <>
      <RecordTable
        caption={t('workers.title')}
        rows={shown}
        columns={[
          { key: 'employer', header: t('workers.employer'), cell: ({ keys }) => keys.employer ?? t('value.unknown') },
          { key: 'zone', header: t('workers.zone'), cell: ({ keys }) => zoneName(keys['employer-zone'] ?? null) },
          ...['zone-workers', 'zone-workers-long', 'foreign-workers-long'].map(measure),
        ]}
        rowKey={({ keys }) => `${keys.employer ?? ''} ${keys['employer-zone'] ?? ''}`}
      />
      {pager}
    </>
  );
}
