import { Anchor, Button, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../app/page';

/** What this is and for whom. */
export function AboutPage() {
  const { t } = useTranslation('public');
  return (
    <Page title={t('about.title')}>
      <Text size="lg" maw={680}>
        {t('about.lead')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Card title={t('about.citizenTitle')} text={t('about.citizen')}>
          <Button component="a" href="/v1/sign-in/vneid">
            {t('about.citizenAction')}
          </Button>
        </Card>
        <Card title={t('about.facilityTitle')} text={t('about.facility')}>
          <Button component={Link} to="/sign-in" variant="default">
            {t('about.facilityAction')}
          </Button>
        </Card>
        <Card title={t('about.receiptTitle')} text={t('about.receipt')}>
          <Button component={Link} to="/verify" variant="default">
            {t('about.receiptAction')}
          </Button>
        </Card>
        <Card title={t('about.openTitle')} text={t('about.open')}>
          <Anchor component={Link} to="/open-data">
            {t('about.openAction')}
          </Anchor>
        </Card>
      </SimpleGrid>
      <section aria-labelledby="rights">
        <Title order={2} size="h3" id="rights" mb="xs">
          {t('about.rightsTitle')}
        </Title>
        <List spacing="xs" maw={720}>
          {(['rights1', 'rights2', 'rights3', 'rights4'] as const).map((right) => (
            <List.Item key={right}>{t(`about.${right}`)}</List.Item>
          ))}
        </List>
      </section>
    </Page>
  );
}

function Card({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md">
      <Stack h="100%" justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text>{text}</Text>
        </div>
        {children}
      </Stack>
    </Paper>
  );
}
