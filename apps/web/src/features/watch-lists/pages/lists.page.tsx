import { Anchor, Button, Collapse, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { useLanguage } from '../../../i18n/use-language';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { Tag } from '../../police/tag';
import { UnitName } from '../../police/units';
import { ListPages } from '../list-pages';
import { NewListForm } from '../new-list-form';
import { Proposed } from '../proposed';

/** The lists that the unit keeps. */
export function ListsPage() {
  const { t } = useTranslation('watch-lists');
  const language = useLanguage();
  const [adding, setAdding] = useState(false);
  const [proposalId, setProposalId] = useState<string | null>(null);
  const query = useQuery(ask('listWatchLists'));
  const lists = query.data?.lists ?? [];
  return (
    <Page title={t('title')} hint={t('hint')} actions={<ListPages />}>
      <Group>
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          variant={adding ? 'default' : 'filled'}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {t('newList')}
        </Button>
      </Group>
      <Proposed proposalId={proposalId} />
      <Collapse expanded={adding}>
        {adding && (
          <NewListForm
            onDone={(id) => {
              setAdding(false);
              setProposalId(id);
            }}
          />
        )}
      </Collapse>
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data && lists.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {lists.map((list) => (
          <Paper withBorder p="md" key={list.listId} component="article">
            <Stack gap={4}>
              <Group justify="space-between" gap="xs" align="flex-start">
                <Title order={2} size="h4">
                  <Anchor component={Link} to={`/watch-lists/${list.listId}`} inherit underline="always">
                    {language === 'en' ? list.name.en : list.name.vi}
                  </Anchor>
                </Title>
                {list.state !== 'active' && <Tag>{t(`state.${list.state}`)}</Tag>}
              </Group>
              <Text size="sm">
                {language === 'en' ? list.kindName.en : list.kindName.vi} · <UnitName unitId={list.unitId} />
              </Text>
              <Text size="sm">{t('entryCount', { count: list.entries })}</Text>
              <Text size="sm" c="dimmed">
                {list.legalBasis}
              </Text>
              {list.openProposals > 0 && (
                <div>
                  <Tag tone="info">{t('openProposals', { count: list.openProposals })}</Tag>
                </div>
              )}
            </Stack>
          </Paper>
        ))}
      </SimpleGrid>
    </Page>
  );
}
