import { Anchor, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { whileActive } from '../../../api/while-active';
import { Page } from '../../../app/page';
import { showMoment } from '../../../i18n/format';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { UnitName } from '../../police/units';
import { ListPages } from '../list-pages';
import { ProposalSigns } from '../proposal-signs';

const STATES = ['open', 'approved', 'refused', 'cancelled'] as const;

/** Changes that wait for a second pair of eyes, and what became of earlier ones. */
export function ProposalsPage() {
  const { t } = useTranslation('watch-lists');
  const [state, setState] = useState<(typeof STATES)[number]>('open');
  const query = useQuery({
    ...ask('listWatchListProposals', { query: { state, limit: 100 } }),
    refetchInterval: whileActive(30_000),
  });
  const proposals = query.data?.proposals ?? [];
  return (
    <Page title={t('proposals')} hint={t('proposalsHint')} actions={<ListPages />}>
      <Group>
        <NativeSelect
          label={t('proposalState.label')}
          data={STATES.map((value) => ({ value, label: t(`proposalState.${value}`) }))}
          value={state}
          onChange={(event) => setState(event.currentTarget.value as typeof state)}
        />
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data && proposals.length === 0 && <Empty title={t('noProposals')} />}
      <Stack gap="sm">
        {proposals.map((proposal) => (
          <Paper withBorder p="sm" key={proposal.proposalId} component="article">
            <Group justify="space-between" gap="xs" align="flex-start">
              <div>
                <Title order={2} size="h5">
                  <Anchor
                    component={Link}
                    to={`/watch-list-proposals/${proposal.proposalId}`}
                    inherit
                    underline="always"
                  >
                    {t(`proposalKind.${proposal.kind}`)}: {proposal.listName}
                  </Anchor>
                </Title>
                <Text size="sm">
                  <UnitName unitId={proposal.unitId} />
                  {proposal.kind === 'entries' && ` · ${t('effect.counts', counts(proposal))}`}
                </Text>
                <ProposalSigns proposal={proposal} />
              </div>
              <Text size="sm" c="dimmed">
                {showMoment(proposal.proposedAt)}
              </Text>
            </Group>
          </Paper>
        ))}
        {proposals.length === 100 && <Text size="sm">{t('firstHundred')}</Text>}
      </Stack>
    </Page>
  );
}

const counts = ({ added, changed, withdrawn }: { added: number; changed: number; withdrawn: number }) => ({
  added,
  changed,
  withdrawn,
});
