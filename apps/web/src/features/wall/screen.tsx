import { Button, Text, Title } from '@mantine/core';
import { addDays, localDate } from '@luutru/calendar';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { useNow } from '../../api/server-clock';
import { type Session, sessionQuery } from '../../api/session';
import { signOut } from '../../app/sign-out';
import { showDate, showDayAndTime, showMoment } from '../../i18n/format';
import { localTimeOfDay } from '@luutru/calendar';
import { Problem } from '../../states/problem';
import { useFigureText } from '../figures/figure-text';
import { dayOf } from '../figures/periods';
import { policiesOf } from '../figures/sorts';
import { untilTheEnd } from './every';
import { WallMap } from './wall-map';
import { WallTrend } from './wall-trend';
import { forgetWall } from './wall-mode';
import classes from './wall.module.css';

/** The policy that is shown where somebody has several: that of leaders is of everything. */
function policyOf({ roles }: Session): string | undefined {
  const policies = policiesOf(roles);
  if (policies.length < 2) return undefined;
  return policies.includes('provincial-leader') ? 'provincial-leader' : policies[0];
}

export function Screen({ session }: { session: Session }) {
  const { t } = useTranslation('wall');
  const [unitId] = session.unitIds;
  const unit = useQuery({ ...ask('getAdminUnit', { path: { unitId: unitId ?? '' } }), enabled: unitId !== undefined });
  // It finds out when the session has ended, also when nothing else is asked.
  useQuery({ ...sessionQuery, ...untilTheEnd });
  useAwake();
  const place = unit.data?.name;
  const title = place === undefined ? t('heading') : t('headingOf', { place });
  useEffect(() => {
    document.title = `${title} · Luutru`;
  }, [title]);
  return (
    <main className={classes.screen}>
      <header className={classes.header}>
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        <Clock />
      </header>
      <Numbers policy={policyOf(session)} />
      <div className={classes.lower}>
        <WallTrend policy={policyOf(session)} />
        <WallMap policy={policyOf(session)} />
      </div>
      <footer className={classes.footer}>
        <span>{t('footer', { at: showDayAndTime(session.endsAt) })}</span>
        <Button variant="default" size="md" onClick={() => void leave()}>
          {t('leave')}
        </Button>
      </footer>
    </main>
  );
}

/** The way out is out of the session: whoever stands here need not be who started it. */
async function leave(): Promise<void> {
  await signOut();
  forgetWall();
}

function Clock() {
  const now = useNow(10_000);
  return (
    <span className={classes.clock}>
      {localTimeOfDay(now)} · {showDate(now)}
    </span>
  );
}

function Numbers({ policy }: { policy: string | undefined }) {
  const { t } = useTranslation('wall');
  const text = useFigureText();
  const today = localDate(useNow(60_000));
  const now = useQuery({
    ...ask('getPeopleInHouse', { query: policy === undefined ? {} : { policy } }),
    ...untilTheEnd,
  });
  const days = useQuery({
    ...ask('getFigures', {
      query: {
        ...{ measures: 'arrivals,guest-nights', grain: 'day', from: addDays(today, -2), to: today },
        ...(policy !== undefined && { policy }),
      },
    }),
    ...untilTheEnd,
  });
  const [inHouse] = now.data?.rows ?? [];
  const arriving = days.data?.rows.at(-1);
  // A night is over at four in the morning: until then it is the one before.
  const lastNight = days.data?.lastNight;
  const night = days.data?.rows.find(({ from }) => from === lastNight);
  const numbers = [
    ['inHouse', text(inHouse?.values['in-house'], inHouse?.hidden['in-house'], 'people')],
    ['foreigners', text(inHouse?.values['foreigners-in-house'], inHouse?.hidden['foreigners-in-house'], 'people')],
    ['arrivals', text(arriving?.values.arrivals, arriving?.hidden.arrivals, 'visits')],
    ['nights', text(night?.values['guest-nights'], night?.hidden['guest-nights'], 'nights')],
  ] as const;
  const rounded = days.data?.roundedTo;
  return (
    <section aria-label={t('numbers')}>
      <dl className={classes.numbers}>
        {numbers.map(([id, value]) => (
          <div key={id} className={classes.number}>
            <dt>
              {id === 'nights' && lastNight !== undefined && lastNight !== addDays(today, -1)
                ? t('nightOf', { day: dayOf(lastNight) })
                : t(`number.${id}`)}
            </dt>
            <dd>{now.isPending || days.isPending ? '…' : value}</dd>
          </div>
        ))}
      </dl>
      <Text className={classes.note} aria-live="off">
        {now.data?.asOf != null && t('asOf', { at: showMoment(now.data.asOf) })}
        {rounded != null && ` ${t('rounded', { to: rounded })}`}
      </Text>
      <Problem error={now.error ?? days.error} />
    </section>
  );
}

/** Asks the device to leave its screen on, where it can. */
function useAwake(): void {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    const again = (): void => setShown((times) => times + 1);
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
  }, []);
  useEffect(() => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    const lock = navigator.wakeLock.request('screen').catch(() => null);
    return () => void lock.then((held) => held?.release());
  }, [shown]);
}
