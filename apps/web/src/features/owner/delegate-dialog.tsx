import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Input } from '@luutru/client';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { FormDialog } from '../../forms/form-dialog';
import { tell } from '../../states/tell';
import { PermissionChoice } from './permission-choice';

type Permissions = Input<'delegate'>['body']['permissions'];

/** Lets the software of a vendor work for the facility. */
export function DelegateDialog(props: { facilityId: string; onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation('owner');
  const form = useForm({
    initialValues: { vendor: '', permissions: ['stay.declare', 'stay.read', 'facility.read'], expiresOn: '' },
  });
  return (
    <FormDialog
      title={t('vendors.delegateTitle')}
      form={form}
      send={({ vendor, permissions, expiresOn }) =>
        api.delegate({
          path: { facility: props.facilityId, vendor: vendor.trim().toUpperCase() },
          body: { permissions: permissions as Permissions, ...(expiresOn !== '' && { expiresOn }) },
        })
      }
      onDone={() => {
        tell(t('vendors.delegated'));
        props.onDone();
      }}
      onClose={props.onClose}
      action={t('vendors.delegate')}
    >
      <TextInput
        label={t('vendors.vendorCode')}
        description={t('vendors.vendorCodeHint')}
        autoComplete="off"
        required
        data-autofocus
        {...form.getInputProps('vendor')}
      />
      <PermissionChoice {...form.getInputProps('permissions')} />
      <TextInput
        type="date"
        label={t('vendors.expiresOn')}
        description={t('vendors.expiresHint')}
        {...form.getInputProps('expiresOn')}
      />
    </FormDialog>
  );
}
