import { Button, Checkbox, Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Facility, useFacilities } from '../../../api/facility';
import { useNow } from '../../../api/server-clock';
import { Page } from '../../../app/page';
import { NearRows } from '../../../lists/near-rows';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { useCheckOut } from '../actions/check-out';
import { presentStays } from '../occupancy';
import { board, type RoomState } from '../rooms/board';
import { RoomTile } from '../rooms/room-tile';
import '../rooms/rooms.css';

const SHOWN = ['all', 'overdue', 'due', 'occupied', 'free'] as const;

/** Who is where, who leaves today, who should have left, what is free. */
export function RoomsPage() {
  const { t } = useTranslation('stays');
  const { facility, isPending, error, refetch } = useFacilities();
  if (isPending) return <Loading />;
  if (!facility) {
    return (
      <Page title={t('rooms.title')}>
        {error ? <Problem error={error} retry={() => void refetch()} /> : <Empty title={t('rooms.none')} />}
      </Page>
    );
  }
  return <Board key={facility.facilityId} facility={facility} />;
}

function Board({ facility }: { facility: Facility }) {
  const { t } = useTranslation('stays');
  const now = useNow(30_000);
  const present = useQuery(presentStays(facility.facilityId));
  const checkOut = useCheckOut();
  const tiles = useRef<HTMLUListElement & HTMLDivElement>(null);
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (present.isPending) return <Loading />;
  const rooms = board(facility.rooms, present.data ?? [], now);
  const count = (state: RoomState): number => rooms.filter((room) => room.state === state).length;
  const visible = rooms.filter(({ state }) => shown === 'all' || state === shown);
  const leaving = rooms.filter(({ code }) => chosen.has(code)).flatMap(({ stays }) => stays);
  const choose = (code: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(code);
    else next.delete(code);
    setChosen(next);
  };
  const dueCodes = rooms.filter(({ state }) => state === 'due' || state === 'overdue').map(({ code }) => code);
  return (
    <Page title={t('rooms.title')} hint={t('rooms.people', { count: (present.data ?? []).length })}>
      <Problem error={present.error} retry={() => void present.refetch()} />
      <SegmentedControl
        aria-label={t('rooms.show')}
        value={shown}
        onChange={(value) => setShown(value)}
        data={SHOWN.map((state) => ({
          value: state,
          label: state === 'all' ? t('rooms.all') : `${t(`rooms.states.${state}`)} (${count(state)})`,
        }))}
        className="scrolling"
      />
      <Group className="bulk no-print" gap="sm">
        {dueCodes.length > 0 && (
          <Checkbox
            label={t('rooms.chooseDue')}
            checked={dueCodes.every((code) => chosen.has(code))}
            onChange={(event) => setChosen(new Set(event.currentTarget.checked ? dueCodes : []))}
          />
        )}
        {leaving.length > 0 && (
          <Button
            loading={checkOut.isPending}
            onClick={() => checkOut.mutate(leaving, { onSuccess: () => setChosen(new Set()) })}
          >
            {t('rooms.checkOutChosen', { count: leaving.length })}
          </Button>
        )}
      </Group>
      {visible.length === 0 ? (
        <Empty title={t('rooms.nobody')} />
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 3, xl: 4 }} spacing="sm" component="ul" className="tiles" ref={tiles}>
          <NearRows
            rows={visible}
            keyOf={({ code }) => code}
            list={tiles}
            row={(room, _, spot) => (
              <RoomTile
                key={room.code}
                room={room}
                spot={spot}
                chosen={chosen.has(room.code)}
                onChoose={(on) => choose(room.code, on)}
                onCheckOut={(stays) => checkOut.mutate(stays)}
                busy={checkOut.isPending}
              />
            )}
          />
        </SimpleGrid>
      )}
      <Stack gap={0} className="only-print">
        <Text size="xs">{facility.name}</Text>
      </Stack>
    </Page>
  );
}
