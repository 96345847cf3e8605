import {
  IconAlertOctagon,
  IconBook2,
  IconFileCheck,
  IconListSearch,
  IconSend,
  IconShieldLock,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { NavigationItem } from '../../app/navigation';

/** Running the system, and watching over it. */
export const administratorNavigation: readonly NavigationItem[] = [
  { to: '/applications', label: 'navigation.applications', icon: IconFileCheck, permission: 'facility.review' },
  { to: '/delivery', label: 'navigation.delivery', icon: IconSend, permission: 'delivery.read' },
  { to: '/accounts', label: 'navigation.accounts', icon: IconUsersGroup, permission: 'account.read' },
  { to: '/policies', label: 'navigation.policies', icon: IconShieldLock, permission: 'authority-policy.manage' },
  { to: '/outages', label: 'navigation.outages', icon: IconAlertOctagon, permission: 'outage.manage' },
  { to: '/audit', label: 'navigation.audit', icon: IconListSearch, permission: 'audit.read' },
  { to: '/reference', label: 'navigation.reference', icon: IconBook2, permission: 'account.read' },
];
