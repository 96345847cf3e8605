import { ActionIcon, Anchor, Button, Container, Group, Text, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/session';
import { switchLanguage } from '../i18n/i18n';
import { useLanguage } from '../i18n/use-language';
import { Loading } from '../states/states';
import classes from './public-frame.module.css';
import frame from './frame.module.css';

const PAGES = ['about', 'verify', 'status', 'open-data', 'developers'] as const;

/** Header and footer of the pages for everybody. */
export function PublicFrame() {
  const { t } = useTranslation('common');
  const { data: session } = useQuery(sessionQuery);
  return (
    <div className={classes.page}>
      <a href="#page" className={frame.skip}>
        {t('frame.skip')}
      </a>
      <Container size="md" component="header" w="100%" py="sm">
        <Group justify="space-between" gap="xs">
          <Anchor component={Link} to="/about" underline="never" c="inherit">
            <Group gap="sm" wrap="nowrap">
              <img src="/app/icon.svg" alt="" width={36} height={36} />
              <div>
                <Text fw={700} lh={1.2}>
                  Luutru
                </Text>
                <Text size="xs" c="dimmed" lh={1.2}>
                  {t('public.tagline')}
                </Text>
              </div>
            </Group>
          </Anchor>
          <Group gap={4} wrap="nowrap">
            <LanguageButton />
            <ColourButton />
            <Button component={Link} to={session?.stage === 'full' ? '/' : '/sign-in'} size="sm">
              {t(session?.stage === 'full' ? 'public.toConsole' : 'public.signIn')}
            </Button>
          </Group>
        </Group>
        <nav aria-label={t('public.publicNavigation')} className={classes.navigation}>
          {PAGES.map((page) => (
            <Link key={page} to={`/${page}`} className={classes.link} activeProps={{ 'aria-current': 'page' }}>
              {t(`public.${page === 'open-data' ? 'openData' : page}`)}
            </Link>
          ))}
        </nav>
      </Container>
      <Container size="md" component="main" id="page" tabIndex={-1} w="100%" py="md" className={frame.main}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </Container>
    </div>
  );
}

function LanguageButton() {
  const language = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <Button variant="subtle" size="sm" px="xs" lang={other} onClick={() => void switchLanguage(other)}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </Button>
  );
}

function ColourButton() {
  const { t } = useTranslation('common');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      size={36}
      aria-label={t(dark ? 'frame.light' : 'frame.dark')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
    </ActionIcon>
  );
}
