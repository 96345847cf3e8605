import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

const texts = ['owner', 'roles'];

const facilityRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/facility',
  ...pageRoute(texts, () => import('./pages/facility.page'), 'FacilityPage', 'facility.manage'),
});

const staffRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/staff',
  ...pageRoute(texts, () => import('./pages/staff.page'), 'StaffPage', 'staff.manage'),
});

const vendorsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/connected-software',
  ...pageRoute(texts, () => import('./pages/vendors.page'), 'VendorsPage', 'delegation.manage'),
});

const standingRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/standing',
  ...pageRoute(texts, () => import('./pages/standing.page'), 'StandingPage', 'compliance.own'),
});

const correctionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/corrections',
  ...pageRoute(texts, () => import('./pages/corrections.page'), 'CorrectionsPage', 'correction.answer'),
});

const exportsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/exports',
  ...pageRoute(texts, () => import('./pages/exports.page'), 'ExportsPage', 'facility.manage'),
});

export const ownerRoutes = [
  facilityRoute,
  staffRoute,
  vendorsRoute,
  standingRoute,
  correctionsRoute,
  exportsRoute,
] as const;
