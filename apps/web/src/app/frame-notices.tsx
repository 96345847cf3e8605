import { Alert, Button, Group } from '@mantine/core';
import { IconRefresh, IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { may, type Session } from '../api/session';
import { WaitingNotice } from '../features/offline/waiting-notice';
import { useNewVersion } from './service-worker';
import { useOnline } from './use-online';

/** What concerns every page: no network, a new version. */
export function FrameNotices({ session }: { session: Session }) {
  const { t } = useTranslation('common');
  const online = useOnline();
  const activate = useNewVersion();
  return (
    <div aria-live="polite" className="no-print">
      {(!online || session.offline === true) && (
        <Alert color="orange" icon={<IconWifiOff aria-hidden />} mb="sm" p="xs">
          {t('states.offline')}
        </Alert>
      )}
      {may(session, 'stay.declare') && <WaitingNotice />}
      {activate && (
        <Alert color="blue" icon={<IconRefresh aria-hidden />} mb="sm" p="xs">
          <Group justify="space-between">
            {t('frame.newVersion')}
            <Button size="xs" onClick={activate}>
              {t('frame.useNewVersion')}
            </Button>
          </Group>
        </Alert>
      )}
    </div>
  );
}
