import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const checkInRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/check-in',
  ...pageRoute('check-in', () => import('./pages/check-in.page'), 'CheckInPage', 'stay.declare'),
});
