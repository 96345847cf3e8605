import type { Output } from '@luutru/client';
import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../i18n/format';

type Step = Output<'getAlert'>['history'][number];

interface AlertHistoryProps {
  readonly history: readonly Step[];
  readonly stale: boolean;
  readonly onReload: () => void;
}

/** What happened to it and by whom; `stale` when more has happened since it was opened. */
export function AlertHistory({ history, stale, onReload }: AlertHistoryProps) {
  const { t } = useTranslation('alerts');
  return (
    <Stack gap={4} component="section">
      <Title order={3} size="h5">
        {t('history')}
      </Title>
      <List size="sm" type="ordered">
        {history.map(({ action, at, byName, desk, outcome, note }) => (
          <List.Item key={`${action} ${at}`}>
            {showMoment(at)} · {t(`action.${action}`)}
            {(action === 'hand-over' || action === 'escalate') && ` → ${t(`desk.${desk}`)}`}
            {outcome !== null && `: ${t(`outcome.${outcome}`)}`} · {byName ?? t('system')}
            {note !== null && <Text size="sm">“{note}”</Text>}
          </List.Item>
        ))}
      </List>
      {stale && (
        <Group gap="xs">
          <Text size="sm">{t('stale')}</Text>
          <Button size="compact-sm" mih={28} variant="default" onClick={onReload}>
            {t('reload')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
