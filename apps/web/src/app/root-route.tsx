import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../api/session';
import { forgetWall, isWall } from '../features/wall/wall-mode';
import { Frame } from './frame';
import { PublicFrame } from './public-frame';
import { signOut } from './sign-out';

export interface RouterContext {
  readonly queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet });

/** Pages of signed-in people, inside the frame with the navigation. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session?.stage === 'full' && !isWall()) return;
    // Whoever comes to a wall screen need not be the one who started it (ADR 0037).
    if (session && isWall()) await signOut();
    forgetWall();
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- this is how the router is told to go elsewhere
    throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
});

/** Pages for everybody, signed in or not. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public', component: PublicFrame });
