import type { Output } from '@luutru/client';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { api } from '../../../api/client';
import { Page } from '../../../app/page';
import { ConfirmDialog } from '../../../forms/confirm-dialog';
import { showDayAndTime } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import { type Column, RecordTable } from '../../../lists/record-table';
import { usePages } from '../../../lists/use-pages';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { tell } from '../../../states/tell';
import { OutageDialog } from '../outage-dialog';

type Outage = Output<'listOutages'>['outages'][number];

/** When the system could not be used; what is recorded here moves deadlines. */
export function OutagesPage() {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const query = useQuery(ask('listOutages'));
  const [open, setOpen] = useState<Outage | 'new' | null>(null);
  const done = (message: string): void => {
    tell(message);
    void queries.invalidateQueries({ queryKey: ['listOutages'] });
    setOpen(null);
  };
  return (
    <Page
      title={t('outages.title')}
      hint={t('outages.hint')}
      actions={<Button onClick={() => setOpen('new')}>{t('outages.declare')}</Button>}
    >
      <Answer query={query} empty={({ outages }) => outages.length === 0 && <Empty title={t('outages.empty')} />}>
        {({ outages }) => <OutageTable outages={outages} onWithdraw={setOpen} />}
      </Answer>
      {open === 'new' && <OutageDialog onDone={() => done(t('outages.declaredDone'))} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'new' && (
        <ConfirmDialog
          title={t('outages.withdrawTitle')}
          hint={t('outages.withdrawHint')}
          action={t('outages.withdraw')}
          danger
          send={() => api.withdrawOutage({ path: { outageId: open.outageId } })}
          onDone={() => done(t('outages.withdrawnDone'))}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

interface OutageTableProps {
  readonly outages: readonly Outage[];
  readonly onWithdraw: (outage: Outage) => void;
}

function OutageTable({ outages, onWithdraw }: OutageTableProps) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const { shown, pager } = usePages(outages, 20);
  const columns: Column<Outage>[] = [
    { key: 'from', header: t('outages.from'), cell: ({ from }) => showDayAndTime(from) },
    { key: 'until', header: t('outages.until'), cell: ({ until }) => showDayAndTime(until) },
    {
      key: 'where',
      header: t('outages.where'),
      cell: ({ wardIds }) =>
        wardIds === null ? t('outages.everywhere') : t('outages.wards', { count: wardIds.length }),
    },
    { key: 'why', header: t('outages.why'), cell: ({ reason }) => (reason as Record<string, string>)[language] },
    { key: 'source', header: t('outages.source'), cell: ({ source }) => t(`outages.${source}`) },
    {
      key: 'actions',
      header: '',
      cell: (outage) =>
        outage.withdrawnAt === null ? (
          <Button
            variant="default"
            size="xs"
            aria-label={`${t('outages.withdraw')}: ${showDayAndTime(outage.from)}`}
            onClick={() => onWithdraw(outage)}
          >
            {t('outages.withdraw')}
          </Button>
        ) : (
          t('outages.withdrawn', { at: showDayAndTime(outage.withdrawnAt) })
        ),
    },
  ];
  return (
    <>
      <RecordTable caption={t('outages.list')} rows={shown} columns={columns} rowKey={({ outageId }) => outageId} />
      {pager}
    </>
  );
}
