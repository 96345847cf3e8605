import { Alert, Button, Group } from '@mantine/core';
import { IconRefresh, IconWifiOff } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Session } from '../api/session';
import { frameBars } from '../features/frame-bars';
import { WaitingNotice } from '../features/offline/waiting-notice';
import { useNewVersion } from './service-worker';
import { useOnline } from './use-online';
import classes from './frame.module.css';

/** What concerns every page: bars of features, no network, a new version. */
export function FrameNotices({ session }: { session: Session }) {
  return (
    <>
      <Suspense>
        <div className={`${classes.bars} no-print`}>
          {frameBars.map(({ permission, component: Bar }) => may(session, permission) && <Bar key={permission} />)}
        </div>
      </Suspense>
      <Notices session={session} />
    </>
  );
}

function Notices({ session }: { session: Session }) {
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
