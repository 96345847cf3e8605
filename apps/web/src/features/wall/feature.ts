import { createRoute, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../../api/session';
import { pageRoute } from '../../app/page-route';
import { rootRoute } from '../../app/root-route';
import { i18n } from '../../i18n/i18n';

/** Outside the frame: no navigation, nothing but figures. */
export const wallRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/wall',
  ...pageRoute('wall', () => import('./pages/wall.page'), 'WallPage', 'statistics.read'),
  beforeLoad: async ({ context, location }) => {
    await i18n.loadNamespaces(['wall', 'figures']);
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- this is how the router is told to go elsewhere
    if (session?.stage !== 'full') throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
});
