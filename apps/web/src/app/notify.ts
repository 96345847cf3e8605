import { type NotificationData, notifications } from '@mantine/notifications';
import { i18n } from '../i18n/i18n';

/** Shows a notice at the edge of the page, with a way to close it that everybody can find; returns its id. */
export const notify = (notice: NotificationData): string =>
  notifications.show({ closeButtonProps: { 'aria-label': i18n.t('common:actions.close') }, ...notice });
