import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const breakGlassRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/break-glass',
  ...pageRoute('break-glass', () => import('./pages/break-glass.page'), 'BreakGlassPage', 'break-glass.open'),
});

export const breakGlassReviewsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/break-glass/reviews',
  ...pageRoute('break-glass', () => import('./pages/reviews.page'), 'ReviewsPage', 'break-glass.review'),
});
