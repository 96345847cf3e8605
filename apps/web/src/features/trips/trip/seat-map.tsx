import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ListedStay } from '../../stays/occupancy';
import { seatPlan } from '../seats';
import { stopName, type Trip } from '../trip';
import './seat-map.css';

interface SeatMapProps {
  readonly trip: Trip;
  readonly size: number;
  readonly passengers: readonly ListedStay[];
}

/** Who sits where; a seat may have one passenger after the other. */
export function SeatMap({ trip, size, passengers }: SeatMapProps) {
  const { t } = useTranslation('trips');
  const seats = seatPlan(size, passengers, ({ place }) => place.seat ?? '');
  return (
    <ul className="seats" aria-label={t('seatMap')}>
      {seats.map(({ code, passengers: here }) => (
        <li
          key={code}
          className="seat"
          data-taken={here.length > 0 || undefined}
          data-double={overlap(trip, here) || undefined}
        >
          <Text size="sm" fw={700}>
            {code}
          </Text>
          {here.length === 0 && (
            <Text size="xs" c="dimmed">
              {t('free')}
            </Text>
          )}
          {here.map(({ stayId, person, place }) => (
            <div key={stayId}>
              <Anchor component={Link} to={`/stays/${stayId}`} size="sm">
                {person.fullName || t('nameless')}
              </Anchor>
              <Text size="xs" c="dimmed">
                {stopName(trip, place.boardingStop)} → {stopName(trip, place.alightingStop)}
              </Text>
            </div>
          ))}
          {overlap(trip, here) && (
            <Text size="xs" fw={650}>
              {t('soldTwice')}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whether two have the seat on a part of the way. */
function overlap({ stops }: Trip, here: readonly ListedStay[]): boolean {
  const at = (stop: string | undefined): number => stops.findIndex(({ code }) => code === stop);
  return here.some((one, place) =>
    here
      .slice(place + 1)
      .some(
        (other) =>
          at(one.place.boardingStop) < at(other.place.alightingStop) &&
          at(other.place.boardingStop) < at(one.place.alightingStop),
      ),
  );
}
