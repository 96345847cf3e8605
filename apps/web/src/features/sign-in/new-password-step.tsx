import { Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { SecretInput } from '../../forms/secret-input';
import { useSubmit } from '../../forms/use-submit';
import { Problem } from '../../states/problem';
import type { StepAnswer } from './step-answer';

/** @param current the password just used, empty when the page was opened anew in between */
export function NewPasswordStep({ current, onDone }: { current: string; onDone: (answer: StepAnswer) => void }) {
  const { t } = useTranslation('sign-in');
  const form = useForm({
    initialValues: { currentPassword: current, newPassword: '', again: '' },
    validate: { again: (again, { newPassword }) => (again === newPassword ? null : t('notTheSame')) },
  });
  const submit = useSubmit(
    form,
    ({ currentPassword, newPassword }) => api.changePassword({ body: { currentPassword, newPassword } }),
    onDone,
  );
  return (
    <form ref={submit.ref} onSubmit={submit.onSubmit}>
      <Stack>
        <Text size="sm">{t('newPasswordHint')}</Text>
        <Problem error={submit.error} shown={submit.shown} />
        {current === '' && (
          <SecretInput
            label={t('currentPassword')}
            autoComplete="current-password"
            required
            {...form.getInputProps('currentPassword')}
          />
        )}
        <SecretInput
          label={t('newPassword')}
          autoComplete="new-password"
          autoFocus
          required
          {...form.getInputProps('newPassword')}
        />
        <SecretInput
          label={t('newPasswordAgain')}
          autoComplete="new-password"
          required
          {...form.getInputProps('again')}
        />
        <Button type="submit" loading={submit.isPending}>
          {t('changePassword')}
        </Button>
      </Stack>
    </form>
  );
}
