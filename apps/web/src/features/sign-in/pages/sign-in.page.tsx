import { Anchor, Button, Container, Divider, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../../api/session';
import { switchLanguage } from '../../../i18n/i18n';
import { useLanguage } from '../../../i18n/use-language';
import { SignInSteps } from '../sign-in-steps';

const route = getRouteApi('/sign-in');

/** Signing in: with the national identity, or step by step with an account of the facility. */
export function SignInPage() {
  const { t } = useTranslation('sign-in');
  const language = useLanguage();
  const queries = useQueryClient();
  const router = useRouter();
  const { to } = route.useSearch();
  useEffect(() => {
    document.title = `${t('title')} · Luutru`;
  }, [t]);
  const enter = async (): Promise<void> => {
    await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    await router.navigate({ href: to ?? '/app/', replace: true });
  };
  return (
    <Container size={440} py="xl" component="main">
      <Stack>
        <Group justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <img src="/app/icon.svg" alt="" width={44} height={44} />
            <div>
              <Title order={1} size="h3">
                Luutru
              </Title>
              <Text size="sm" c="dimmed">
                {t('subtitle')}
              </Text>
            </div>
          </Group>
          <Button
            variant="subtle"
            lang={language === 'vi' ? 'en' : 'vi'}
            onClick={() => void switchLanguage(language === 'vi' ? 'en' : 'vi')}
          >
            {language === 'vi' ? 'English' : 'Tiếng Việt'}
          </Button>
        </Group>
        <Paper withBorder p="lg">
          <Stack>
            <SignInSteps onDone={() => void enter()} focus />
            <Divider label={t('or')} />
            <Button
              component="a"
              href="/v1/sign-in/vneid"
              variant="default"
              leftSection={<IconId size={20} aria-hidden />}
            >
              {t('vneid')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('vneidHint')}
            </Text>
          </Stack>
        </Paper>
        <Group gap="lg" component="nav" aria-label={t('common:public.publicNavigation')}>
          <Anchor component={Link} to="/about" size="sm">
            {t('common:public.about')}
          </Anchor>
          <Anchor component={Link} to="/verify" size="sm">
            {t('verifyReceipt')}
          </Anchor>
          <Anchor component={Link} to="/status" size="sm">
            {t('common:public.status')}
          </Anchor>
        </Group>
      </Stack>
    </Container>
  );
}
