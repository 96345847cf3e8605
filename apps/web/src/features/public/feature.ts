import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { publicRoute } from '../../app/root-route';
import { openDataRoute } from '../open-data/feature';

const aboutRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/about',
  ...pageRoute('public', () => import('./pages/about.page'), 'AboutPage'),
});

const verifyRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/verify',
  ...pageRoute(['public', 'check-in'], () => import('./pages/verify.page'), 'VerifyPage'),
});

const statusRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/status',
  ...pageRoute('public', () => import('./pages/status.page'), 'StatusPage'),
});

const developersRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/developers',
  ...pageRoute('public', () => import('./pages/developers.page'), 'DevelopersPage'),
});

export const publicRoutes = [aboutRoute, verifyRoute, statusRoute, openDataRoute, developersRoute] as const;
