import type { Output } from '@luutru/client';
import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { api } from '../../api/client';
import type { Facility } from '../../api/facility';
import { SecretDialog } from '../../app/secret-dialog';
import { Section } from '../../app/section';
import { ConfirmDialog } from '../../forms/confirm-dialog';
import { showDate, showMoment } from '../../i18n/format';
import { type Column, RecordTable } from '../../lists/record-table';
import { Answer } from '../../states/answer';
import { tell } from '../../states/tell';
import { KeyDialog } from './key-dialog';
import { usePermissionNames } from './permission-choice';

type Key = Output<'listApiKeys'>['keys'][number];

/** Keys of the facility's own software. */
export function ApiKeys({ facility: { facilityId } }: { facility: Facility }) {
  const { t } = useTranslation('owner');
  const queries = useQueryClient();
  const query = useQuery(ask('listApiKeys', { path: { facility: facilityId } }));
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [ending, setEnding] = useState<Key | null>(null);
  const renew = (): void => void queries.invalidateQueries({ queryKey: ['listApiKeys'] });
  const permissionNames = usePermissionNames();
  const columns: Column<Key>[] = [
    { key: 'label', header: t('vendors.label'), cell: ({ label }) => label },
    { key: 'may', header: t('vendors.may'), cell: ({ permissions }) => permissionNames(permissions) },
    {
      key: 'last',
      header: t('vendors.lastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('vendors.neverUsed') : showMoment(lastUsedAt)),
    },
    {
      key: 'until',
      header: t('vendors.until'),
      cell: ({ expiresAt }) => (expiresAt === null ? t('vendors.noEnd') : showDate(expiresAt)),
    },
    {
      key: 'actions',
      header: '',
      cell: (key) => (
        <Button
          variant="default"
          size="xs"
          aria-label={`${t('vendors.revoke')}: ${key.label}`}
          onClick={() => setEnding(key)}
        >
          {t('vendors.revoke')}
        </Button>
      ),
    },
  ];
  return (
    <Section
      title={t('vendors.keys')}
      actions={
        <Button size="sm" onClick={() => setMaking(true)}>
          {t('vendors.createKey')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('vendors.noKeysHint')}
      </Text>
      <Answer query={query} empty={({ keys }) => keys.length === 0 && <Text>{t('vendors.noKeys')}</Text>}>
        {({ keys }) => (
          <RecordTable caption={t('vendors.keyList')} rows={keys} columns={columns} rowKey={({ id }) => id} />
        )}
      </Answer>
      {making && (
        <KeyDialog
          facilityId={facilityId}
          onMade={(key) => {
            setMaking(false);
            setSecret(key);
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {secret !== null && (
        <SecretDialog
          title={t('vendors.secretTitle')}
          hint={t('vendors.secretHint')}
          secret={secret}
          onKept={() => {
            setSecret(null);
            renew();
          }}
        />
      )}
      {ending && (
        <ConfirmDialog
          title={t('vendors.revokeKeyTitle', { name: ending.label })}
          hint={t('vendors.revokeKeyHint')}
          action={t('vendors.revoke')}
          danger
          send={() => api.revokeApiKey({ path: { facility: facilityId, keyId: ending.id } })}
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
