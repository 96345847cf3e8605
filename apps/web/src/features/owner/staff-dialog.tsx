import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { FormDialog } from '../../forms/form-dialog';

interface StaffDialogProps {
  readonly facilityId: string;
  readonly onAdded: (name: string, firstPassword: string | null) => void;
  readonly onClose: () => void;
}

/** A new clerk: with a user name and a first password, or as the person of a number, who signs in with VNeID. */
export function StaffDialog({ facilityId, onAdded, onClose }: StaffDialogProps) {
  const { t } = useTranslation('owner');
  const form = useForm({ initialValues: { how: 'username', displayName: '', username: '', personalNumber: '' } });
  const { how } = form.getValues();
  return (
    <FormDialog
      title={t('staff.addTitle')}
      form={form}
      send={({ how, displayName, username, personalNumber }) =>
        api.addStaff({
          path: { facility: facilityId },
          body: { displayName, ...(how === 'username' ? { username } : { personalNumber }) },
        })
      }
      onDone={({ firstPassword }) => onAdded(form.getValues().displayName, firstPassword)}
      onClose={onClose}
      action={t('staff.add')}
    >
      <TextInput label={t('staff.displayName')} required data-autofocus {...form.getInputProps('displayName')} />
      <Stack gap={4} role="group" aria-labelledby="how">
        <Text size="sm" fw={500} id="how">
          {t('staff.how')}
        </Text>
        <SegmentedControl
          fullWidth
          orientation="vertical"
          aria-labelledby="how"
          data={[
            { value: 'username', label: t('staff.byUsername') },
            { value: 'person', label: t('staff.byPerson') },
          ]}
          {...form.getInputProps('how')}
        />
      </Stack>
      {how === 'username' ? (
        <TextInput
          label={t('staff.username')}
          description={t('staff.usernameHint')}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          required
          {...form.getInputProps('username')}
        />
      ) : (
        <TextInput
          label={t('staff.personalNumber')}
          description={t('staff.personalNumberHint')}
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
