import {
  IconBed,
  IconBus,
  IconCloudUpload,
  IconFileSpreadsheet,
  IconHomeDollar,
  IconLayoutGrid,
  IconQrcode,
  IconList,
  IconScan,
} from '@tabler/icons-react';
import type { Facility } from '../api/facility';
import type { NavigationItem } from '../app/navigation';
import { administratorNavigation } from './admin/navigation';
import { figuresNavigation } from './figures/navigation';
import { ownerNavigation } from './owner/navigation';
import { medical } from './patients/departments';
import { citizenNavigation } from './self/navigation';
import { policeNavigation } from './police/navigation';
import { lets } from './tenants/lets';
import { carriesPassengers } from './trips/trip';

const lodging = (facility: Facility | null): boolean =>
  facility?.stayKinds.some((kind) => kind === 'guest' || kind === 'tenant') ?? false;

/** The navigation, from top to bottom; each person sees of it what they may use. */
export const navigation: readonly NavigationItem[] = [
  { to: '/check-in', label: 'navigation.checkIn', icon: IconScan, permission: 'stay.declare', when: lodging },
  { to: '/admit', label: 'navigation.admit', icon: IconScan, permission: 'patient.manage', when: medical },
  {
    to: '/patients',
    label: 'navigation.patients',
    icon: IconBed,
    permission: 'patient.manage',
    when: medical,
  },
  { to: '/trips', label: 'navigation.trips', icon: IconBus, permission: 'trip.manage', when: carriesPassengers },
  { to: '/rooms', label: 'navigation.rooms', icon: IconLayoutGrid, permission: 'stay.read', when: lodging },
  { to: '/tenants', label: 'navigation.tenants', icon: IconHomeDollar, permission: 'stay.read', when: lets },
  { to: '/stays', label: 'navigation.stays', icon: IconList, permission: 'stay.read' },
  { to: '/import', label: 'navigation.import', icon: IconFileSpreadsheet, permission: 'stay.declare' },
  { to: '/waiting', label: 'navigation.waiting', icon: IconCloudUpload, permission: 'stay.declare' },
  { to: '/desk-code', label: 'navigation.deskCode', icon: IconQrcode, permission: 'stay.declare', when: lodging },
  ...ownerNavigation,
  ...administratorNavigation,
  ...citizenNavigation,
  ...policeNavigation,
  ...figuresNavigation,
];
