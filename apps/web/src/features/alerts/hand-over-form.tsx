import { Button, Group, NativeSelect, Paper, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSubmit } from '../../forms/use-submit';
import { ActedProblem, type AlertActionProps } from './acted-problem';

const DESKS = ['ward', 'supervisor', 'province'] as const;

export function HandOverForm({ alert, onActed }: AlertActionProps) {
  const { t } = useTranslation('alerts');
  const form = useForm({ initialValues: { to: alert.desk, note: '' } });
  const submit = useSubmit(
    form,
    (body) => api.handOverAlert({ path: { alertId: alert.alertId }, body: { ...body, version: alert.version } }),
    onActed,
  );
  return (
    <Paper withBorder p="sm">
      <form ref={submit.ref} onSubmit={submit.onSubmit}>
        <Stack gap="sm">
          <NativeSelect
            label={t('handOver.to')}
            description={t('handOver.hint')}
            data={DESKS.map((value) => ({ value, label: t(`desk.${value}`) }))}
            {...form.getInputProps('to')}
          />
          <Textarea label={t('note')} autosize minRows={2} maxLength={2_000} {...form.getInputProps('note')} />
          {submit.error !== null && <ActedProblem error={submit.error} onActed={onActed} />}
          <Group>
            <Button type="submit" loading={submit.isPending}>
              {t('handOver.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
