import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { whileActive } from '../../../api/while-active';
import { Page } from '../../../app/page';
import { showDayAndTime } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import { type Column, RecordTable } from '../../../lists/record-table';
import { usePages } from '../../../lists/use-pages';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { counted, goingOn, minutesOf, type Outage, planned } from '../outage-time';
import { StatusDays } from '../status-days';

/** Whether the system can be used now, and when it could not. */
export function StatusPage() {
  const { t } = useTranslation('public');
  const outages = useQuery({ ...ask('listOutages'), refetchInterval: whileActive(60_000) });
  return (
    <Page title={t('status.title')} hint={t('status.hint')}>
      <Now outages={outages.data?.outages ?? []} />
      <Answer query={outages} empty={(data) => data.outages.length === 0 && <Empty title={t('status.none')} />}>
        {(data) => <Past outages={data.outages} />}
      </Answer>
    </Page>
  );
}

function Now({ outages }: { outages: readonly Outage[] }) {
  const { t } = useTranslation('public');
  const language = useLanguage();
  // Ready answers 503 while it cannot store anything.
  const ready = useQuery({
    queryKey: ['ready'],
    queryFn: async () => (await fetch('/health/ready', { cache: 'no-store' })).ok,
    refetchInterval: whileActive(30_000),
  });
  const now = Date.now();
  const [worst] = goingOn(outages, now);
  const [next] = planned(outages, now);
  const broken = ready.data === false || ready.isError;
  const title = worst
    ? worst.wardIds === null
      ? t('status.down')
      : t('status.partly', { count: worst.wardIds.length })
    : t(broken ? 'status.notReady' : 'status.ok');
  return (
    <Stack gap="xs" aria-live="polite">
      <Alert
        color={worst || broken ? 'red' : 'pine'}
        icon={worst || broken ? <IconAlertTriangle aria-hidden /> : <IconCircleCheck aria-hidden />}
        title={title}
      >
        {worst && (
          <>
            {(worst.reason as Record<string, string>)[language]}.{' '}
            {t('status.downUntil', { until: showDayAndTime(worst.until) })}
          </>
        )}
        {!worst && broken && t('status.notReadyHint')}
        {!worst &&
          !broken &&
          ready.dataUpdatedAt > 0 &&
          t('status.checked', { at: showDayAndTime(new Date(ready.dataUpdatedAt)) })}
      </Alert>
      {next && (
        <Alert color="blue" icon={<IconClock aria-hidden />}>
          {t('status.planned', { from: showDayAndTime(next.from), until: showDayAndTime(next.until) })}
        </Alert>
      )}
    </Stack>
  );
}

function Past({ outages }: { outages: readonly Outage[] }) {
  const { t } = useTranslation('public');
  const time = useDuration();
  const language = useLanguage();
  const { shown, pager } = usePages(outages, 20);
  const total = counted(outages).reduce((sum, outage) => sum + minutesOf(outage), 0);
  const columns: Column<Outage>[] = [
    {
      key: 'from',
      header: t('status.from'),
      cell: ({ from, withdrawnAt }) =>
        `${showDayAndTime(from)}${withdrawnAt === null ? '' : ` (${t('status.withdrawn')})`}`,
    },
    { key: 'until', header: t('status.until'), cell: ({ until }) => showDayAndTime(until) },
    { key: 'length', header: t('status.length'), cell: (outage) => time(minutesOf(outage)) },
    {
      key: 'where',
      header: t('status.where'),
      cell: ({ wardIds }) => (wardIds === null ? t('status.everywhere') : t('status.wards', { count: wardIds.length })),
    },
    { key: 'why', header: t('status.why'), cell: ({ reason }) => (reason as Record<string, string>)[language] },
    { key: 'source', header: t('status.source'), cell: ({ source }) => t(`status.${source}`) },
  ];
  return (
    <>
      <StatusDays outages={outages} />
      <Text size="sm">{t('status.total', { time: time(total), count: counted(outages).length })}</Text>
      <RecordTable caption={t('status.list')} rows={shown} columns={columns} rowKey={({ outageId }) => outageId} />
      {pager}
    </>
  );
}

function useDuration(): (minutes: number) => string {
  const { t } = useTranslation('public');
  return (minutes) =>
    minutes < 120
      ? t('status.minutes', { count: minutes })
      : t('status.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
