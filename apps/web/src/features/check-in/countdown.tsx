import { addDays, atLocalTime, localDate } from '@luutru/calendar';
import { Group, Text } from '@mantine/core';
import { IconClockHour11 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/server-clock';

const CUTOFF = '23:00';
const NEXT_DAY_DUE = '08:00';
const SOON_MS = 30 * 60_000;

const clock = (ms: number): string =>
  [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1_000) % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

/** How long today's arrivals may still be declared in time. What counts for a stay is the `dueAt` of its answer. */
export function Countdown() {
  const { t } = useTranslation('check-in');
  const now = useNow(1_000);
  const today = localDate(now);
  const cutoff = atLocalTime(today, CUTOFF);
  const before = now < cutoff;
  const end = before ? cutoff : atLocalTime(addDays(today, 1), NEXT_DAY_DUE);
  const left = end.getTime() - now.getTime();
  return (
    <Group gap={6} wrap="nowrap" className={before && left < SOON_MS ? 'doubt' : undefined}>
      <IconClockHour11 size={20} aria-hidden />
      <Text size="sm" role="timer" aria-live="off">
        {t(before ? 'countdown.before' : 'countdown.after', { left: clock(left) })}
      </Text>
    </Group>
  );
}
