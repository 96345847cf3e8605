import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import',
  ...pageRoute('import', () => import('./pages/import.page'), 'ImportPage', 'stay.declare'),
});
