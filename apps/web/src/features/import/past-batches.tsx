import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../../app/section';
import { showMoment, showNumber } from '../../i18n/format';
import { type Column, RecordTable } from '../../lists/record-table';
import { useFurther } from '../../lists/use-further';
import { Problem } from '../../states/problem';
import { type Batch, leftToMend, recordedInAll } from './batch';

/** The files sent so far, those of mended rows with the file they belong to. */
export function PastBatches({ facilityId, shown }: { facilityId: string; shown: string | undefined }) {
  const { t } = useTranslation('import');
  const { data, error, refetch, more } = useFurther('listBatches', { query: { facilityId, limit: 20 } });
  const batches = data?.flatMap((page) => page.batches) ?? [];
  const columns: Column<Batch>[] = [
    {
      key: 'file',
      header: t('past.file'),
      cell: ({ batchId, fileName, mends }) => (
        <>
          <Anchor
            renderRoot={(props) => (
              <Link
                {...props}
                to="/import"
                search={{ batch: batchId }}
                aria-current={batchId === shown ? 'true' : undefined}
              />
            )}
          >
            {fileName ?? t('file')}
          </Anchor>
          {mends !== null && (
            <Text size="sm" c="dimmed">
              {t('past.mends')}
            </Text>
          )}
        </>
      ),
    },
    { key: 'sent', header: t('past.sent'), cell: ({ createdAt }) => showMoment(createdAt) },
    { key: 'state', header: t('past.state'), cell: ({ state }) => t(`states.${state}`) },
    { key: 'recorded', header: t('past.recorded'), cell: (batch) => showNumber(recordedInAll(batch)) },
    { key: 'left', header: t('past.left'), cell: (batch) => showNumber(leftToMend(batch)) },
  ];
  if (batches.length === 0 && !error) return null;
  return (
    <Section title={t('past.title')}>
      <Problem error={error} retry={() => void refetch()} />
      <RecordTable caption={t('past.title')} rows={batches} columns={columns} rowKey={({ batchId }) => batchId} />
      {more}
    </Section>
  );
}
