import type { Output } from '@luutru/client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { whileActive } from '../../api/while-active';
import { showMoment } from '../../i18n/format';
import { type Column, RecordTable } from '../../lists/record-table';
import { Answer } from '../../states/answer';
import { Empty } from '../../states/states';

type Delivery = Output<'listReportDeliveries'>['deliveries'][number];

/** What became of the latest reports. */
export function Deliveries({ subscriptionId }: { subscriptionId: string }) {
  const { t } = useTranslation('reports');
  const query = useQuery({
    ...ask('listReportDeliveries', { path: { subscriptionId }, query: { limit: 20 } }),
    refetchInterval: whileActive(30_000),
  });
  const columns: Column<Delivery>[] = [
    { key: 'due', header: t('deliveries.due'), cell: ({ dueAt }) => showMoment(dueAt) },
    { key: 'kind', header: t('deliveries.kind'), cell: ({ kind }) => t(`deliveries.kinds.${kind}`) },
    { key: 'state', header: t('deliveries.state'), cell: ({ state }) => t(`deliveries.states.${state}`) },
    { key: 'attempts', header: t('deliveries.attempts'), cell: ({ attempts }) => attempts },
    {
      key: 'more',
      header: t('deliveries.more'),
      cell: ({ reason, nextAttemptAt, fileName }) =>
        [
          fileName,
          reason === null ? null : t('deliveries.reason', { reason }),
          nextAttemptAt === null ? null : t('deliveries.again', { at: showMoment(nextAttemptAt) }),
        ]
          .filter((part) => part !== null)
          .join(' · '),
    },
  ];
  return (
    <Answer query={query} empty={({ deliveries }) => deliveries.length === 0 && <Empty title={t('deliveries.none')} />}>
      {({ deliveries }) => (
        <RecordTable
          caption={t('deliveries.caption')}
          rows={deliveries}
          columns={columns}
          rowKey={({ deliveryId }) => deliveryId}
        />
      )}
    </Answer>
  );
}
