import type { Icon } from '@tabler/icons-react';
import type { Facility } from '../api/facility';
import { may, type Session } from '../api/session';

/** An entry of the navigation. */
export interface NavigationItem {
  readonly to: string;
  /** Key of its text, with the feature's namespace: `check-in:navigation.checkIn`. */
  readonly label: string;
  readonly icon: Icon;
  readonly permission?: string;
  /** Where the permission is not all that counts: a bus operator has no rooms. */
  readonly when?: (facility: Facility | null, session: Session) => boolean;
}

/** What a person is shown: what the route behind it would refuse is not offered. */
export const navigationFor = (
  items: readonly NavigationItem[],
  session: Session,
  facility: Facility | null,
): readonly NavigationItem[] =>
  items.filter(
    ({ permission, when }) =>
      (permission === undefined || may(session, permission)) && (when?.(facility, session) ?? true),
  );
