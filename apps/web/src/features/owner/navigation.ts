import {
  IconBuilding,
  IconChartBar,
  IconDownload,
  IconMessageReport,
  IconPlugConnected,
  IconUsers,
} from '@tabler/icons-react';
import type { NavigationItem } from '../../app/navigation';

/** Beside declaring: what the owner of a facility looks after. */
export const ownerNavigation: readonly NavigationItem[] = [
  { to: '/facility', label: 'navigation.facility', icon: IconBuilding, permission: 'facility.manage' },
  { to: '/staff', label: 'navigation.staff', icon: IconUsers, permission: 'staff.manage' },
  { to: '/connected-software', label: 'navigation.vendors', icon: IconPlugConnected, permission: 'delegation.manage' },
  { to: '/standing', label: 'navigation.standing', icon: IconChartBar, permission: 'compliance.own' },
  { to: '/corrections', label: 'navigation.corrections', icon: IconMessageReport, permission: 'correction.answer' },
  { to: '/exports', label: 'navigation.exports', icon: IconDownload, permission: 'facility.manage' },
];
