import { IconCloudUpload, IconFileSpreadsheet, IconLayoutGrid, IconList, IconScan } from '@tabler/icons-react';
import type { Facility } from '../api/facility';
import type { NavigationItem } from '../app/navigation';
import { administratorNavigation } from './admin/navigation';
import { figuresNavigation } from './figures/navigation';
import { ownerNavigation } from './owner/navigation';
import { citizenNavigation } from './self/navigation';
import { policeNavigation } from './police/navigation';

const lodging = (facility: Facility | null): boolean =>
  facility?.stayKinds.some((kind) => kind === 'guest' || kind === 'tenant') ?? false;

/** The navigation, from top to bottom; each person sees of it what they may use. */
export const navigation: readonly NavigationItem[] = [
  { to: '/check-in', label: 'navigation.checkIn', icon: IconScan, permission: 'stay.declare', when: lodging },
  { to: '/rooms', label: 'navigation.rooms', icon: IconLayoutGrid, permission: 'stay.read', when: lodging },
  { to: '/stays', label: 'navigation.stays', icon: IconList, permission: 'stay.read' },
  { to: '/import', label: 'navigation.import', icon: IconFileSpreadsheet, permission: 'stay.declare' },
  { to: '/waiting', label: 'navigation.waiting', icon: IconCloudUpload, permission: 'stay.declare' },
  ...ownerNavigation,
  ...administratorNavigation,
  ...citizenNavigation,
  ...policeNavigation,
  ...figuresNavigation,
];
