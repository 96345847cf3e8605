import { Group, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../i18n/format';
import { useCodeNames } from '../../api/code-names';
import type { Glass } from '../police/glasses';
import { Tag } from '../police/tag';
import { UnitName } from '../police/units';

const TONES = { open: 'warn', waiting: 'info', overdue: 'bad', reviewed: 'plain' } as const;

/** One time: where, for what, when, and what came of its review. */
export function GlassFacts({
  glass,
  officerName,
  children,
}: {
  glass: Glass;
  officerName?: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation('break-glass');
  const purposes = useCodeNames('look-purpose');
  const { unitId, state, purpose, caseNumber, openedAt, expiresAt, endedAt, verdict } = glass;
  return (
    <Paper withBorder p="sm" component="article">
      <Stack gap={4}>
        <Group justify="space-between" gap="xs">
          <Text fw={600}>
            {officerName !== undefined && `${officerName} · `}
            <UnitName unitId={unitId} />
          </Text>
          <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
        </Group>
        <Text size="sm">
          {purposes.nameOf(purpose)}
          {caseNumber !== null && ` · ${t('case', { caseNumber })}`}
        </Text>
        <Text size="sm" c="dimmed">
          {t('times', { from: showMoment(openedAt), until: showMoment(endedAt ?? expiresAt) })}
          {verdict !== null && ` · ${t(`verdict.${verdict}`)}`}
        </Text>
        {children}
      </Stack>
    </Paper>
  );
}
