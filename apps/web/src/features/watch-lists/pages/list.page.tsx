import { Tabs } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { useLanguage } from '../../../i18n/use-language';
import { Problem } from '../../../states/problem';
import { Loading } from '../../../states/states';
import { ChangeListForm, WithdrawList } from '../change-list-form';
import { Entries } from '../entries';
import { ImportEntries } from '../import-entries';
import { ListFacts } from '../list-facts';
import { ListPages } from '../list-pages';
import { ListVersions } from '../list-versions';
import { Proposed } from '../proposed';

const TABS = ['entries', 'import', 'facts', 'versions'] as const;

/** A list: whom it names, a file of more, what it is, and how it came to be. */
export function ListPage() {
  const { t } = useTranslation('watch-lists');
  const language = useLanguage();
  const client = useQueryClient();
  const { listId = '' } = useParams({ strict: false });
  const [proposalId, setProposalId] = useState<string | null>(null);
  const query = useQuery(ask('getWatchList', { path: { listId } }));
  const proposed = (id: string): void => {
    setProposalId(id);
    void client.invalidateQueries({ queryKey: ['getWatchList'] });
    void client.invalidateQueries({ queryKey: ['listWatchListProposals'] });
  };
  const { data: list } = query;
  const name = list && (language === 'en' ? list.name.en : list.name.vi);
  const active = list?.state === 'active';
  return (
    <Page title={name ?? t('list')} actions={<ListPages />}>
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      <Proposed proposalId={proposalId} />
      {list && (
        <Tabs defaultValue="entries" keepMounted={false}>
          <Tabs.List>
            {TABS.filter((tab) => active || tab !== 'import').map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {t(`tab.${tab}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="entries" pt="md">
            <Entries list={list} onProposed={proposed} />
          </Tabs.Panel>
          {active && (
            <Tabs.Panel value="import" pt="md">
              <ImportEntries listId={listId} onProposed={proposed} />
            </Tabs.Panel>
          )}
          <Tabs.Panel value="facts" pt="md">
            <ListFacts facts={list} />
            {active && <ChangeListForm key={list.version} list={list} onDone={proposed} />}
            {active && <WithdrawList list={list} onDone={proposed} />}
          </Tabs.Panel>
          <Tabs.Panel value="versions" pt="md">
            <ListVersions versions={list.versions} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
}
