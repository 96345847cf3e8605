import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconLoader, IconPlugConnected } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../states/problem';
import { useDeskWatch } from './desk-watch';

const ICONS = {
  live: IconPlugConnected,
  connecting: IconLoader,
  lost: IconAlertTriangle,
  ended: IconAlertTriangle,
  refused: IconAlertTriangle,
};

/** Whether this desk hears anything: silence must never be taken for a quiet night. */
export function LineState() {
  const { t } = useTranslation('alerts');
  const { line, problem } = useDeskWatch();
  const Icon = ICONS[line];
  const bad = line === 'lost' || line === 'ended' || line === 'refused';
  return (
    <Group gap={6} pb={8} wrap={line === 'refused' ? 'wrap' : 'nowrap'} role={bad ? 'alert' : 'status'}>
      <Icon size={18} aria-hidden color={bad ? 'var(--mantine-color-error)' : 'var(--mantine-primary-color-filled)'} />
      <Text size="sm" fw={600} c={bad ? 'var(--mantine-color-error)' : undefined}>
        {t(`line.${line}`)}
      </Text>
      {line === 'refused' && (
        <>
          <Problem error={problem} />
          <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
            {t('line.again')}
          </Button>
        </>
      )}
    </Group>
  );
}
