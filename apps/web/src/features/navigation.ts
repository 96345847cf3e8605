import { IconEye, IconHome, IconMessageReport } from '@tabler/icons-react';
import type { NavigationItem } from '../app/navigation';

/** The navigation, from top to bottom; each person sees of it what they may use. */
export const navigation: readonly NavigationItem[] = [
  { to: '/my-stays', label: 'navigation.myStays', icon: IconHome, permission: 'self.read' },
  { to: '/my-looks', label: 'navigation.myLooks', icon: IconEye, permission: 'self.read' },
  { to: '/my-corrections', label: 'navigation.myCorrections', icon: IconMessageReport, permission: 'self.read' },
];
