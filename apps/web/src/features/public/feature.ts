import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { publicRoute } from '../../app/root-route';

export const aboutRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/about',
  ...pageRoute('public', () => import('./pages/about.page'), 'AboutPage'),
});

export const verifyRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/verify',
  ...pageRoute('public', () => import('./pages/verify.page'), 'VerifyPage'),
});

export const statusRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/status',
  ...pageRoute('public', () => import('./pages/status.page'), 'StatusPage'),
});

export const developersRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/developers',
  ...pageRoute('public', () => import('./pages/developers.page'), 'DevelopersPage'),
});
