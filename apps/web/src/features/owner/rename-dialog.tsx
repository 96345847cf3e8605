import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Facility } from '../../api/facility';
import { FormDialog } from '../../forms/form-dialog';
import { tell } from '../../states/tell';

export function RenameDialog({ facility, onClose }: { facility: Facility; onClose: () => void }) {
  const { t } = useTranslation('owner');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { name: facility.name } });
  return (
    <FormDialog
      title={t('facility.renameTitle')}
      form={form}
      send={({ name }) =>
        api.changeFacility({ path: { facility: facility.facilityId }, body: { name, version: facility.version } })
      }
      onDone={() => {
        tell(t('facility.changed'));
        void queries.invalidateQueries({ queryKey: ['listFacilities'] });
        onClose();
      }}
      onClose={onClose}
      action={t('common:actions.save')}
    >
      <TextInput label={t('facility.name')} required data-autofocus {...form.getInputProps('name')} />
    </FormDialog>
  );
}
