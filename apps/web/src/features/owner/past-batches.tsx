import type { Output } from '@luutru/client';
import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../../app/section';
import { showDayAndTime, showNumber } from '../../i18n/format';
import { type Column, RecordTable } from '../../lists/record-table';
import { useFurther } from '../../lists/use-further';
import { Answer } from '../../states/answer';

type Batch = Output<'listBatches'>['batches'][number];

/** Files of declarations that were sent, and what became of them. */
export function PastBatches({ facilityId }: { facilityId: string }) {
  const { t } = useTranslation('owner');
  const list = useFurther('listBatches', { query: { facilityId, limit: 20 } });
  const columns: Column<Batch>[] = [
    { key: 'file', header: t('exports.file'), cell: ({ fileName }) => fileName ?? '—' },
    { key: 'at', header: t('exports.at'), cell: ({ createdAt }) => showDayAndTime(createdAt) },
    { key: 'state', header: t('exports.state'), cell: ({ state }) => t(`exports.batch.${state}`) },
    {
      key: 'rows',
      header: t('exports.rows'),
      cell: ({ accepted, rejected }) =>
        t('exports.rowsOf', { accepted: showNumber(accepted), rejected: showNumber(rejected) }),
    },
    {
      key: 'result',
      header: '',
      cell: ({ links, finishedAt, fileName }) =>
        finishedAt !== null && (
          <Anchor href={links.result} download size="sm" aria-label={`${t('exports.result')}: ${fileName ?? ''}`}>
            {t('exports.result')}
          </Anchor>
        ),
    },
  ];
  return (
    <Section
      title={t('exports.past')}
      actions={
        <Anchor component={Link} to="/import" size="sm">
          {t('common:navigation.import')}
        </Anchor>
      }
    >
      <Text size="sm" c="dimmed">
        {t('exports.pastHint')}
      </Text>
      <Answer query={list} empty={(pages) => pages[0]?.batches.length === 0 && <Text>{t('exports.noPast')}</Text>}>
        {(pages) => (
          <RecordTable
            caption={t('exports.pastList')}
            rows={pages.flatMap(({ batches }) => batches)}
            columns={columns}
            rowKey={({ batchId }) => batchId}
          />
        )}
      </Answer>
      {list.more}
    </Section>
  );
}
