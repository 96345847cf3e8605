import { AppShell, Burger, Group, NavLink, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFacilities } from '../api/facility';
import { may, type Session, sessionQuery } from '../api/session';
import { useStepUpWanted } from '../api/step-up';
import { navigation } from '../features/navigation';
import { Loading, NoRight } from '../states/states';
import { FrameMenu } from './frame-menu';
import { FrameNotices } from './frame-notices';
import { navigationFor, type NavigationItem } from './navigation';
import { SessionContext } from './session-context';
import classes from './frame.module.css';

const StepUpDialog = lazy(() => import('./step-up-dialog').then((module) => ({ default: module.StepUpDialog })));
const SignInAgain = lazy(() => import('./sign-in-again').then((module) => ({ default: module.SignInAgain })));

/** Header, navigation and the page. The session may end while it is shown: then it asks to sign in again and stays. */
export function Frame() {
  const { data } = useQuery(sessionQuery);
  const last = useRef<Session | null>(null);
  if (data?.stage === 'full') last.current = data;
  const session = last.current;
  if (!session) return <Loading />;
  return (
    <SessionContext value={session}>
      <FrameWithSession session={session} />
      <StepUp />
      <Suspense>{data === null && <SignInAgain accountId={session.accountId} />}</Suspense>
    </SessionContext>
  );
}

/** Loaded with the first request that needs it, and kept from then on. */
function StepUp() {
  const wanted = useStepUpWanted() !== null;
  const [needed, setNeeded] = useState(wanted);
  if (wanted && !needed) setNeeded(true);
  return <Suspense>{needed && <StepUpDialog />}</Suspense>;
}

function FrameWithSession({ session }: { session: Session }) {
  const { t } = useTranslation('common');
  const [open, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  const { facility } = useFacilities(may(session, 'facility.read'));
  const items = navigationFor(navigation, session, facility);
  useEffect(close, [pathname, close]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding="md"
      className={classes.shell}
    >
      <a href="#page" className={classes.skip}>
        {t('frame.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger
            opened={open}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={t(open ? 'frame.closeMenu' : 'frame.openMenu')}
            aria-expanded={open}
          />
          <img src="/app/icon.svg" alt="" width={28} height={28} />
          <Text fw={700} visibleFrom="xs">
            Luutru
          </Text>
          <FrameMenu session={session} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" component="nav" aria-label={t('frame.navigation')}>
        <ScrollArea>
          {items.map((item) => (
            <Entry key={item.to} item={item} active={isWithin(pathname, item.to)} />
          ))}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="page" tabIndex={-1} className={classes.main}>
        <FrameNotices session={session} />
        <Suspense fallback={<Loading />}>
          <PageForThem session={session} />
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}

const isWithin = (pathname: string, to: string): boolean =>
  pathname.replace(/\/$/, '') === to || pathname.startsWith(`${to}/`);

function Entry({ item, active }: { item: NavigationItem; active: boolean }) {
  const { t } = useTranslation('common');
  return (
    <NavLink
      component={Link}
      to={item.to}
      label={t(item.label)}
      leftSection={<item.icon size={20} aria-hidden />}
      active={active}
      aria-current={active ? 'page' : undefined}
      className={classes.entry}
    />
  );
}

function PageForThem({ session }: { session: Session }) {
  const permission = useMatches().at(-1)?.staticData.permission;
  if (permission !== undefined && !may(session, permission)) return <NoRight permission={permission} />;
  return <Outlet />;
}
