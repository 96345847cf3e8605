import { Alert, Anchor, Group } from '@mantine/core';
import { IconCloudUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { startSending } from './sender';
import { useWaiting } from './waiting';

/** On every page of who declares: that something is still here and not with the system. */
export function WaitingNotice() {
  const { t } = useTranslation('common');
  const waiting = useWaiting() ?? [];
  useEffect(startSending, []);
  if (waiting.length === 0) return null;
  const people = waiting.reduce((sum, { names }) => sum + names.length, 0);
  const refused = waiting.filter(({ record }) => record.state === 'refused').length;
  return (
    <Alert color={refused > 0 ? 'red' : 'orange'} icon={<IconCloudUpload aria-hidden />} mb="sm" p="xs">
      <Group justify="space-between">
        {t(refused > 0 ? 'waiting.refused' : 'waiting.some', { count: refused > 0 ? refused : people })}
        <Anchor component={Link} to="/waiting" c="inherit" underline="always">
          {t('waiting.show')}
        </Anchor>
      </Group>
    </Alert>
  );
}
