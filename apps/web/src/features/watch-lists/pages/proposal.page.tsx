import { Alert, Stack, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../app/page';
import { Problem } from '../../../states/problem';
import { Loading } from '../../../states/states';
import { useLook } from '../../police/look';
import { Pager, useCursor } from '../../police/pages-of';
import { Tag } from '../../police/tag';
import { ListPages } from '../list-pages';
import { ProposalActions } from '../proposal-actions';
import { ProposalChanges } from '../proposal-changes';
import { ProposalSigns } from '../proposal-signs';

/** What a proposal changes beside what is there, and the decision of somebody else. */
export function ProposalPage() {
  const { t } = useTranslation('watch-lists');
  const client = useQueryClient();
  const { proposalId = '' } = useParams({ strict: false });
  const { cursor, page, forward, back } = useCursor();
  const query = useLook('getWatchListProposal', {
    path: { proposalId },
    query: { limit: 25, ...(cursor !== undefined && { after: Number(cursor) }) },
  });
  const decided = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['listWatchListProposals'] });
    await client.invalidateQueries({ queryKey: ['listWatchLists'] });
    await client.invalidateQueries({ queryKey: ['getWatchList'] });
    await client.invalidateQueries({ queryKey: ['listWatchListEntries'] });
    await query.refetch();
  };
  const { data } = query;
  const title = data ? `${t(`proposalKind.${data.kind}`)}: ${data.listName}` : t('proposal');
  return (
    <Page title={title} actions={<ListPages />}>
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {data && (
        <Stack gap="md">
          <div>
            <Tag tone={data.state === 'open' ? 'info' : 'plain'}>{t(`proposalState.${data.state}`)}</Tag>
            <ProposalSigns proposal={data} />
          </div>
          {data.reason !== null && <Text>{t('refusedBecause', { reason: data.reason })}</Text>}
          <Alert color="blue" icon={<IconUsersGroup aria-hidden />} title={t('effect.title')}>
            {t(`effect.${data.kind}`, { added: data.added, changed: data.changed, withdrawn: data.withdrawn })}{' '}
            {t('effect.rescreen')}
          </Alert>
          {data.state === 'open' && <ProposalActions proposal={data} onDecided={() => void decided()} />}
          <ProposalChanges proposal={data} />
          <Pager
            page={page}
            next={data.next === null ? null : String(data.next)}
            onForward={forward}
            onBack={back}
            busy={query.isFetching}
          />
        </Stack>
      )}
    </Page>
  );
}
