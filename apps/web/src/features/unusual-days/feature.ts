import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const unusualDaysRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/unusual-days',
  ...pageRoute('unusual-days', () => import('./pages/unusual-days.page'), 'UnusualDaysPage', 'statistics.read'),
});
