import { SimpleGrid, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../app/page';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { ownGlasses } from '../../police/glasses';
import { GlassFacts } from '../glass-facts';
import { GlassPages } from '../glass-pages';
import { OpenForm } from '../open-form';

/** Looking beyond the jurisdiction when it cannot wait, and one's own earlier times. */
export function BreakGlassPage() {
  const { t } = useTranslation('break-glass');
  const query = useQuery(ownGlasses);
  return (
    <Page title={t('title')} hint={t('hint')} actions={<GlassPages />}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <OpenForm />
        <Stack gap="sm" component="section">
          <Title order={2} size="h4">
            {t('own')}
          </Title>
          {query.isPending && <Loading />}
          {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
          {query.data?.breakGlasses.length === 0 && <Empty title={t('none')} />}
          {query.data?.breakGlasses.map((glass) => (
            <GlassFacts key={glass.breakGlassId} glass={glass} />
          ))}
        </Stack>
      </SimpleGrid>
    </Page>
  );
}
