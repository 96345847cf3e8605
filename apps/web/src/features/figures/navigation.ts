import { IconChartLine } from '@tabler/icons-react';
import type { NavigationItem } from '../../app/navigation';

/** What those who read figures see of the navigation. */
export const figuresNavigation: readonly NavigationItem[] = [
  { to: '/figures', label: 'navigation.figures', icon: IconChartLine, permission: 'statistics.read' },
];
