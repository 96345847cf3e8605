import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const tenantsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/tenants',
  ...pageRoute(['tenants', 'stays'], () => import('./pages/tenants.page'), 'TenantsPage', 'stay.read'),
});
