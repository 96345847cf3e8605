import { Group, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { FormDialog } from '../../forms/form-dialog';

/** Records when the system was or will not be available. Moments are Vietnam's, as the API reads them without an offset. */
export function OutageDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const form = useForm({ initialValues: { from: '', until: '', reason: { vi: '', en: '' }, wardIds: '' } });
  return (
    <FormDialog
      title={t('outages.declareTitle')}
      hint={t('outages.declareHint')}
      form={form}
      send={({ wardIds, ...given }) => {
        const wards = wardIds.split(/\s+/).filter((id) => id !== '');
        return api.declareOutage({ body: { ...given, ...(wards.length > 0 && { wardIds: wards }) } as never });
      }}
      onDone={onDone}
      onClose={onClose}
      action={t('outages.declare')}
    >
      <Group grow align="flex-start">
        <TextInput
          type="datetime-local"
          label={t('outages.from')}
          required
          data-autofocus
          {...form.getInputProps('from')}
        />
        <TextInput type="datetime-local" label={t('outages.until')} required {...form.getInputProps('until')} />
      </Group>
      <TextInput label={t('outages.reasonVi')} required maxLength={300} {...form.getInputProps('reason.vi')} />
      <TextInput label={t('outages.reasonEn')} required maxLength={300} {...form.getInputProps('reason.en')} />
      <Textarea
        label={t('outages.wardIds')}
        description={t('outages.wardIdsHint')}
        rows={2}
        {...form.getInputProps('wardIds')}
      />
    </FormDialog>
  );
}
