import type { Output } from '@luutru/client';
import { Button, Group, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { may } from '../../api/session';
import { SecretDialog } from '../../app/secret-dialog';
import { Section } from '../../app/section';
import { useSession } from '../../app/session-context';
import { ConfirmDialog } from '../../forms/confirm-dialog';
import { FormDialog } from '../../forms/form-dialog';
import { showDate } from '../../i18n/format';
import { type Column, RecordTable } from '../../lists/record-table';
import { tell } from '../../states/tell';
import { useRoleName } from '../roles/role-name';
import { GrantDialog } from './grant-dialog';

export type Account = Output<'listAccounts'>['accounts'][number];
type Grant = Account['grants'][number];

/** One account: what it was granted, and what an administrator may do with it. */
export function AccountDetail({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const manages = may(useSession(), 'account.manage');
  const [open, setOpen] = useState<'grant' | 'disable' | 'restore' | Grant | null>(null);
  const roleName = useRoleName();
  const columns: Column<Grant>[] = [
    { key: 'role', header: t('accounts.role'), cell: ({ role }) => roleName(role) },
    { key: 'scope', header: t('accounts.scope'), cell: ({ scope }) => <ScopeText scope={scope} /> },
    {
      key: 'expires',
      header: t('accounts.expires'),
      cell: ({ expiresAt }) => (expiresAt === null ? t('accounts.noEnd') : showDate(expiresAt)),
    },
    ...(manages
      ? [
          {
            key: 'actions',
            header: '',
            cell: (grant: Grant) => (
              <Button
                variant="default"
                size="xs"
                aria-label={`${t('accounts.revoke')}: ${roleName(grant.role)}`}
                onClick={() => setOpen(grant)}
              >
                {t('accounts.revoke')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={t('accounts.details', { name: account.displayName })}
      actions={
        <Button variant="subtle" size="sm" onClick={onClose}>
          {t('accounts.close')}
        </Button>
      }
    >
      {account.grants.length === 0 ? (
        <Text>{t('accounts.noRoles')}</Text>
      ) : (
        <RecordTable
          caption={t('accounts.grants')}
          rows={account.grants}
          columns={columns}
          rowKey={({ grantId }) => grantId}
        />
      )}
      {manages && (
        <Group>
          <Button size="sm" onClick={() => setOpen('grant')}>
            {t('accounts.grant')}
          </Button>
          {account.disabledBecause === null && (
            <Button size="sm" variant="default" onClick={() => setOpen('disable')}>
              {t('accounts.disable')}
            </Button>
          )}
          <Button size="sm" variant="default" onClick={() => setOpen('restore')}>
            {t('accounts.restore')}
          </Button>
        </Group>
      )}
      <AccountDialogs account={account} open={open} onClose={() => setOpen(null)} />
    </Section>
  );
}

function ScopeText({ scope }: { scope: Grant['scope'] }) {
  const { t } = useTranslation('admin');
  return (
    <>
      {t(`accounts.scopeKinds.${scope.kind}`)}
      {scope.id !== null && (
        <Text size="xs" c="dimmed">
          {scope.id}
        </Text>
      )}
    </>
  );
}

interface AccountDialogsProps {
  readonly account: Account;
  readonly open: 'grant' | 'disable' | 'restore' | Grant | null;
  readonly onClose: () => void;
}

function AccountDialogs({ account, open, onClose }: AccountDialogsProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const roleName = useRoleName();
  const form = useForm({ initialValues: { reason: '' } });
  const [secret, setSecret] = useState<string | null>(null);
  const { accountId, displayName: name } = account;
  const done = (message: string): void => {
    tell(message);
    void queries.invalidateQueries({ queryKey: ['listAccounts'] });
    onClose();
  };
  if (secret !== null) {
    return (
      <SecretDialog
        title={t('accounts.secretTitle', { name })}
        hint={t('accounts.secretHint')}
        secret={secret}
        onKept={() => setSecret(null)}
      />
    );
  }
  if (open === null) return null;
  if (open === 'grant') {
    return (
      <GrantDialog accountId={accountId} name={name} onDone={() => done(t('accounts.granted'))} onClose={onClose} />
    );
  }
  if (open === 'disable') {
    return (
      <FormDialog
        title={t('accounts.disableTitle', { name })}
        hint={t('accounts.disableHint')}
        form={form}
        send={(body) => api.disableAccount({ path: { accountId }, body })}
        onDone={() => done(t('accounts.disabledDone'))}
        onClose={onClose}
        action={t('accounts.disable')}
        danger
      >
        <Textarea label={t('accounts.reason')} rows={3} required data-autofocus {...form.getInputProps('reason')} />
      </FormDialog>
    );
  }
  if (open === 'restore') {
    return (
      <ConfirmDialog
        title={t('accounts.restoreTitle', { name })}
        hint={t('accounts.restoreHint')}
        action={t('accounts.restore')}
        send={() => api.restoreAccount({ path: { accountId } })}
        onDone={({ firstPassword }) => {
          setSecret(firstPassword);
          done(t('accounts.restored'));
        }}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      title={t('accounts.revokeTitle', { role: roleName(open.role) })}
      hint={t('accounts.revokeHint')}
      action={t('accounts.revoke')}
      danger
      send={() => api.revokeRole({ path: { accountId, grantId: open.grantId } })}
      onDone={() => done(t('accounts.revoked'))}
      onClose={onClose}
    />
  );
}
