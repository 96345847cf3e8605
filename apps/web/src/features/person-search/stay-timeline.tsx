import type { Output } from '@luutru/client';
import { Text, Timeline } from '@mantine/core';
import { IconBed, IconBuildingHospital, IconBus, IconHome } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../i18n/format';
import { useCodeNames } from '../../api/code-names';
import { Tag } from '../police/tag';

type Stay = Output<'viewPerson'>['stays'][number];

const ICONS = {
  guest: IconBed,
  tenant: IconHome,
  patient: IconBuildingHospital,
  relative: IconBuildingHospital,
  passenger: IconBus,
};
const SHOWN_PLACES = ['room', 'bed', 'unit', 'department', 'seat', 'boardingStop', 'alightingStop'] as const;

/** Somebody's stays, newest first. */
export function StayTimeline({ stays }: { stays: readonly Stay[] }) {
  const { t } = useTranslation('police');
  const there = stays.filter(({ state }) => state === 'in_house' || state === 'overdue').length;
  return (
    <Timeline bulletSize={28} lineWidth={2} active={there - 1}>
      {stays.map((stay) => {
        const Icon = ICONS[stay.kind as keyof typeof ICONS] ?? IconBed;
        return (
          <Timeline.Item key={stay.stayId} bullet={<Icon size={16} aria-hidden />} title={<StayTitle stay={stay} />}>
            <StayWords stay={stay} />
            {stay.trip && (
              <Text size="sm">
                {stay.trip.plate} · {stay.trip.stops.map(({ name }) => name).join(' → ')}
              </Text>
            )}
            <PlaceWords place={stay.place} />
            <Tag tone={stay.state === 'in_house' ? 'good' : stay.state === 'overdue' ? 'warn' : 'plain'}>
              {t(`state.${stay.state}`)}
            </Tag>
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
}

const StayTitle = ({ stay }: { stay: Stay }) => (
  <Text fw={600} component="h3" m={0}>
    {stay.facility.name}
  </Text>
);

function StayWords({ stay }: { stay: Stay }) {
  const { t } = useTranslation('person-search');
  const { t: police } = useTranslation('police');
  const kinds = useCodeNames('facility-kind');
  const { facility, from, to, departed, kind } = stay;
  const until = to === null ? police('now') : showMoment(to);
  return (
    <>
      <Text size="sm">
        {t(departed || to === null ? 'fromTo' : 'fromExpected', { from: showMoment(from), to: until })}
      </Text>
      <Text size="sm" c="dimmed">
        {police(`kind.${kind}`)} · {kinds.nameOf(facility.kind)} · {facility.wardName}, {facility.provinceName}
      </Text>
    </>
  );
}

function PlaceWords({ place }: { place: Record<string, string> }) {
  const { t } = useTranslation('police');
  const words = SHOWN_PLACES.flatMap((field) => {
    const value = place[field];
    return value === undefined ? [] : [t(`place.${field}`, { value })];
  });
  return words.length > 0 && <Text size="sm">{words.join(' · ')}</Text>;
}
