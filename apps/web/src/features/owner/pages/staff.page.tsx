import type { Output } from '@luutru/client';
import { Button, Group } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { api } from '../../../api/client';
import type { Facility } from '../../../api/facility';
import { Page } from '../../../app/page';
import { SecretDialog } from '../../../app/secret-dialog';
import { ConfirmDialog } from '../../../forms/confirm-dialog';
import { showMoment } from '../../../i18n/format';
import { type Column, RecordTable } from '../../../lists/record-table';
import { usePages } from '../../../lists/use-pages';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { tell } from '../../../states/tell';
import { useRoleName } from '../../roles/role-name';
import { OwnFacility } from '../own-facility';
import { StaffDialog } from '../staff-dialog';

type Clerk = Output<'listStaff'>['staff'][number];
type Open = { readonly kind: 'add' } | { readonly kind: 'reset' | 'remove'; readonly clerk: Clerk };

/** Who declares for the facility. */
export function StaffPage() {
  return <OwnFacility>{(facility) => <Staff key={facility.facilityId} facility={facility} />}</OwnFacility>;
}

function Staff({ facility: { facilityId, name } }: { facility: Facility }) {
  const { t } = useTranslation('owner');
  const query = useQuery(ask('listStaff', { path: { facility: facilityId } }));
  const [open, setOpen] = useState<Open | null>(null);
  const add = (
    <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setOpen({ kind: 'add' })}>
      {t('staff.add')}
    </Button>
  );
  return (
    <Page title={t('staff.title')} hint={t('staff.hint', { facility: name })} actions={add}>
      <Answer
        query={query}
        empty={({ staff }) => staff.length === 0 && <Empty title={t('staff.empty')}>{t('staff.emptyHint')}</Empty>}
      >
        {({ staff }) => <StaffTable staff={staff} onOpen={setOpen} />}
      </Answer>
      <Dialogs facilityId={facilityId} open={open} onClose={() => setOpen(null)} />
    </Page>
  );
}

function StaffTable({ staff, onOpen }: { staff: readonly Clerk[]; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('owner');
  const roleName = useRoleName();
  const { shown, pager } = usePages(staff, 20);
  const columns: Column<Clerk>[] = [
    { key: 'name', header: t('staff.name'), cell: ({ displayName }) => displayName },
    {
      key: 'role',
      header: t('staff.role'),
      cell: ({ grants }) => grants.map(({ role }) => roleName(role)).join(', '),
    },
    {
      key: 'signsIn',
      header: t('staff.signsIn'),
      cell: ({ username }) => (username === null ? t('staff.vneid') : t('staff.password', { username })),
    },
    {
      key: 'last',
      header: t('staff.last'),
      cell: ({ lastSignedInAt }) => (lastSignedInAt === null ? t('staff.never') : showMoment(lastSignedInAt)),
    },
    {
      key: 'state',
      header: t('staff.state'),
      cell: ({ disabledBecause, locked }) => {
        if (disabledBecause !== null) return t('staff.disabled', { reason: disabledBecause });
        return t(locked ? 'staff.locked' : 'staff.works');
      },
    },
    {
      key: 'actions',
      header: '',
      cell: (clerk) =>
        isClerk(clerk) && (
          <Group gap="xs" justify="flex-end">
            {clerk.signsIn.includes('password') && (
              <Button
                variant="default"
                size="xs"
                aria-label={`${t('staff.reset')}: ${clerk.displayName}`}
                onClick={() => onOpen({ kind: 'reset', clerk })}
              >
                {t('staff.reset')}
              </Button>
            )}
            <Button
              variant="default"
              size="xs"
              aria-label={`${t('staff.remove')}: ${clerk.displayName}`}
              onClick={() => onOpen({ kind: 'remove', clerk })}
            >
              {t('staff.remove')}
            </Button>
          </Group>
        ),
    },
  ];
  return (
    <>
      <RecordTable caption={t('staff.list')} rows={shown} columns={columns} rowKey={({ accountId }) => accountId} />
      {pager}
    </>
  );
}

/** Other owners are there too; an owner may take on and remove clerks only. */
const isClerk = ({ grants }: Clerk): boolean => grants.some(({ role }) => role === 'facility-clerk');

interface DialogsProps {
  readonly facilityId: string;
  readonly open: Open | null;
  readonly onClose: () => void;
}

function Dialogs({ facilityId, open, onClose }: DialogsProps) {
  const { t } = useTranslation('owner');
  const queries = useQueryClient();
  const [secret, setSecret] = useState<{ readonly name: string; readonly password: string } | null>(null);
  const done = (name: string, password: string | null): void => {
    void queries.invalidateQueries({ queryKey: ['listStaff'] });
    if (password !== null) setSecret({ name, password });
    onClose();
  };
  if (secret) {
    return (
      <SecretDialog
        title={t('staff.secretTitle', { name: secret.name })}
        hint={t('staff.secretHint')}
        secret={secret.password}
        onKept={() => setSecret(null)}
      />
    );
  }
  if (open?.kind === 'add') {
    return (
      <StaffDialog
        facilityId={facilityId}
        onAdded={(name, password) => {
          if (password === null) tell(t('staff.added', { name }));
          done(name, password);
        }}
        onClose={onClose}
      />
    );
  }
  if (!open) return null;
  const { accountId, displayName: name } = open.clerk;
  const path = { facility: facilityId, accountId };
  if (open.kind === 'reset') {
    return (
      <ConfirmDialog
        title={t('staff.resetTitle', { name })}
        hint={t('staff.resetHint')}
        action={t('staff.reset')}
        send={() => api.resetStaff({ path })}
        onDone={({ firstPassword }) => done(name, firstPassword)}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      title={t('staff.removeTitle', { name })}
      hint={t('staff.removeHint')}
      action={t('staff.remove')}
      danger
      send={() => api.removeStaff({ path })}
      onDone={() => {
        tell(t('staff.removed', { name }));
        done(name, null);
      }}
      onClose={onClose}
    />
  );
}
