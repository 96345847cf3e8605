import { Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { Tag } from '../police/tag';
import { UnitName } from '../police/units';
import { AlertState } from './alert-state';
import type { AlertHeader } from './desk-list';
import { useDeskWatch } from './desk-watch';
import classes from './alert-card.module.css';

const TONES = { high: 'bad', medium: 'warn', low: 'plain' } as const;

/** An alert as the list shows it: no person. Opening it is a look. */
export function AlertCard({ alert, open, onOpen }: { alert: AlertHeader; open: boolean; onOpen: () => void }) {
  const { t } = useTranslation('alerts');
  const language = useLanguage();
  const { fresh } = useDeskWatch();
  const { listKind, listName, facilityName, wardId, scoreClass, raisedAt, escalatedAt } = alert;
  return (
    <Paper
      withBorder
      className={classes.card}
      data-open={open}
      data-fresh={fresh.has(alert.alertId)}
      data-kind={listKind}
    >
      <UnstyledButton onClick={onOpen} className={classes.button} aria-pressed={open}>
        <Group justify="space-between" gap="xs" align="flex-start">
          <Text fw={650} component="span">
            {language === 'en' ? listName.en : listName.vi}
          </Text>
          <Tag tone={TONES[scoreClass]}>{t(`score.${scoreClass}`)}</Tag>
        </Group>
        <Text size="sm" component="span" display="block">
          {facilityName}, <UnitName unitId={wardId} />
        </Text>
        <Group gap="xs" mt={4}>
          <AlertState alert={alert} />
          <Text size="sm" c="dimmed" component="span">
            {t('raised', { at: showMoment(raisedAt) })}
          </Text>
          {escalatedAt !== null && <Tag tone="warn">{t('escalated', { at: showMoment(escalatedAt) })}</Tag>}
        </Group>
      </UnstyledButton>
    </Paper>
  );
}
