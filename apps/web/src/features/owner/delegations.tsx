import type { Output } from '@luutru/client';
import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { api } from '../../api/client';
import type { Facility } from '../../api/facility';
import { Section } from '../../app/section';
import { ConfirmDialog } from '../../forms/confirm-dialog';
import { showDate } from '../../i18n/format';
import { type Column, RecordTable } from '../../lists/record-table';
import { Answer } from '../../states/answer';
import { tell } from '../../states/tell';
import { DelegateDialog } from './delegate-dialog';
import { usePermissionNames } from './permission-choice';

type Delegation = Output<'listDelegations'>['delegations'][number];

/** Vendors whose software works for the facility. */
export function Delegations({ facility: { facilityId } }: { facility: Facility }) {
  const { t } = useTranslation('owner');
  const queries = useQueryClient();
  const query = useQuery(ask('listDelegations', { path: { facility: facilityId } }));
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Delegation | null>(null);
  const renew = (): void => void queries.invalidateQueries({ queryKey: ['listDelegations'] });
  const permissionNames = usePermissionNames();
  const columns: Column<Delegation>[] = [
    {
      key: 'vendor',
      header: t('vendors.vendor'),
      cell: ({ vendorName, vendorCode }) => `${vendorName} (${vendorCode})`,
    },
    { key: 'may', header: t('vendors.may'), cell: ({ permissions }) => permissionNames(permissions) },
    { key: 'since', header: t('vendors.since'), cell: ({ grantedAt }) => showDate(grantedAt) },
    {
      key: 'until',
      header: t('vendors.until'),
      cell: ({ expiresAt }) => (expiresAt === null ? t('vendors.noEnd') : showDate(expiresAt)),
    },
    {
      key: 'actions',
      header: '',
      cell: (delegation) => (
        <Button
          variant="default"
          size="xs"
          aria-label={`${t('vendors.revoke')}: ${delegation.vendorName}`}
          onClick={() => setEnding(delegation)}
        >
          {t('vendors.revoke')}
        </Button>
      ),
    },
  ];
  return (
    <Section
      title={t('vendors.delegations')}
      actions={
        <Button size="sm" onClick={() => setAdding(true)}>
          {t('vendors.delegate')}
        </Button>
      }
    >
      <Answer
        query={query}
        empty={({ delegations }) => delegations.length === 0 && <Text>{t('vendors.noDelegations')}</Text>}
      >
        {({ delegations }) => (
          <RecordTable
            caption={t('vendors.delegationList')}
            rows={delegations}
            columns={columns}
            rowKey={({ vendorCode }) => vendorCode}
          />
        )}
      </Answer>
      {adding && (
        <DelegateDialog
          facilityId={facilityId}
          onDone={() => {
            renew();
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {ending && (
        <ConfirmDialog
          title={t('vendors.revokeDelegationTitle', { name: ending.vendorName })}
          hint={t('vendors.revokeDelegationHint')}
          action={t('vendors.revoke')}
          danger
          send={() => api.revokeDelegation({ path: { facility: facilityId, vendor: ending.vendorCode } })}
          onDone={() => {
            tell(t('vendors.revoked'));
            renew();
            setEnding(null);
          }}
          onClose={() => setEnding(null)}
        />
      )}
    </Section>
  );
}
