import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute, rootRoute } from '../../app/root-route';

const texts = ['guest-entry', 'check-in'];

/** For guests, on their own phones: outside every frame, because from here there is nowhere else to go. */
export const guestRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/guest',
  ...pageRoute(texts, () => import('./pages/guest.page'), 'GuestPage'),
});

/** The same on a tablet of the desk, for one guest after the other. */
export const kioskRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/guest/kiosk',
  ...pageRoute(texts, () => import('./pages/kiosk.page'), 'KioskPage'),
});

export const deskCardRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/desk-code',
  ...pageRoute('guest-entry', () => import('./pages/desk-card.page'), 'DeskCardPage', 'stay.declare'),
});
