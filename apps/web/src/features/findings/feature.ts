import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const findingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/findings',
  ...pageRoute('findings', () => import('./pages/findings.page'), 'FindingsPage', 'person.search'),
});
