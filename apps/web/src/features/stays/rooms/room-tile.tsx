import { Anchor, Badge, Button, Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../../i18n/format';
import type { Spot } from '../../../lists/spot';
import type { ListedStay } from '../occupancy';
import type { BoardRoom, RoomState } from './board';

interface RoomTileProps {
  readonly spot?: Spot | undefined;
  readonly room: BoardRoom;
  readonly chosen: boolean;
  readonly busy: boolean;
  readonly onChoose: (on: boolean) => void;
  readonly onCheckOut: (stays: readonly ListedStay[]) => void;
}

const COLOUR: Readonly<Record<RoomState, string>> = { free: 'gray', occupied: 'pine', due: 'orange', overdue: 'red' };

/** A room with the people in it. */
export function RoomTile({ spot, room, chosen, busy, onChoose, onCheckOut }: RoomTileProps) {
  const { t } = useTranslation('stays');
  const { code, stays, state, beds } = room;
  const name = code === '' ? t('rooms.noRoom') : t('rooms.room', { code });
  return (
    <Paper component="li" withBorder p="sm" data-state={state} className="tile" {...spot}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        {stays.length > 0 ? (
          <Checkbox
            label={<Text fw={650}>{name}</Text>}
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        ) : (
          <Text fw={650}>{name}</Text>
        )}
        <Badge color={COLOUR[state]} variant="light" tt="none" className={`state-${state}`} style={{ flexShrink: 0 }}>
          {t(`rooms.states.${state}`)}
        </Badge>
      </Group>
      {stays.length === 0 && (
        <Text size="sm" c="dimmed">
          {beds === null ? '' : t('rooms.beds', { count: beds })}
        </Text>
      )}
      <Stack gap={4}>
        {stays.map((stay) => (
          <Group key={stay.stayId} justify="space-between" wrap="nowrap" gap="xs">
            <div style={{ minWidth: 0 }}>
              <Anchor component={Link} to={`/stays/${stay.stayId}`} size="sm">
                {stay.person.fullName}
              </Anchor>
              <Text size="xs" c="dimmed">
                {stay.expectedDepartureAt === null
                  ? t('rooms.openEnd')
                  : t('rooms.until', { at: showMoment(stay.expectedDepartureAt) })}
              </Text>
            </div>
            <Button
              size="compact-sm"
              variant="default"
              disabled={busy}
              className="no-print"
              style={{ flexShrink: 0 }}
              onClick={() => onCheckOut([stay])}
              aria-label={t('rooms.checkOutOne', { name: stay.person.fullName })}
            >
              {t('rooms.checkOut')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
