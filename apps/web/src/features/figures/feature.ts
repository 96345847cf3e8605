import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const figuresRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/figures',
  ...pageRoute(['figures', 'roles'], () => import('./pages/figures.page'), 'FiguresPage', 'statistics.read'),
});
