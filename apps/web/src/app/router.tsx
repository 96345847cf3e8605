import { createRoute, createRouter } from '@tanstack/react-router';
import { queryClient } from '../api/query-client';
import { publicRoutes, routes } from '../features/routes';
import { guestRoute, kioskRoute } from '../features/guest-entry/feature';
import { homeRoute } from '../features/home/feature';
import { signInRoute } from '../features/sign-in/feature';
import { wallRoute } from '../features/wall/feature';
import { Loading } from '../states/states';
import { PageFailure } from './page-failure';
import { PageNotFound } from './page-not-found';
import { frameRoute, publicRoute, rootRoute } from './root-route';

/** Whatever there is not: who is not signed in signs in first and then sees that it is not there. */
const elsewhereRoute = createRoute({ getParentRoute: () => frameRoute, path: '$', component: PageNotFound });

const routeTree = rootRoute.addChildren([
  signInRoute,
  wallRoute,
  guestRoute,
  kioskRoute,
  publicRoute.addChildren([...publicRoutes]),
  frameRoute.addChildren([homeRoute, ...routes, elsewhereRoute]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/app',
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: () => <Loading />,
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: PageNotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
