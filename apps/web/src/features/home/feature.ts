import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  ...pageRoute('home', () => import('./pages/home.page'), 'HomePage'),
});
