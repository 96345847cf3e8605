import type { Output } from '@luutru/client';
import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showDate } from '../../i18n/format';

type View = Output<'viewPerson'>;

/** The wards somebody stayed in, with when and at how many facilities. */
export function Places({ wards, stays }: { wards: View['map']; stays: View['stays'] }) {
  const { t } = useTranslation('person-search');
  if (wards.length === 0) return <Text c="dimmed">{t('person.noPlaces')}</Text>;
  return (
    <List spacing="xs">
      {wards.map((ward) => {
        const names = [
          ...new Set(
            stays.filter(({ facility }) => facility.wardId === ward.wardId).map(({ facility }) => facility.name),
          ),
        ];
        const [first, last] = [showDate(ward.firstAt), showDate(ward.lastAt)];
        return (
          <List.Item key={ward.wardId}>
            <Text fw={600}>
              {ward.wardName}, {ward.provinceName}
            </Text>
            <Text size="sm">
              {t('person.times', { count: ward.stays })} · {first === last ? first : `${first} – ${last}`}
            </Text>
            <Text size="sm" c="dimmed">
              {names.join('; ')}
            </Text>
          </List.Item>
        );
      })}
    </List>
  );
}
