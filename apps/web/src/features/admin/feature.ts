import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

const texts = ['admin', 'roles'];

export const applicationsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/applications',
  ...pageRoute(texts, () => import('./pages/applications.page'), 'ApplicationsPage', 'facility.review'),
});

export const accountsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/accounts',
  ...pageRoute(texts, () => import('./pages/accounts.page'), 'AccountsPage', 'account.read'),
});

export const policiesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/policies',
  ...pageRoute(texts, () => import('./pages/policies.page'), 'PoliciesPage', 'authority-policy.manage'),
});

export const policyRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/policies/$policyId',
  ...pageRoute(texts, () => import('./pages/policy.page'), 'PolicyPage', 'authority-policy.manage'),
});

export const policyProposalRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/policy-proposals/$proposalId',
  ...pageRoute(texts, () => import('./pages/policy-proposal.page'), 'PolicyProposalPage', 'authority-policy.approve'),
});

export const deliveryRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/delivery',
  ...pageRoute(texts, () => import('./pages/delivery.page'), 'DeliveryPage', 'delivery.read'),
});

export const deadLettersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/delivery/dead-letters',
  ...pageRoute(texts, () => import('./pages/dead-letters.page'), 'DeadLettersPage', 'delivery.read'),
});

export const outagesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/outages',
  ...pageRoute(texts, () => import('./pages/outages.page'), 'OutagesPage', 'outage.manage'),
});

export const referenceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reference',
  ...pageRoute(texts, () => import('./pages/reference.page'), 'ReferencePage', 'account.read'),
});

export const auditRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit',
  ...pageRoute(texts, () => import('./pages/audit.page'), 'AuditPage', 'audit.read'),
});
