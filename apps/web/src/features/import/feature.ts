import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import',
  /** The batch that is looked at, so that a reload finds it again. */
  validateSearch: ({ batch }: Record<string, unknown>): { batch?: string } =>
    typeof batch === 'string' ? { batch } : {},
  ...pageRoute('import', () => import('./pages/import.page'), 'ImportPage', 'stay.declare'),
});
