import { localDate } from '@luutru/calendar';
import { Anchor, Button, Group, NativeSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import type { Facility } from '../../../api/facility';
import { serverNow, useNow } from '../../../api/server-clock';
import { whileActive } from '../../../api/while-active';
import { Page } from '../../../app/page';
import { showMoment } from '../../../i18n/format';
import { RecordTable } from '../../../lists/record-table';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { presentStays } from '../../stays/occupancy';
import '../../stays/rooms/rooms.css';
import { Carrier } from '../carrier';
import { NeedsNetwork } from '../needs-network';
import { shownState, type ShownState, TripBadge } from '../state-badge';
import { routeName, seatsOf, shownPlate, type Trip } from '../trip';

const NewTripDialog = lazy(() => import('../board/new-trip-dialog').then((m) => ({ default: m.NewTripDialog })));

const SHOWN = ['all', 'leaving', 'planned', 'departed', 'arrived', 'cancelled'] as const;
/** What a day of one operator has at most for a board. */
const MOST = 100;

/** The trips of a day: which leave soon, which are on the way, how full they are. */
export function TripsPage() {
  return <Carrier>{(facility) => <Board key={facility.facilityId} facility={facility} />}</Carrier>;
}

function Board({ facility }: { facility: Facility }) {
  const { t } = useTranslation('trips');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const now = useNow(30_000);
  const [day, setDay] = useState(() => localDate(serverNow()));
  const [route, setRoute] = useState('');
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all');
  const [creating, setCreating] = useState(false);
  const { facilityId } = facility;
  const query = useQuery({
    ...ask('listTrips', { query: { facilityId, day, limit: MOST } }),
    refetchInterval: whileActive(30_000),
  });
  const present = useQuery(presentStays(facilityId));
  const passengers = (tripId: string): number =>
    (present.data ?? []).filter(({ place }) => place.tripId === tripId).length;
  return (
    <Page
      title={t('title')}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
          {t('new.title')}
        </Button>
      }
    >
      <NeedsNetwork />
      <Group align="flex-end" className="no-print">
        <TextInput
          type="date"
          label={t('day')}
          value={day}
          onChange={(event) => event.currentTarget.value !== '' && setDay(event.currentTarget.value)}
        />
        {facility.routes.length > 1 && (
          <NativeSelect
            label={t('route')}
            value={route}
            onChange={(event) => setRoute(event.currentTarget.value)}
            data={[
              { value: '', label: t('everyRoute') },
              ...facility.routes.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
      </Group>
      <Answer query={query}>
        {({ trips }) => {
          const ofRoute = trips
            .filter(({ routeCode }) => route === '' || routeCode === route)
            .sort((one, other) => one.departsAt.localeCompare(other.departsAt));
          const stateOf = (trip: Trip): ShownState => shownState(trip.state, trip.departsAt, now);
          const count = (state: ShownState): number => ofRoute.filter((trip) => stateOf(trip) === state).length;
          const visible = ofRoute.filter((trip) => shown === 'all' || stateOf(trip) === shown);
          return (
            <Stack gap="md">
              <SegmentedControl
                aria-label={t('show')}
                value={shown}
                onChange={(value) => setShown(value)}
                data={SHOWN.map((state) => ({
                  value: state,
                  label: state === 'all' ? t('all') : `${t(`states.${state}`)} (${count(state)})`,
                }))}
                className="scrolling"
                style={{ alignSelf: 'flex-start', maxWidth: '100%' }}
              />
              {visible.length === 0 ? (
                <Empty title={t('none')}>{t('noneHint')}</Empty>
              ) : (
                <RecordTable
                  caption={t('title')}
                  rows={visible}
                  rowKey={({ tripId }) => tripId}
                  columns={[
                    {
                      key: 'departs',
                      header: t('departs'),
                      cell: ({ tripId, departsAt, routeCode }) => (
                        <Anchor component={Link} to={`/trips/${tripId}`} fw={650}>
                          {showMoment(departsAt, now)} · {routeName(facility, routeCode)}
                        </Anchor>
                      ),
                    },
                    { key: 'plate', header: t('plate'), cell: ({ plate }) => shownPlate(facility, plate) },
                    { key: 'driver', header: t('driver'), cell: ({ driverName }) => driverName },
                    {
                      key: 'passengers',
                      header: t('passengers'),
                      cell: (trip) => <Occupied facility={facility} trip={trip} passengers={passengers(trip.tripId)} />,
                    },
                    { key: 'state', header: t('state'), cell: (trip) => <TripBadge state={stateOf(trip)} /> },
                  ]}
                />
              )}
            </Stack>
          );
        }}
      </Answer>
      <Suspense>
        {creating && (
          <NewTripDialog
            facility={facility}
            day={day}
            onDone={({ tripId }) => {
              void queries.invalidateQueries({ queryKey: ['listTrips'] });
              void navigate({ to: '/trips/$tripId', params: { tripId } });
            }}
            onClose={() => setCreating(false)}
          />
        )}
      </Suspense>
    </Page>
  );
}

/** How many are on the bus; of trips that have ended everybody has left. */
function Occupied({ facility, trip, passengers }: { facility: Facility; trip: Trip; passengers: number }) {
  const seats = seatsOf(facility, trip.plate);
  if (trip.state === 'arrived' || trip.state === 'cancelled') return null;
  return <Text size="sm">{seats === null ? passengers : `${passengers} / ${seats}`}</Text>;
}
