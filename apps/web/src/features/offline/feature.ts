import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const waitingRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/waiting',
  ...pageRoute('offline', () => import('./pages/waiting.page'), 'WaitingPage', 'stay.declare'),
});
