import {
  IconAlertOctagon,
  IconBook2,
  IconBuilding,
  IconChartBar,
  IconDownload,
  IconEye,
  IconFileCheck,
  IconHome,
  IconListSearch,
  IconMessageReport,
  IconPlugConnected,
  IconSend,
  IconShieldLock,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { NavigationItem } from '../app/navigation';

const citizen: readonly NavigationItem[] = [
  { to: '/my-stays', label: 'navigation.myStays', icon: IconHome, permission: 'self.read' },
  { to: '/my-looks', label: 'navigation.myLooks', icon: IconEye, permission: 'self.read' },
  { to: '/my-corrections', label: 'navigation.myCorrections', icon: IconMessageReport, permission: 'self.read' },
];

const owner: readonly NavigationItem[] = [
  { to: '/facility', label: 'navigation.facility', icon: IconBuilding, permission: 'facility.manage' },
  { to: '/staff', label: 'navigation.staff', icon: IconUsers, permission: 'staff.manage' },
  { to: '/connected-software', label: 'navigation.vendors', icon: IconPlugConnected, permission: 'delegation.manage' },
  { to: '/standing', label: 'navigation.standing', icon: IconChartBar, permission: 'compliance.own' },
  { to: '/corrections', label: 'navigation.corrections', icon: IconMessageReport, permission: 'correction.answer' },
  { to: '/exports', label: 'navigation.exports', icon: IconDownload, permission: 'facility.manage' },
];

const administrator: readonly NavigationItem[] = [
  { to: '/applications', label: 'navigation.applications', icon: IconFileCheck, permission: 'facility.review' },
  { to: '/delivery', label: 'navigation.delivery', icon: IconSend, permission: 'delivery.read' },
  { to: '/accounts', label: 'navigation.accounts', icon: IconUsersGroup, permission: 'account.read' },
  { to: '/policies', label: 'navigation.policies', icon: IconShieldLock, permission: 'authority-policy.manage' },
  { to: '/outages', label: 'navigation.outages', icon: IconAlertOctagon, permission: 'outage.manage' },
  { to: '/audit', label: 'navigation.audit', icon: IconListSearch, permission: 'audit.read' },
  { to: '/reference', label: 'navigation.reference', icon: IconBook2, permission: 'account.read' },
];

/** The navigation, from top to bottom; each person sees of it what they may use. */
export const navigation: readonly NavigationItem[] = [...owner, ...administrator, ...citizen];
