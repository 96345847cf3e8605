import {
  IconBell,
  IconChecklist,
  IconEye,
  IconListSearch,
  IconLockOpen,
  IconRouteAltLeft,
  IconUserSearch,
  IconUsersGroup,
} from '@tabler/icons-react';
import { may } from '../../api/session';
import type { NavigationItem } from '../../app/navigation';

/** What the police see of the navigation. */
export const policeNavigation: readonly NavigationItem[] = [
  { to: '/alerts', label: 'navigation.alerts', icon: IconBell, permission: 'alert.handle' },
  { to: '/search', label: 'navigation.search', icon: IconUserSearch, permission: 'person.search' },
  { to: '/findings', label: 'navigation.findings', icon: IconRouteAltLeft, permission: 'person.search' },
  { to: '/compliance', label: 'navigation.compliance', icon: IconChecklist, permission: 'compliance.read' },
  { to: '/watch-lists', label: 'navigation.watchLists', icon: IconListSearch, permission: 'watch-list.manage' },
  {
    to: '/watch-list-proposals',
    label: 'navigation.proposals',
    icon: IconUsersGroup,
    permission: 'watch-list.approve',
  },
  { to: '/break-glass', label: 'navigation.breakGlass', icon: IconLockOpen, permission: 'break-glass.open' },
  {
    to: '/break-glass/reviews',
    label: 'navigation.reviews',
    icon: IconLockOpen,
    permission: 'break-glass.review',
    // Whoever may open one finds the reviews beside them.
    when: (_facility, session) => !may(session, 'break-glass.open'),
  },
  { to: '/supervision', label: 'navigation.supervision', icon: IconEye, permission: 'police.supervise' },
];
