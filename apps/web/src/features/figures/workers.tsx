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

type Answered = Output<'getWorkersLongStay'>;
type Row = Answered['rows'][number];

/** Workers in zone housing now, by employer: who is there for thirty days and more, and of whom no registration is recorded. */
export function Workers({ policy }: { policy: string | undefined }) {
  const { t } = useTranslation('figures');
  const query = useQuery(ask('getWorkersLongStay', { query: policy === undefined ? {} : { policy } }));
  return (
    <Section title={t('workers.title')}>
      <Answer query={query} empty={({ rows }) => rows.length === 0 && <Empty title={t('workers.none')} />}>
        {({ rows, names, roundedTo }) => (
          <>
            <Text size="sm" c="dimmed">
              {t('workers.hint')}
              {roundedTo !== null && ` ${t('workers.rounded', { to: roundedTo })}`}
            </Text>
            <WorkerRows rows={rows} names={names} isRounded={roundedTo !== null} />
          </>
        )}
      </Answer>
    </Section>
  );
}

function WorkerRows({ rows, names, isRounded }: Pick<Answered, 'rows' | 'names'> & { isRounded: boolean }) {
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
          {
            key: 'employer',
            header: t('workers.employer'),
            cell: ({ keys }) => keys.employer ?? t(isRounded ? 'workers.others' : 'value.unknown'),
          },
          { key: 'zone', header: t('workers.zone'), cell: ({ keys }) => zoneName(keys['employer-zone'] ?? null) },
          ...['zone-workers', 'zone-workers-long', 'zone-workers-unregistered', 'foreign-workers-long'].map(measure),
        ]}
        rowKey={({ keys }) => `${keys.employer ?? ''} ${keys['employer-zone'] ?? ''}`}
      />
      {pager}
    </>
  );
}
