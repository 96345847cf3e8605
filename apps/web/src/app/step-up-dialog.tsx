import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { keepCsrfToken } from '../api/csrf-token';
import { useStepUpWanted } from '../api/step-up';
import { useSubmit } from '../forms/use-submit';
import { Problem } from '../states/problem';

/** Comes up when a request needs a fresh proof of identity; the request goes on afterwards by itself. */
export function StepUpDialog() {
  const { t } = useTranslation('common');
  const wanted = useStepUpWanted();
  return (
    <Modal
      opened={wanted !== null}
      onClose={() => wanted?.settle(false)}
      title={t('stepUp.title')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      {wanted && <StepUpForm done={wanted.settle} />}
    </Modal>
  );
}

function StepUpForm({ done }: { done: (confirmed: boolean) => void }) {
  const { t } = useTranslation('common');
  const form = useForm({ initialValues: { proof: '' } });
  const submit = useSubmit(
    form,
    ({ proof }) => api.stepUp({ body: { proof } }),
    ({ csrfToken }) => {
      keepCsrfToken(csrfToken);
      done(true);
    },
  );
  return (
    <form ref={submit.ref} onSubmit={submit.onSubmit}>
      <Stack>
        <Problem error={submit.error} shown={submit.shown} />
        <TextInput
          label={t('stepUp.proof')}
          description={t('stepUp.hint')}
          type="password"
          autoComplete="one-time-code"
          data-autofocus
          required
          {...form.getInputProps('proof')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => done(false)}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit" loading={submit.isPending}>
            {t('stepUp.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
