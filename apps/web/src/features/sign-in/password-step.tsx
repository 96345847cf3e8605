import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { SecretInput } from '../../forms/secret-input';
import { useSubmit } from '../../forms/use-submit';
import { Problem } from '../../states/problem';
import type { StepAnswer } from './step-answer';

export function PasswordStep({
  focus,
  onDone,
}: {
  focus: boolean;
  onDone: (answer: StepAnswer, password: string) => void;
}) {
  const { t } = useTranslation('sign-in');
  const form = useForm({ initialValues: { username: '', password: '' } });
  const submit = useSubmit(
    form,
    (body) => api.signIn({ body }),
    (answer) => onDone(answer, form.getValues().password),
  );
  return (
    <form ref={submit.ref} onSubmit={submit.onSubmit}>
      <Stack>
        <Problem error={submit.error} shown={submit.shown} />
        <TextInput
          label={t('username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={focus}
          data-autofocus
          required
          {...form.getInputProps('username')}
        />
        <SecretInput
          label={t('password')}
          autoComplete="current-password"
          required
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={submit.isPending}>
          {t('signIn')}
        </Button>
      </Stack>
    </form>
  );
}
