import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const roomsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rooms',
  ...pageRoute('stays', () => import('./pages/rooms.page'), 'RoomsPage', 'stay.read'),
});

export const staysRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/stays',
  ...pageRoute('stays', () => import('./pages/stays.page'), 'StaysPage', 'stay.read'),
});

export const stayRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/stays/$stayId',
  ...pageRoute('stays', () => import('./pages/stay.page'), 'StayPage', 'stay.read'),
});
