import { localDate } from '@luutru/calendar';
import { Anchor, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import type { Facility } from '../../../api/facility';
import { useNow } from '../../../api/server-clock';
import { whileActive } from '../../../api/while-active';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { showDayAndTime } from '../../../i18n/format';
import { Facts } from '../../../lists/facts';
import { Answer } from '../../../states/answer';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { Carrier } from '../carrier';
import { AddPassengers } from '../manifest/add-passengers';
import { NeedsNetwork } from '../needs-network';
import { shownState, TripBadge } from '../state-badge';
import { routeName, seatsOf, shownPlate, type Trip } from '../trip';
import { PassengerList } from '../trip/passenger-list';
import { isOnBoard, passengersOf } from '../trip/passengers';
import { SeatMap } from '../trip/seat-map';
import type { TripAction } from '../trip/trip-action-dialog';
import '../../check-in/check-in.css';

const TripActionDialog = lazy(() =>
  import('../trip/trip-action-dialog').then((m) => ({ default: m.TripActionDialog })),
);
const route = getRouteApi('/frame/trips/$tripId');

/** What is done in each state; the first is what comes next. */
const ACTIONS: Readonly<Record<string, readonly TripAction[]>> = {
  planned: ['depart', 'change-vehicle', 'cancel'],
  departed: ['reach', 'arrive', 'change-vehicle'],
};

/** One trip: who sits where, more passengers, and the trip's own way. */
export function TripPage() {
  return <Carrier>{(facility) => <OneTrip facility={facility} />}</Carrier>;
}

function OneTrip({ facility }: { facility: Facility }) {
  const { t } = useTranslation('trips');
  const { tripId } = route.useParams();
  const trip = useQuery({ ...ask('getTrip', { path: { tripId } }), refetchInterval: whileActive(30_000) });
  if (trip.isPending) return <Loading />;
  if (!trip.data) {
    return (
      <Page title={t('one')}>
        <Problem error={trip.error} retry={() => void trip.refetch()} />
      </Page>
    );
  }
  return <TripView key={tripId} facility={facility} trip={trip.data} />;
}

function TripView({ facility, trip }: { facility: Facility; trip: Trip }) {
  const { t } = useTranslation('trips');
  const now = useNow(30_000);
  const passengers = useQuery(passengersOf(facility.facilityId, trip.tripId));
  const [action, setAction] = useState<TripAction | null>(null);
  const [shown, setShown] = useState<'seats' | 'list'>('seats');
  const onBoard = (passengers.data ?? []).filter(isOnBoard);
  const open = trip.state === 'planned' || trip.state === 'departed';
  const tooEarly = localDate(new Date(trip.departsAt)) > localDate(now);
  const seats = seatsOf(facility, trip.plate);
  return (
    <Page
      title={routeName(facility, trip.routeCode)}
      hint={
        <Group gap="xs" component="span">
          <TripBadge state={shownState(trip.state, trip.departsAt, now)} />
          {showDayAndTime(trip.departsAt)} · {shownPlate(facility, trip.plate)}
        </Group>
      }
      actions={
        <Group gap="xs" className="no-print">
          {(ACTIONS[trip.state] ?? []).map((one, at) => (
            <Button key={one} size="sm" variant={at === 0 ? 'filled' : 'default'} onClick={() => setAction(one)}>
              {t(`actions.${one}`)}
            </Button>
          ))}
        </Group>
      }
    >
      <NeedsNetwork />
      <Anchor component={Link} to="/trips" size="sm" className="no-print">
        {t('back')}
      </Anchor>
      <Facts
        facts={[
          [t('driver'), trip.driverName],
          [t('stops'), trip.stops.map(({ name, expectedAt }) => `${name} ${clock(expectedAt)}`).join(' → ')],
          [t('passengers'), open ? [onBoard.length, seats].filter((one) => one !== null).join(' / ') : null],
        ]}
      />
      {open && tooEarly && <Text>{t('tooEarly')}</Text>}
      {open && !tooEarly && <AddPassengers facilityId={facility.facilityId} trip={trip} onBoard={onBoard} />}
      <Section
        title={t('manifest')}
        actions={
          open && (
            <SegmentedControl
              aria-label={t('showAs')}
              value={shown}
              onChange={(value) => setShown(value)}
              data={(['seats', 'list'] as const).map((one) => ({ value: one, label: t(`shown.${one}`) }))}
            />
          )
        }
      >
        <Answer
          query={passengers}
          empty={(all) => all.length === 0 && seats === null && <Empty title={t('nobody')}>{t('nobodyHint')}</Empty>}
        >
          {(all) =>
            shown === 'seats' && open ? (
              <SeatMap trip={trip} size={seats ?? 0} passengers={onBoard} />
            ) : (
              <PassengerList trip={trip} passengers={all} />
            )
          }
        </Answer>
      </Section>
      <Suspense>
        {action && (
          <TripActionDialog
            facility={facility}
            trip={trip}
            action={action}
            passengers={onBoard}
            onClose={() => setAction(null)}
          />
        )}
      </Suspense>
    </Page>
  );
}

const clock = (moment: string): string => showDayAndTime(moment).slice(0, 5);
