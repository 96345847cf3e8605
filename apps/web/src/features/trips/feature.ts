import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

const NAMESPACES = ['trips', 'check-in', 'stays'];

export const tripsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/trips',
  ...pageRoute(NAMESPACES, () => import('./pages/trips.page'), 'TripsPage', 'trip.manage'),
});

export const tripRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/trips/$tripId',
  ...pageRoute(NAMESPACES, () => import('./pages/trip.page'), 'TripPage', 'trip.manage'),
});
