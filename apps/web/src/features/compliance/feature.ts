import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const complianceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/compliance',
  ...pageRoute('compliance', () => import('./pages/facilities.page'), 'FacilitiesPage', 'compliance.read'),
});

export const complianceFacilityRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/compliance/facilities/$facilityId',
  ...pageRoute('compliance', () => import('./pages/facility.page'), 'FacilityPage', 'compliance.read'),
});

export const complianceWardsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/compliance/wards',
  ...pageRoute('compliance', () => import('./pages/wards.page'), 'WardsPage', 'compliance.read'),
});

export const complianceNotesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/compliance/notes',
  ...pageRoute('compliance', () => import('./pages/notes.page'), 'NotesPage', 'compliance.note'),
});

export const monthlySheetRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/compliance/monthly-sheet',
  ...pageRoute('compliance', () => import('./pages/monthly-sheet.page'), 'MonthlySheetPage', 'compliance.read'),
});
