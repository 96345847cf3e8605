import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSubmit } from '../../forms/use-submit';
import { Problem } from '../../states/problem';
import type { StepAnswer } from './step-answer';

export function CodeStep({ onDone }: { onDone: (answer: StepAnswer) => void }) {
  const { t } = useTranslation('sign-in');
  const form = useForm({ initialValues: { code: '' } });
  const submit = useSubmit(form, (body) => api.signInSecondFactor({ body }), onDone);
  return (
    <form ref={submit.ref} onSubmit={submit.onSubmit}>
      <Stack>
        <Text size="sm">{t('codeHint')}</Text>
        <Problem error={submit.error} shown={submit.shown} />
        <TextInput
          label={t('code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          data-autofocus
          required
          {...form.getInputProps('code')}
        />
        <Button type="submit" loading={submit.isPending}>
          {t('confirm')}
        </Button>
      </Stack>
    </form>
  );
}
