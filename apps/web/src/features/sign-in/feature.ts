import { createRoute, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../../api/session';
import { pageRoute } from '../../app/page-route';
import { rootRoute } from '../../app/root-route';
import { i18n } from '../../i18n/i18n';
import { forgetWall } from '../wall/wall-mode';

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  ...pageRoute('sign-in', () => import('./pages/sign-in.page'), 'SignInPage'),
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } => (isOwnPage(to) ? { to } : {}),
  beforeLoad: async ({ context, search }) => {
    await i18n.loadNamespaces('sign-in');
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session?.stage !== 'full') forgetWall();
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- this is how the router is told to go elsewhere
    if (session?.stage === 'full') throw redirect({ href: search.to ?? '/app/' });
  },
});

/** Never to another site: the address comes from the address bar. */
const isOwnPage = (to: unknown): to is string => typeof to === 'string' && /^\/app(\/(?![/\\])|$)/.test(to);
