import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconHourglass } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../../api/session';
import { signOut } from '../../../app/sign-out';
import { switchLanguage } from '../../../i18n/i18n';
import { Problem } from '../../../states/problem';
import { Loading } from '../../../states/states';
import { CallCode } from '../guest/call-code';
import { useDeskToken } from '../guest/desk-token';
import { emptyDraft } from '../guest/guest-draft';
import { GuestForm } from '../guest/guest-form';
import { GuestFrame } from '../guest/guest-frame';
import { NoDesk } from '../guest/no-desk';
import { useDesk } from '../guest/use-desk';
import { useIdle } from '../guest/use-idle';

/** Without a touch for so long, everything is cleared: the guest has left. */
const IDLE_SECONDS = 90;
const WARNED_SECONDS = 15;
/** How long the code is shown. */
const SHOWN_SECONDS = 20;

/** All that is left of an entry once it is sent. */
interface Sent {
  readonly callCode: string;
  readonly people: number;
}

/** One guest after the other at a tablet of the desk. Nothing is kept anywhere: a new guest is a new page. */
export function KioskPage() {
  const token = useDeskToken();
  const [turn, setTurn] = useState(0);
  const next = (): void => {
    setTurn((before) => before + 1);
    void switchLanguage('vi');
    window.scrollTo(0, 0);
  };
  useEffect(() => {
    // A page that is left and come back to as it was would show what the last guest had entered.
    const leave = (): void => setTurn((before) => before + 1);
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, []);
  const { data: session } = useQuery(sessionQuery);
  if (session) return <SignedIn />;
  return <Turn key={`${token} ${turn}`} token={token} onEnd={next} />;
}

/** Whoever comes to the tablet could go on as the one who is signed in. */
function SignedIn() {
  const { t } = useTranslation('guest-entry');
  const leave = useMutation({ mutationFn: () => signOut(window.location.pathname + window.location.hash) });
  return (
    <GuestFrame kiosk>
      <Stack>
        <Title order={1} size="h3">
          {t('kiosk.signedIn')}
        </Title>
        <Text>{t('kiosk.signedInHint')}</Text>
        <Problem error={leave.error} />
        <Button size="lg" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('kiosk.signOut')}
        </Button>
      </Stack>
    </GuestFrame>
  );
}

function Turn({ token, onEnd }: { token: string; onEnd: () => void }) {
  const { t } = useTranslation('guest-entry');
  const { data: desk, error, refetch } = useDesk(token);
  const [draft, setDraft] = useState(emptyDraft);
  const [entered, setEntered] = useState<Sent | null>(null);
  const active = useActive();
  useEffect(() => {
    document.title = `${t('title')} · Luutru`;
  }, [t]);
  return (
    <GuestFrame place={desk?.facilityName} kiosk>
      {entered ? (
        <Done sent={entered} onEnd={onEnd} />
      ) : desk ? (
        <>
          {active && <IdleNotice onIdle={onEnd} />}
          <GuestForm
            desk={desk}
            token={token}
            draft={draft}
            onDraft={setDraft}
            onEntered={({ callCode }) => {
              setEntered({ callCode, people: draft.persons.length });
              setDraft(emptyDraft());
            }}
          />
          {active && (
            <Button variant="subtle" color="gray" fullWidth mt="md" onClick={onEnd}>
              {t('kiosk.clear')}
            </Button>
          )}
        </>
      ) : error ? (
        <NoDesk error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </GuestFrame>
  );
}

/** Somebody has begun: with whatever, also what is not part of the entry yet. */
function useActive(): boolean {
  const [active, setActive] = useState(false);
  useEffect(() => {
    const begin = (): void => setActive(true);
    const end = new AbortController();
    for (const event of ['pointerdown', 'keydown', 'input'])
      window.addEventListener(event, begin, { passive: true, capture: true, signal: end.signal });
    return () => end.abort();
  }, []);
  return active;
}

function IdleNotice({ onIdle }: { onIdle: () => void }) {
  const { t } = useTranslation('guest-entry');
  const left = useIdle(IDLE_SECONDS, onIdle);
  if (left > WARNED_SECONDS) return null;
  return (
    <Alert
      color="orange"
      icon={<IconHourglass aria-hidden />}
      title={t('kiosk.idle', { count: left })}
      role="alert"
      pos="fixed"
      bottom={16}
      left={16}
      right={16}
      style={{ zIndex: 400 }}
    >
      {t('kiosk.idleHint')}
    </Alert>
  );
}

function Done({ sent, onEnd }: { sent: Sent; onEnd: () => void }) {
  const { t } = useTranslation('guest-entry');
  const left = useIdle(SHOWN_SECONDS, onEnd);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack gap="md" align="center" ta="center" pt="md">
      <IconCircleCheck size={48} aria-hidden className="accepted" />
      <Title order={1} size="h3" ref={heading} tabIndex={-1} className="quiet-focus">
        {t('kiosk.done')}
      </Title>
      <Text>{t('kiosk.doneHint')}</Text>
      <CallCode code={sent.callCode} people={sent.people} />
      <Button size="lg" fullWidth onClick={onEnd}>
        {t('kiosk.next', { count: left })}
      </Button>
    </Stack>
  );
}
