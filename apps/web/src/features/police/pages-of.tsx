import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Where one is in a list that says the next page by a cursor; `reset` with another filter. */
export function useCursor() {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return {
    cursor: cursors.at(-1),
    page: cursors.length + 1,
    forward: (next: string) => setCursors([...cursors, next]),
    back: () => setCursors(cursors.slice(0, -1)),
    reset: () => setCursors([]),
  };
}

interface PagerProps {
  readonly page: number;
  readonly next: string | null;
  readonly onForward: (next: string) => void;
  readonly onBack: () => void;
  readonly busy?: boolean;
}

/** Backwards and forwards; nothing when all is on one page. */
export function Pager({ page, next, onForward, onBack, busy = false }: PagerProps) {
  const { t } = useTranslation('police');
  if (page === 1 && next === null) return null;
  return (
    <Group component="nav" aria-label={t('pages.label')} justify="center" gap="sm" className="no-print">
      <Button
        variant="default"
        leftSection={<IconChevronLeft size={16} aria-hidden />}
        disabled={page === 1 || busy}
        onClick={onBack}
      >
        {t('pages.back')}
      </Button>
      <Text size="sm">{t('pages.page', { page })}</Text>
      <Button
        variant="default"
        rightSection={<IconChevronRight size={16} aria-hidden />}
        disabled={next === null || busy}
        onClick={() => next !== null && onForward(next)}
      >
        {t('pages.forward')}
      </Button>
    </Group>
  );
}
