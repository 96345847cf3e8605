import type { Input } from '@luutru/client';
import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { FormDialog } from '../../forms/form-dialog';
import { PermissionChoice } from './permission-choice';

type Permissions = NonNullable<Input<'createApiKey'>['body']['permissions']>;

interface KeyDialogProps {
  readonly facilityId: string;
  readonly onMade: (key: string) => void;
  readonly onClose: () => void;
}

export function KeyDialog({ facilityId, onMade, onClose }: KeyDialogProps) {
  const { t } = useTranslation('owner');
  const form = useForm({
    initialValues: { label: '', permissions: ['stay.declare', 'stay.read'], allowedNetworks: '', expiresOn: '' },
  });
  return (
    <FormDialog
      title={t('vendors.createKeyTitle')}
      form={form}
      send={({ label, permissions, allowedNetworks, expiresOn }) => {
        const networks = allowedNetworks.split(/\s+/).filter((network) => network !== '');
        return api.createApiKey({
          path: { facility: facilityId },
          body: {
            label,
            permissions: permissions as Permissions,
            ...(networks.length > 0 && { allowedNetworks: networks }),
            ...(expiresOn !== '' && { expiresOn }),
          },
        });
      }}
      onDone={({ key }) => onMade(key)}
      onClose={onClose}
      action={t('vendors.createKey')}
    >
      <TextInput
        label={t('vendors.label')}
        description={t('vendors.labelHint')}
        required
        data-autofocus
        {...form.getInputProps('label')}
      />
      <PermissionChoice {...form.getInputProps('permissions')} />
      <Textarea
        label={t('vendors.allowedNetworks')}
        description={t('vendors.allowedNetworksHint')}
        rows={2}
        spellCheck={false}
        {...form.getInputProps('allowedNetworks')}
      />
      <TextInput
        type="date"
        label={t('vendors.expiresOn')}
        description={t('vendors.expiresHint')}
        {...form.getInputProps('expiresOn')}
      />
    </FormDialog>
  );
}
