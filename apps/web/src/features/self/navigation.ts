import { IconEye, IconHome, IconMessageReport } from '@tabler/icons-react';
import type { NavigationItem } from '../../app/navigation';

/** What a person sees of their own. */
export const citizenNavigation: readonly NavigationItem[] = [
  { to: '/my-stays', label: 'navigation.myStays', icon: IconHome, permission: 'self.read' },
  { to: '/my-looks', label: 'navigation.myLooks', icon: IconEye, permission: 'self.read' },
  { to: '/my-corrections', label: 'navigation.myCorrections', icon: IconMessageReport, permission: 'self.read' },
];
