import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const reportsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reports',
  ...pageRoute(['reports', 'figures', 'roles'], () => import('./pages/reports.page'), 'ReportsPage', 'statistics.read'),
});
