import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TripState } from './trip';

/** `leaving`: planned, and the hour has come. */
export type ShownState = TripState | 'leaving';

const COLOUR: Readonly<Record<ShownState, string>> = {
  planned: 'blue',
  leaving: 'orange',
  departed: 'pine',
  arrived: 'gray',
  cancelled: 'gray',
};
/** The badge's colour helps, its text tells. */
const TEXT = { label: { color: 'light-dark(#1d2939, #f2f4f7)' } };
const SOON_MS = 60 * 60_000;

export const shownState = (state: string, departsAt: string, now: Date): ShownState =>
  state === 'planned' && Date.parse(departsAt) - now.getTime() < SOON_MS ? 'leaving' : (state as TripState);

export function TripBadge({ state }: { state: ShownState }) {
  const { t } = useTranslation('trips');
  return (
    <Badge color={COLOUR[state]} variant="light" tt="none" styles={TEXT}>
      {t(`states.${state}`)}
    </Badge>
  );
}
