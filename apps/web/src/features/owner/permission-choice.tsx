import { Checkbox, type CheckboxGroupProps, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const PERMISSIONS = [
  'stay.declare',
  'stay.read',
  'facility.read',
  'trip.manage',
  'patient.manage',
  'webhook.manage',
] as const;

/** What a machine may do for the facility. */
export function PermissionChoice(props: Omit<CheckboxGroupProps, 'children'>) {
  const { t } = useTranslation('owner');
  const names = t('vendors.permission', { returnObjects: true }) as Record<string, string>;
  return (
    <Checkbox.Group label={t('vendors.permissions')} required {...props}>
      <Stack gap="xs" mt="xs">
        {PERMISSIONS.map((permission) => (
          <Checkbox key={permission} value={permission} label={names[permission]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** Names of permissions, one after the other. */
export function usePermissionNames(): (permissions: readonly string[]) => string {
  const { t } = useTranslation('owner');
  const names = t('vendors.permission', { returnObjects: true }) as Record<string, string>;
  return (permissions) => permissions.map((permission) => names[permission] ?? permission).join(', ');
}
