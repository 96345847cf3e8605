import { Button, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../../api/session';
import { Page } from '../../../app/page';
import { SecretDialog } from '../../../app/secret-dialog';
import { useSession } from '../../../app/session-context';
import { showDate, showMoment } from '../../../i18n/format';
import { type Column, RecordTable } from '../../../lists/record-table';
import { useFurther } from '../../../lists/use-further';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { tell } from '../../../states/tell';
import { useRoleName } from '../../roles/role-name';
import { AccountCreateDialog } from '../account-create-dialog';
import { type Account, AccountDetail } from '../account-detail';

/** Everybody who can sign in, with what they were granted. */
export function AccountsPage() {
  const { t } = useTranslation('admin');
  const session = useSession();
  const list = useFurther('listAccounts', { query: { limit: 50 } }, 'after');
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const accounts = list.data?.flatMap((page) => page.accounts);
  const account = accounts?.find(({ accountId }) => accountId === chosen);
  return (
    <Page
      title={t('accounts.title')}
      hint={t('accounts.hint')}
      actions={may(session, 'account.manage') && <Creation />}
    >
      <TextInput
        label={t('accounts.filter')}
        maw={420}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      {account && <AccountDetail key={account.accountId} account={account} onClose={() => setChosen(null)} />}
      <Answer query={{ ...list, data: accounts?.filter((one) => matches(one, filter)) }}>
        {(shown) => <AccountTable accounts={shown} onOpen={setChosen} />}
      </Answer>
      {list.more}
    </Page>
  );
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

const matches = ({ displayName, username }: Account, filter: string): boolean =>
  plain(`${displayName} ${username ?? ''}`).includes(plain(filter.trim()));

function AccountTable({ accounts, onOpen }: { accounts: readonly Account[]; onOpen: (accountId: string) => void }) {
  const { t } = useTranslation('admin');
  const roleName = useRoleName();
  if (accounts.length === 0) return <Empty title={t('accounts.empty')} />;
  const columns: Column<Account>[] = [
    { key: 'name', header: t('accounts.name'), cell: ({ displayName }) => displayName },
    {
      key: 'signsIn',
      header: t('accounts.signsIn'),
      cell: ({ username, signsIn, secondFactor }) =>
        [
          ...(signsIn.includes('password') ? [t('accounts.password', { username })] : []),
          ...(signsIn.includes('vneid') ? [t('accounts.vneid')] : []),
          ...(secondFactor ? [t('accounts.secondFactor')] : []),
        ].join(', '),
    },
    {
      key: 'roles',
      header: t('accounts.roles'),
      cell: ({ grants }) =>
        grants
          .map(({ role, expiresAt }) =>
            expiresAt === null
              ? roleName(role)
              : `${roleName(role)} (${t('accounts.until', { day: showDate(expiresAt) })})`,
          )
          .join(', ') || t('accounts.noRoles'),
    },
    {
      key: 'last',
      header: t('accounts.last'),
      cell: ({ lastSignedInAt }) => (lastSignedInAt === null ? t('accounts.never') : showMoment(lastSignedInAt)),
    },
    {
      key: 'state',
      header: t('accounts.state'),
      cell: ({ disabledBecause, locked }) => {
        if (disabledBecause !== null) return t('accounts.disabled', { reason: disabledBecause });
        return t(locked ? 'accounts.locked' : 'accounts.active');
      },
    },
    {
      key: 'actions',
      header: '',
      cell: ({ accountId, displayName }) => (
        <Button
          variant="default"
          size="xs"
          aria-label={`${t('accounts.open')}: ${displayName}`}
          onClick={() => {
            onOpen(accountId);
            window.scrollTo({ top: 0 });
          }}
        >
          {t('accounts.open')}
        </Button>
      ),
    },
  ];
  return (
    <RecordTable caption={t('accounts.list')} rows={accounts} columns={columns} rowKey={({ accountId }) => accountId} />
  );
}

function Creation() {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<{ readonly name: string; readonly password: string } | null>(null);
  return (
    <>
      <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('accounts.add')}
      </Button>
      {open && (
        <AccountCreateDialog
          onCreated={(name, password) => {
            setOpen(false);
            tell(t('accounts.created'));
            if (password !== null) setSecret({ name, password });
            void queries.invalidateQueries({ queryKey: ['listAccounts'] });
          }}
          onClose={() => setOpen(false)}
        />
      )}
      {secret && (
        <SecretDialog
          title={t('accounts.secretTitle', { name: secret.name })}
          hint={t('accounts.secretHint')}
          secret={secret.password}
          onKept={() => setSecret(null)}
        />
      )}
    </>
  );
}
