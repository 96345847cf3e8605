import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

export const watchListsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/watch-lists',
  ...pageRoute('watch-lists', () => import('./pages/lists.page'), 'ListsPage', 'watch-list.manage'),
});

export const watchListRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/watch-lists/$listId',
  ...pageRoute('watch-lists', () => import('./pages/list.page'), 'ListPage', 'watch-list.manage'),
});

export const proposalsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/watch-list-proposals',
  ...pageRoute('watch-lists', () => import('./pages/proposals.page'), 'ProposalsPage', 'watch-list.approve'),
});

export const proposalRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/watch-list-proposals/$proposalId',
  ...pageRoute('watch-lists', () => import('./pages/proposal.page'), 'ProposalPage', 'watch-list.approve'),
});
