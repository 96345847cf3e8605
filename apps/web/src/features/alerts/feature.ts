import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const alertsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/alerts',
  ...pageRoute('alerts', () => import('./pages/alerts.page'), 'AlertsPage', 'alert.handle'),
});
