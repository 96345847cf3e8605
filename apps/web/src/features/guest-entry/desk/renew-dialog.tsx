import { Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { FormDialog } from '../../../forms/form-dialog';

interface RenewDialogProps {
  readonly facilityId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A new code for the old one; where that was misused, what came by it goes with it. */
export function RenewDialog({ facilityId, onDone, onClose }: RenewDialogProps) {
  const { t } = useTranslation('guest-entry');
  const form = useForm({ initialValues: { refuseWaiting: false } });
  return (
    <FormDialog
      title={t('card.renew')}
      hint={t('card.renewHint')}
      form={form}
      action={t('card.renew')}
      danger
      send={(body) => api.renewDeskLink({ path: { facility: facilityId }, body })}
      onDone={onDone}
      onClose={onClose}
    >
      <Checkbox label={t('card.refuseWaiting')} {...form.getInputProps('refuseWaiting', { type: 'checkbox' })} />
    </FormDialog>
  );
}
