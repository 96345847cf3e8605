import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { publicRoute } from '../../app/root-route';

export const openDataRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/open-data',
  ...pageRoute('open-data', () => import('./pages/open-data.page'), 'OpenDataPage'),
});
