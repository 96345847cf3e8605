import { Box, NativeSelect, Group, SegmentedControl, Stack, Switch, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { whileActive } from '../../../api/while-active';
import { Page } from '../../../app/page';
import { useLanguage } from '../../../i18n/use-language';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { Pager, useCursor } from '../../police/pages-of';
import { AlertCard } from '../alert-card';
import { AlertDetail } from '../alert-detail';
import { isWaiting } from '../desk-list';
import { deskQuery, seen, useDeskWatch, watchAll } from '../desk-watch';
import { LineState } from '../line-state';
import { switchSound, useSound } from '../sound';
import classes from './alerts.module.css';

const STATES = ['pending', 'closed', 'any'] as const;

/** The duty desk: what came in, by when somebody must take it, and one of them opened. */
export function AlertsPage() {
  const { t } = useTranslation('alerts');
  const sound = useSound();
  const { all } = useDeskWatch();
  const [state, setState] = useState<(typeof STATES)[number]>('pending');
  const [open, setOpen] = useState<string | null>(null);
  const { cursor, page, forward, back, reset } = useCursor();
  const query = useQuery({
    ...ask('listAlerts', {
      query: { ...deskQuery(all), ...(state !== 'pending' && { state }), ...(cursor !== undefined && { cursor }) },
    }),
    // What happens is heard at once; this only mends what a lost line may have left.
    refetchInterval: whileActive(60_000),
  });
  const alerts = query.data?.alerts ?? [];
  useWaitingInTitle(alerts.filter(isWaiting).length, t('title'));
  const choose = (alertId: string): void => {
    seen(alertId);
    setOpen(alertId);
  };
  return (
    <Page title={t('title')} hint={t('hint')}>
      <Group gap="md" align="flex-end" className={classes.controls} data-open={open !== null}>
        <LineState />
        <Switch
          label={t('sound')}
          checked={sound}
          onChange={(event) => switchSound(event.currentTarget.checked)}
          pb={6}
        />
        <SegmentedControl
          aria-label={t('show.label')}
          data={[
            { value: 'desk', label: t('show.desk') },
            { value: 'all', label: t('show.all') },
          ]}
          value={all ? 'all' : 'desk'}
          onChange={(value) => {
            watchAll(value === 'all');
            reset();
          }}
        />
        <NativeSelect
          label={t('filter.label')}
          data={STATES.map((value) => ({ value, label: t(`filter.${value}`) }))}
          value={state}
          onChange={(event) => {
            setState(event.currentTarget.value as typeof state);
            reset();
          }}
        />
      </Group>
      <Announcement />
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data && (
        <div className={classes.desk} data-open={open !== null}>
          <Stack gap="xs" className={classes.list} component="section" aria-label={t('list')}>
            {alerts.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
            {alerts.map((alert) => (
              <AlertCard
                key={alert.alertId}
                alert={alert}
                open={alert.alertId === open}
                onOpen={() => choose(alert.alertId)}
              />
            ))}
            <Pager page={page} next={query.data.next} onForward={forward} onBack={back} busy={query.isFetching} />
          </Stack>
          <Box className={classes.detail}>
            {open === null ? (
              alerts.length > 0 && <Empty title={t('choose')}>{t('chooseHint')}</Empty>
            ) : (
              <AlertDetail key={open} alertId={open} onBack={() => setOpen(null)} />
            )}
          </Box>
        </div>
      )}
    </Page>
  );
}

/** So that a desk behind other windows shows that something waits. */
function useWaitingInTitle(waiting: number, title: string): void {
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${String(waiting)}) ` : ''}${title} · Luutru`;
  }, [waiting, title]);
}

/** Says aloud what came in, to those who do not see the list change. */
function Announcement() {
  const { t } = useTranslation('alerts');
  const language = useLanguage();
  const { latest } = useDeskWatch();
  const list = latest && (language === 'en' ? latest.listName.en : latest.listName.vi);
  return (
    <VisuallyHidden role="status" aria-live="assertive">
      {latest && t('said', { action: t(`action.${latest.action}`), list, facility: latest.facilityName })}
    </VisuallyHidden>
  );
}
