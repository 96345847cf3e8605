import { notifications } from '@mantine/notifications';
import { i18n } from '../i18n/i18n';

/** Says that something was done; read out to those who do not see it. */
export function tell(message: string): void {
  notifications.show({
    message,
    color: 'pine',
    autoClose: 6_000,
    closeButtonProps: { 'aria-label': i18n.t('common:actions.close') },
  });
}
