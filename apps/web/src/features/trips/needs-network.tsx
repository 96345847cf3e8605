import { Alert } from '@mantine/core';
import { IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../../app/use-online';

/** Trips are shared by terminals, offices and drivers: a list kept back in one browser would give seats away twice. */
export function NeedsNetwork() {
  const { t } = useTranslation('trips');
  if (useOnline()) return null;
  return (
    <Alert color="orange" icon={<IconWifiOff aria-hidden />} title={t('offline')} role="alert">
      {t('offlineHint')}
    </Alert>
  );
}
