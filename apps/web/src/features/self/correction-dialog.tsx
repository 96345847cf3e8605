import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { FormDialog } from '../../forms/form-dialog';
import { showDate } from '../../i18n/format';
import { tell } from '../../states/tell';

/** Asks the facility to correct what it declared. */
export function CorrectionDialog({ stayId, onClose }: { stayId: string; onClose: () => void }) {
  const { t } = useTranslation('self');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { text: '' } });
  return (
    <FormDialog
      title={t('corrections.dialogTitle')}
      hint={t('corrections.dialogHint')}
      form={form}
      send={({ text }) => api.requestCorrection({ body: { stayId, text } })}
      onDone={({ dueOn }) => {
        tell(t('corrections.sent', { day: showDate(dueOn) }));
        void queries.invalidateQueries({ queryKey: ['listOwnCorrections'] });
        onClose();
      }}
      onClose={onClose}
      action={t('corrections.send')}
    >
      <Textarea
        label={t('corrections.text')}
        description={t('corrections.textExample')}
        rows={5}
        maxLength={2_000}
        required
        data-autofocus
        {...form.getInputProps('text')}
      />
    </FormDialog>
  );
}
