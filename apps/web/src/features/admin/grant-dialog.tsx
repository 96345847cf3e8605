import type { Input, Output } from '@luutru/client';
import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { api } from '../../api/client';
import { FormDialog } from '../../forms/form-dialog';
import { useLanguage } from '../../i18n/use-language';
import { Answer } from '../../states/answer';
import { ScopeFields } from './scope-fields';

type Role = Output<'listRoles'>['roles'][number];
type Body = Input<'grantRole'>['body'];

interface GrantDialogProps {
  readonly accountId: string;
  readonly name: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Grants a role, bound to what the role may be bound to, for a time or without an end. */
export function GrantDialog(props: GrantDialogProps) {
  const roles = useQuery({ ...ask('listRoles'), staleTime: Infinity });
  return <Answer query={roles}>{(data) => <GrantForm {...props} roles={data.roles} />}</Answer>;
}

function GrantForm({ accountId, name, roles, onDone, onClose }: GrantDialogProps & { roles: readonly Role[] }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const [first] = roles;
  const form = useForm({
    initialValues: { role: first?.role ?? '', scope: { kind: first?.scopes[0] ?? 'none', id: '' }, expiresOn: '' },
  });
  const role = roles.find((one) => one.role === form.getValues().role);
  return (
    <FormDialog
      title={t('accounts.grantTitle', { name })}
      form={form}
      send={({ role: granted, scope, expiresOn }) =>
        api.grantRole({
          path: { accountId },
          body: {
            role: granted as Body['role'],
            scope: {
              kind: scope.kind as Body['scope']['kind'],
              ...(scope.kind !== 'none' && { id: scope.id.trim() }),
            },
            ...(expiresOn !== '' && { expiresOn }),
          },
        })
      }
      onDone={onDone}
      onClose={onClose}
      action={t('accounts.grant')}
    >
      <NativeSelect
        label={t('accounts.role')}
        data-autofocus
        data={roles.map((one) => ({ value: one.role, label: one.name[language] }))}
        {...form.getInputProps('role')}
        onChange={(event) => {
          const chosen = roles.find((one) => one.role === event.currentTarget.value);
          if (chosen) form.setValues({ role: chosen.role, scope: { kind: chosen.scopes[0] ?? 'none', id: '' } });
        }}
      />
      {role?.secondFactor === true && (
        <Text size="sm" c="dimmed">
          {t('accounts.needsSecondFactor')}
        </Text>
      )}
      <ScopeFields
        scope={form.getValues().scope}
        kinds={role?.scopes ?? []}
        error={form.errors['scope.id'] ?? form.errors.scope}
        onChange={(scope) => form.setFieldValue('scope', scope)}
      />
      <TextInput
        type="date"
        label={t('accounts.expiresOn')}
        description={t('accounts.expiresHint')}
        {...form.getInputProps('expiresOn')}
      />
    </FormDialog>
  );
}
