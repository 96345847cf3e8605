import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const searchRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/search',
  ...pageRoute('person-search', () => import('./pages/search.page'), 'SearchPage', 'person.search'),
});

export const personRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/search/person/$place',
  ...pageRoute('person-search', () => import('./pages/person.page'), 'PersonPage', 'person.search'),
});
