import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSession } from '../../app/session-context';
import { Problem } from '../../states/problem';
import { ActedProblem, type AlertActionProps } from './acted-problem';
import { CloseForm } from './close-form';
import { HandOverForm } from './hand-over-form';

type Form = 'hand-over' | 'close';

/** What can be done with it in the state it is in by now. */
export function AlertActions({ alert, onActed }: AlertActionProps) {
  const { t } = useTranslation('alerts');
  const { accountId } = useSession();
  const [form, setForm] = useState<Form | null>(null);
  const { actions, acknowledgedBy, acknowledgedByName } = alert;
  const done = (): void => {
    setForm(null);
    onActed();
  };
  const others = acknowledgedBy !== null && acknowledgedBy !== accountId && actions.includes('close');
  return (
    <Stack gap="sm">
      {others && <Text size="sm">{t('withOther', { name: acknowledgedByName ?? '' })}</Text>}
      <Group gap="xs">
        {actions.includes('acknowledge') && <Acknowledge alert={alert} onActed={done} />}
        {(['hand-over', 'close'] as const)
          .filter((action) => actions.includes(action))
          .map((action) => (
            <Button
              key={action}
              variant={action === 'close' ? 'filled' : 'default'}
              aria-expanded={form === action}
              onClick={() => setForm(form === action ? null : action)}
            >
              {t(`do.${action}`)}
            </Button>
          ))}
        {alert.decisionId !== null && <Revoke alert={alert} onActed={done} />}
      </Group>
      {form === 'hand-over' && actions.includes('hand-over') && <HandOverForm alert={alert} onActed={done} />}
      {form === 'close' && actions.includes('close') && <CloseForm alert={alert} onActed={done} />}
    </Stack>
  );
}

function Acknowledge({ alert, onActed }: AlertActionProps) {
  const { t } = useTranslation('alerts');
  const act = useMutation({
    mutationFn: () => api.acknowledgeAlert({ path: { alertId: alert.alertId }, body: { version: alert.version } }),
    onSuccess: onActed,
  });
  return (
    <>
      <Button onClick={() => act.mutate()} loading={act.isPending} size="md">
        {t('do.acknowledge')}
      </Button>
      {act.isError && <ActedProblem error={act.error} onActed={onActed} />}
    </>
  );
}

function Revoke({ alert, onActed }: AlertActionProps) {
  const { t } = useTranslation('alerts');
  const act = useMutation({
    mutationFn: () => api.revokeAlertDecision({ path: { alertId: alert.alertId } }),
    onSuccess: onActed,
  });
  return (
    <>
      <Button variant="default" onClick={() => act.mutate()} loading={act.isPending}>
        {t('do.revoke')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('remembered')}
      </Text>
      {act.isError && <Problem error={act.error} />}
    </>
  );
}
