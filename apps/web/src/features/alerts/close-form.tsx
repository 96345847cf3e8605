import { Button, Checkbox, Group, Paper, Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSubmit } from '../../forms/use-submit';
import { ActedProblem, type AlertActionProps } from './acted-problem';

const OUTCOMES = ['confirmed', 'not-the-person', 'no-action'] as const;
type Outcome = (typeof OUTCOMES)[number];

interface Values {
  readonly outcome: Outcome | '';
  readonly note: string;
  readonly remember: boolean;
}

/** What came of it. That it is not the person is remembered unless somebody says otherwise. */
export function CloseForm({ alert, onActed }: AlertActionProps) {
  const { t } = useTranslation('alerts');
  const form = useForm<Values>({
    initialValues: { outcome: '', note: '', remember: true },
    validate: { outcome: (value) => (value === '' ? t('close.missing') : null) },
  });
  const submit = useSubmit(
    form,
    ({ outcome, note, remember }) =>
      api.closeAlert({
        path: { alertId: alert.alertId },
        body: {
          version: alert.version,
          outcome: outcome as Outcome,
          note,
          ...(outcome === 'not-the-person' && { remember }),
        },
      }),
    onActed,
  );
  return (
    <Paper withBorder p="sm">
      <form ref={submit.ref} onSubmit={submit.onSubmit}>
        <Stack gap="sm">
          <Radio.Group label={t('close.outcome')} required {...form.getInputProps('outcome')}>
            <Stack gap={6} mt={4}>
              {OUTCOMES.map((value) => (
                <Radio key={value} value={value} label={t(`outcome.${value}`)} description={t(`close.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {form.values.outcome === 'not-the-person' && (
            <Checkbox
              label={t('close.remember')}
              description={t('close.rememberHint')}
              {...form.getInputProps('remember', { type: 'checkbox' })}
            />
          )}
          <Textarea label={t('note')} autosize minRows={2} maxLength={2_000} {...form.getInputProps('note')} />
          {submit.error !== null && <ActedProblem error={submit.error} onActed={onActed} />}
          <Group>
            <Button type="submit" loading={submit.isPending}>
              {t('close.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
