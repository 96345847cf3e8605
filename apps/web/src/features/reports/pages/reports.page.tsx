import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { SecretDialog } from '../../../app/secret-dialog';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { SubscribeDialog } from '../subscribe-dialog';
import { SubscriptionCard } from '../subscription-card';

/** Reports that are made and sent by themselves, of one's own. */
export function ReportsPage() {
  const { t } = useTranslation('reports');
  const query = useQuery(ask('listSubscriptions'));
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Page
      title={t('title')}
      hint={t('hint')}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAsking(true)}>
          {t('subscribe')}
        </Button>
      }
    >
      <Answer
        query={query}
        empty={({ subscriptions }) => subscriptions.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
      >
        {({ subscriptions }) => (
          <Stack component="ul" gap="sm" p={0} m={0} aria-label={t('title')} style={{ listStyle: 'none' }}>
            {subscriptions.map((subscription) => (
              <SubscriptionCard key={subscription.subscriptionId} subscription={subscription} />
            ))}
          </Stack>
        )}
      </Answer>
      {asking && <SubscribeDialog onClose={() => setAsking(false)} onSecret={setSecret} />}
      {secret !== null && (
        <SecretDialog
          title={t('secret.title')}
          hint={t('secret.hint')}
          secret={secret}
          onKept={() => setSecret(null)}
        />
      )}
    </Page>
  );
}
