import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

const NAMESPACES = ['patients', 'check-in', 'stays'];

export const patientsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/patients',
  ...pageRoute(NAMESPACES, () => import('./pages/patients.page'), 'PatientsPage', 'patient.manage'),
});

export const admitRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/admit',
  /** The patient whose relatives have come. An id names nobody. */
  validateSearch: ({ patient }: Record<string, unknown>): { patient?: string } =>
    typeof patient === 'string' ? { patient } : {},
  ...pageRoute(NAMESPACES, () => import('./pages/admit.page'), 'AdmitPage', 'patient.manage'),
});
