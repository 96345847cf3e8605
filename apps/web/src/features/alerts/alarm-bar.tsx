import { Alert, Button, Group } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { sessionQuery } from '../../api/session';
import { isWaiting } from './desk-list';
import { deskQuery, startWatch, useDeskWatch } from './desk-watch';

/** In the frame of whoever is on duty: watches on every page, and says on those other than the desk what waits there. */
export function AlarmBar() {
  const { t } = useTranslation('police');
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const { pathname } = useLocation();
  const { all } = useDeskWatch();
  const accountId = session?.stage === 'full' && session.offline !== true ? session.accountId : null;
  useEffect(() => (accountId === null ? undefined : startWatch()), [accountId]);
  const { data } = useQuery({ ...ask('listAlerts', { query: deskQuery(all) }), enabled: false });
  const waiting = (data?.alerts ?? []).filter(isWaiting).length;
  if (waiting === 0 || pathname.replace(/\/$/, '') === '/alerts') return null;
  return (
    <Alert color="red" icon={<IconBellRinging aria-hidden />} mb="sm" p="xs" role="status">
      <Group justify="space-between" gap="xs">
        {t('alarm.waiting', { count: waiting })}
        <Button component={Link} to="/alerts" size="xs" color="red">
          {t('alarm.open')}
        </Button>
      </Group>
    </Alert>
  );
}
