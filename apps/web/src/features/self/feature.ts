import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

const texts = ['self', 'roles'];

const myStaysRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/my-stays',
  ...pageRoute(texts, () => import('./pages/my-stays.page'), 'MyStaysPage', 'self.read'),
});

const myStayRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/my-stays/$stayId',
  ...pageRoute(texts, () => import('./pages/my-stay.page'), 'MyStayPage', 'self.read'),
});

const myReceiptRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/my-stays/$stayId/receipt',
  ...pageRoute(texts, () => import('./pages/my-receipt.page'), 'MyReceiptPage', 'self.read'),
});

const myLooksRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/my-looks',
  ...pageRoute(texts, () => import('./pages/my-looks.page'), 'MyLooksPage', 'self.read'),
});

const myCorrectionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/my-corrections',
  ...pageRoute(texts, () => import('./pages/my-corrections.page'), 'MyCorrectionsPage', 'self.read'),
});

export const citizenRoutes = [myStaysRoute, myStayRoute, myReceiptRoute, myLooksRoute, myCorrectionsRoute] as const;
