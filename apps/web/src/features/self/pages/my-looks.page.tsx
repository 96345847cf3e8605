import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { LookList } from '../look-list';

/** Every look at the person's data that they may know of by now. */
export function MyLooksPage() {
  const { t } = useTranslation('self');
  const query = useQuery(ask('listOwnLooks'));
  const stays = useQuery(ask('listOwnStays'));
  return (
    <Page title={t('looks.title')} hint={t('looks.hint')}>
      <Answer
        query={query}
        empty={({ looks }) => looks.length === 0 && <Empty title={t('looks.empty')}>{t('looks.emptyHint')}</Empty>}
      >
        {({ looks }) => <LookList looks={looks} stays={stays.data?.stays ?? []} />}
      </Answer>
      <Paper withBorder p="md">
        <Stack gap="sm">
          <div>
            <Title order={2} size="h4">
              {t('looks.later')}
            </Title>
            <Text>{t('looks.laterText')}</Text>
          </div>
          <div>
            <Title order={2} size="h4">
              {t('looks.whatNow')}
            </Title>
            <Text>{t('looks.whatNowText')}</Text>
          </div>
        </Stack>
      </Paper>
    </Page>
  );
}
