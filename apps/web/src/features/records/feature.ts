import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const recordsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/authority',
  ...pageRoute(['records', 'police'], () => import('./pages/records.page'), 'RecordsPage', 'authority.policies'),
});
