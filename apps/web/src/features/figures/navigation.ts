import { IconCalendarStats, IconChartLine, IconDeviceTv, IconMailForward, IconTable } from '@tabler/icons-react';
import { may } from '../../api/session';
import type { NavigationItem } from '../../app/navigation';
import { fitForWall } from '../wall/wall-mode';

/** What those who read figures see of the navigation. */
export const figuresNavigation: readonly NavigationItem[] = [
  { to: '/figures', label: 'navigation.figures', icon: IconChartLine, permission: 'statistics.read' },
  { to: '/unusual-days', label: 'navigation.unusualDays', icon: IconCalendarStats, permission: 'statistics.read' },
  {
    to: '/authority',
    label: 'navigation.records',
    icon: IconTable,
    permission: 'authority.policies',
    when: (_facility, session) =>
      ['authority.stays', 'authority.facilities', 'authority.trips'].some((permission) => may(session, permission)),
  },
  {
    to: '/wall',
    label: 'navigation.wall',
    icon: IconDeviceTv,
    permission: 'statistics.read',
    when: (_facility, session) => fitForWall(session),
  },
  { to: '/reports', label: 'navigation.reports', icon: IconMailForward, permission: 'statistics.read' },
];
