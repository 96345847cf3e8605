import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const supervisionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/supervision',
  ...pageRoute('supervision', () => import('./pages/supervision.page'), 'SupervisionPage', 'police.supervise'),
});
