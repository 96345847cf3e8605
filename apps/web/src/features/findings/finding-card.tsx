import type { Output } from '@luutru/client';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useStated } from '../police/stated';
import { Tag } from '../police/tag';
import { UnitName } from '../police/units';
import { FindingFile } from './finding-file';

type Finding = Output<'listFindings'>['findings'][number];

/** A finding without the people; opening it is a look. */
export function FindingCard({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  const language = useLanguage();
  const stated = useStated();
  const [open, setOpen] = useState(false);
  const { kind, from, until, minutes, minimumMinutes, outside, stays, state } = finding;
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={2} size="h4">
              {language === 'en' ? kind.en : kind.vi}
            </Title>
            <Text size="sm">
              {until === null ? showMoment(from) : t('fromUntil', { from: showMoment(from), until: showMoment(until) })}
              {minutes !== null &&
                minimumMinutes !== null &&
                ` · ${t('minutes', { minutes: hours(minutes), minimum: hours(minimumMinutes) })}`}
            </Text>
          </div>
          <Tag tone={state === 'open' ? 'warn' : 'plain'}>{t(`state.${state}`)}</Tag>
        </Group>
        {stays.map((stay) => (
          <Text size="sm" key={stay.stayId}>
            {stay.facilityName}, <UnitName unitId={stay.wardId} />
          </Text>
        ))}
        {outside && <Text size="sm">{t('outside')}</Text>}
        {!open && (
          <Group>
            <Button size="xs" variant="default" disabled={!stated} onClick={() => setOpen(true)}>
              {t('open')}
            </Button>
          </Group>
        )}
        {open && stated && <FindingFile finding={finding} stated={stated} />}
      </Stack>
    </Paper>
  );
}

/** `1:05` for 65 minutes. */
const hours = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(Math.round(minutes) % 60).padStart(2, '0')}`;
