import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { FormDialog } from '../../forms/form-dialog';

interface AccountCreateDialogProps {
  readonly onCreated: (name: string, firstPassword: string | null) => void;
  readonly onClose: () => void;
}

export function AccountCreateDialog({ onCreated, onClose }: AccountCreateDialogProps) {
  const { t } = useTranslation('admin');
  const form = useForm({ initialValues: { how: 'username', displayName: '', username: '', personalNumber: '' } });
  return (
    <FormDialog
      title={t('accounts.createTitle')}
      form={form}
      send={({ how, displayName, username, personalNumber }) =>
        api.createAccount({ body: { displayName, ...(how === 'username' ? { username } : { personalNumber }) } })
      }
      onDone={({ firstPassword }) => onCreated(form.getValues().displayName, firstPassword)}
      onClose={onClose}
      action={t('accounts.add')}
    >
      <TextInput label={t('accounts.displayName')} required data-autofocus {...form.getInputProps('displayName')} />
      <Stack gap={4}>
        <Text size="sm" fw={500} id="how">
          {t('accounts.how')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="how"
          data={[
            { value: 'username', label: t('accounts.byUsername') },
            { value: 'person', label: t('accounts.byPerson') },
          ]}
          {...form.getInputProps('how')}
        />
      </Stack>
      {form.getValues().how === 'username' ? (
        <TextInput
          label={t('accounts.username')}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          required
          {...form.getInputProps('username')}
        />
      ) : (
        <TextInput
          label={t('accounts.personalNumber')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          required
          {...form.getInputProps('personalNumber')}
        />
      )}
    </FormDialog>
  );
}
