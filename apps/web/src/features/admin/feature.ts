import { createRoute } from '@tanstack/react-router';
import { pageRoute } from '../../app/page-route';
import { frameRoute } from '../../app/root-route';

const texts = ['admin', 'roles'];

const applicationsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/applications',
  ...pageRoute(texts, () => import('./pages/applications.page'), 'ApplicationsPage', 'facility.review'),
});

const accountsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/accounts',
  ...pageRoute(texts, () => import('./pages/accounts.page'), 'AccountsPage', 'account.read'),
});

const policiesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/policies',
  ...pageRoute(texts, () => import('./pages/policies.page'), 'PoliciesPage', 'authority-policy.manage'),
});

const policyRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/policies/$policyId',
  ...pageRoute(texts, () => import('./pages/policy.page'), 'PolicyPage', 'authority-policy.manage'),
});

const policyProposalRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/policy-proposals/$proposalId',
  ...pageRoute(texts, () => import('./pages/policy-proposal.page'), 'PolicyProposalPage', 'authority-policy.approve'),
});

const deliveryRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/delivery',
  ...pageRoute(texts, () => import('./pages/delivery.page'), 'DeliveryPage', 'delivery.read'),
});

const deadLettersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/delivery/dead-letters',
  ...pageRoute(texts, () => import('./pages/dead-letters.page'), 'DeadLettersPage', 'delivery.read'),
});

const outagesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/outages',
  ...pageRoute(texts, () => import('./pages/outages.page'), 'OutagesPage', 'outage.manage'),
});

const referenceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reference',
  ...pageRoute(texts, () => import('./pages/reference.page'), 'ReferencePage', 'account.read'),
});

const auditRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit',
  ...pageRoute(texts, () => import('./pages/audit.page'), 'AuditPage', 'audit.read'),
});

export const administratorRoutes = [
  applicationsRoute,
  accountsRoute,
  policiesRoute,
  policyRoute,
  policyProposalRoute,
  deliveryRoute,
  deadLettersRoute,
  outagesRoute,
  referenceRoute,
  auditRoute,
] as const;
