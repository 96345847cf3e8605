import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSubmit } from '../../forms/use-submit';
import { Problem } from '../../states/problem';
import { tell } from '../../states/tell';

/** What somebody found out about the day; the note itself is never changed. */
export function RemarkForm({ noteId, about }: { noteId: string; about: string }) {
  const { t } = useTranslation('unusual-days');
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const form = useForm({
    initialValues: { text: '' },
    validate: { text: (text) => (text.trim() === '' ? t('remark.missing') : null) },
  });
  const submit = useSubmit(
    form,
    (body) => api.remarkAnomaly({ path: { noteId }, body }),
    () => {
      tell(t('remark.done'));
      form.reset();
      setOpen(false);
      void queries.invalidateQueries({ queryKey: ['listAnomalies'] });
    },
  );
  if (!open) {
    return (
      <Group>
        <Button
          size="xs"
          variant="default"
          aria-label={t('remark.openOf', { day: about })}
          onClick={() => setOpen(true)}
        >
          {t('remark.open')}
        </Button>
      </Group>
    );
  }
  return (
    <form ref={submit.ref} onSubmit={submit.onSubmit} noValidate>
      <Stack gap="xs" align="flex-start">
        <Textarea
          label={t('remark.text')}
          description={t('remark.hint')}
          rows={3}
          maxLength={1000}
          w="100%"
          maw={560}
          required
          autoFocus
          {...form.getInputProps('text')}
        />
        <Problem error={submit.error} shown={submit.shown} />
        <Button type="submit" size="sm" loading={submit.isPending}>
          {t('remark.send')}
        </Button>
      </Stack>
    </form>
  );
}
