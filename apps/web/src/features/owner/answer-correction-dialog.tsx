import { Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { FormDialog } from '../../forms/form-dialog';
import { tell } from '../../states/tell';

/** Tells the guest whether what they asked for is corrected, and why not otherwise. */
export function AnswerCorrectionDialog({ requestId, onClose }: { requestId: string; onClose: () => void }) {
  const { t } = useTranslation('owner');
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { decision: '', text: '' },
    validate: { decision: (decision) => (decision === '' ? t('corrections.choose') : null) },
  });
  return (
    <FormDialog
      title={t('corrections.answerTitle')}
      hint={t('corrections.acceptedHint')}
      form={form}
      send={({ decision, text }) =>
        api.answerCorrection({ path: { requestId }, body: { decision: decision as 'accepted' | 'refused', text } })
      }
      onDone={() => {
        tell(t('corrections.sent'));
        void queries.invalidateQueries({ queryKey: ['listCorrections'] });
        onClose();
      }}
      onClose={onClose}
      action={t('corrections.answer')}
    >
      <Radio.Group label={t('corrections.decision')} required {...form.getInputProps('decision')}>
        <Stack gap="xs" mt="xs">
          <Radio value="accepted" label={t('corrections.accepted')} />
          <Radio value="refused" label={t('corrections.refused')} />
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('corrections.text')}
        description={t('corrections.textHint')}
        rows={4}
        maxLength={2_000}
        required
        {...form.getInputProps('text')}
      />
    </FormDialog>
  );
}
