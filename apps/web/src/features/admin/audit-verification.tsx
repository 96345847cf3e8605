import type { Output } from '@luutru/client';
import { addDays } from '@luutru/calendar';
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { api } from '../../api/client';
import { Section } from '../../app/section';
import { showMoment, showNumber } from '../../i18n/format';
import { Answer } from '../../states/answer';
import { Problem } from '../../states/problem';

type Verification = Output<'verifyAudit'>;

interface Run {
  readonly done: number;
  readonly total: number;
  readonly seals: number;
  readonly entries: number;
  /** The first day that is not whole. */
  readonly broken: Verification | null;
  readonly error: unknown;
  readonly over: boolean;
}

const daysFrom = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** How far the trail is sealed, and verifying a period: a day at a time, so that the person sees it go on and can stop. */
export function AuditVerification({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation('admin');
  const seal = useQuery(ask('sealState'));
  const [run, setRun] = useState<Run | null>(null);
  const stop = useRef(new AbortController());
  const verify = async (): Promise<void> => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    const days = daysFrom(from, to);
    let state: Run = { done: 0, total: days.length, seals: 0, entries: 0, broken: null, error: null, over: false };
    setRun(state);
    for (const day of days) {
      try {
        const found = await api.verifyAudit({ body: { from: day, to: day } }, { signal });
        state = {
          ...state,
          done: state.done + 1,
          seals: state.seals + found.seals,
          entries: state.entries + found.entries,
          broken: found.whole ? null : found,
        };
      } catch (error) {
        if (signal.aborted) return setRun(null);
        state = { ...state, error };
      }
      state = { ...state, over: state.error !== null || state.broken !== null || state.done === state.total };
      setRun(state);
      if (state.over) return;
    }
  };
  const running = run !== null && !run.over;
  return (
    <Section title={t('audit.seal')}>
      <Answer query={seal}>
        {({ sealNumber, sealedAt, freshAt }) => (
          <Text size="sm">
            {sealNumber === null || sealedAt === null
              ? t('audit.sealNone')
              : t('audit.sealState', {
                  number: showNumber(sealNumber),
                  at: showMoment(sealedAt),
                  fresh: freshAt === null ? '—' : showMoment(freshAt),
                })}
          </Text>
        )}
      </Answer>
      <Text size="sm" c="dimmed">
        {t('audit.verifyHint')}
      </Text>
      <Group>
        <Button onClick={() => void verify()} loading={running}>
          {t('audit.verify')}
        </Button>
        {running && (
          <Button variant="default" onClick={() => stop.current.abort()}>
            {t('audit.stop')}
          </Button>
        )}
      </Group>
      <div role="status">{run && <Outcome run={run} />}</div>
    </Section>
  );
}

function Outcome({ run: { done, total, seals, entries, broken, error, over } }: { run: Run }) {
  const { t } = useTranslation('admin');
  return (
    <Stack gap="sm">
      <Text size="sm">{t('audit.progress', { done, total })}</Text>
      <Progress value={(done / total) * 100} aria-label={t('audit.progress', { done, total })} />
      <Problem error={error} />
      {broken && (
        <Alert color="red" icon={<IconShieldX aria-hidden />} title={t('audit.notWhole')} role="alert">
          {broken.words.map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
        </Alert>
      )}
      {over && broken === null && error === null && (
        <Alert color="pine" icon={<IconShieldCheck aria-hidden />} title={t('audit.whole')}>
          {t('audit.wholeOf', { seals: showNumber(seals), entries: showNumber(entries) })}
        </Alert>
      )}
    </Stack>
  );
}
