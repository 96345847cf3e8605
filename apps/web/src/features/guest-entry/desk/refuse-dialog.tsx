import { Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { FormDialog } from '../../../forms/form-dialog';

const REASONS = ['data-wrong', 'not-here', 'entered-twice', 'declared-otherwise'] as const;
type Reason = (typeof REASONS)[number];

interface RefuseDialogProps {
  readonly facilityId: string;
  readonly entryId: string;
  readonly onRefused: () => void;
  readonly onClose: () => void;
}

/** Why an entry is sent back; the guest is told. */
export function RefuseDialog({ facilityId, entryId, onRefused, onClose }: RefuseDialogProps) {
  const { t } = useTranslation('guest-entry');
  const form = useForm<{ reason: Reason }>({ initialValues: { reason: 'data-wrong' } });
  return (
    <FormDialog
      title={t('refuse.title')}
      hint={t('refuse.hint')}
      form={form}
      action={t('refuse.action')}
      danger
      send={({ reason }) => api.refuseGuestEntry({ path: { facility: facilityId, entryId }, body: { reason } })}
      onDone={onRefused}
      onClose={onClose}
    >
      <Radio.Group label={t('refuse.reason')} {...form.getInputProps('reason')}>
        <Stack gap="xs" pt="xs">
          {REASONS.map((reason) => (
            <Radio key={reason} value={reason} label={t(`refuse.reasons.${reason}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
}
