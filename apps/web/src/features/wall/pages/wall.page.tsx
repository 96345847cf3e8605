import { Alert, Anchor, Button, Container, List, Stack, Text, Title, useMantineColorScheme } from '@mantine/core';
import { IconDeviceTv } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Session, sessionQuery } from '../../../api/session';
import { showDayAndTime } from '../../../i18n/format';
import { NoRight } from '../../../states/states';
import { Screen } from '../screen';
import { beginWall, fitForWall, forgetWall } from '../wall-mode';

/** A screen that nobody is at: figures of the area, large, renewed by itself until the session ends. */
export function WallPage() {
  const { data: session } = useQuery(sessionQuery);
  const [running, setRunning] = useState<Session | null>(null);
  if (running) {
    return session === null ? <Ended /> : <Screen session={running} />;
  }
  return (
    <Container component="main" size="sm" py="xl">
      {session && <Before session={session} onStart={() => setRunning(session)} />}
      {session === null && <Ended />}
    </Container>
  );
}

/** What it means is said first, and nothing is kept alive before somebody has agreed to it. */
function Before({ session, onStart }: { session: Session; onStart: () => void }) {
  const { t } = useTranslation('wall');
  const { setColorScheme } = useMantineColorScheme();
  if (!may(session, 'statistics.read')) return <NoRight permission="statistics.read" />;
  const start = (): void => {
    beginWall();
    // A bright wall in a dark room blinds; it stays this browser's choice, as one made in the menu does.
    setColorScheme('dark');
    // Without it the screen works as well.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    onStart();
  };
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        {t('title')}
      </Title>
      {fitForWall(session) ? (
        <>
          <Text>{t('before')}</Text>
          <List spacing="xs">
            <List.Item>{t('keepsAlive', { at: showDayAndTime(session.endsAt) })}</List.Item>
            <List.Item>{t('onlyFigures')}</List.Item>
            <List.Item>{t('leaving')}</List.Item>
          </List>
          <Button size="lg" leftSection={<IconDeviceTv aria-hidden />} onClick={start}>
            {t('start')}
          </Button>
        </>
      ) : (
        <Alert color="orange" title={t('unfit')}>
          {t('unfitHint')}
        </Alert>
      )}
      <Anchor component={Link} to="/figures">
        {t('back')}
      </Anchor>
    </Stack>
  );
}

/** The session is over: no figure stays on the wall. */
function Ended() {
  const { t } = useTranslation('wall');
  return (
    <Container component="main" size="sm" py={120}>
      <Stack align="center" ta="center">
        <Title order={1}>{t('ended')}</Title>
        <Text size="lg">{t('endedHint')}</Text>
        <Button
          component="a"
          size="lg"
          href="/app/sign-in?to=%2Fapp%2Fwall"
          onClick={() => {
            forgetWall();
          }}
        >
          {t('signIn')}
        </Button>
      </Stack>
    </Container>
  );
}
