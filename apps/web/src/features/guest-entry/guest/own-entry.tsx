import type { Output } from '@luutru/client';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconClock, IconCircleX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { showMoment } from '../../../i18n/format';
import { Problem } from '../../../states/problem';
import { Loading } from '../../../states/states';
import { CallCode } from './call-code';
import { NoDesk } from './no-desk';

type Entry = Output<'getOwnEntry'>;

const EVERY_MS = 5_000;
const ICONS = { waiting: IconClock, confirmed: IconCircleCheck } as const;

/** After sending: the code to say at the desk, and how it goes. */
export function OwnEntry({ secret, onAgain }: { secret: string; onAgain: () => void }) {
  const key = ['own-entry', secret];
  const headers = { 'entry-secret': secret };
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.getOwnEntry({}, { headers, signal }),
    // What has ended stays as it is.
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'waiting' ? EVERY_MS : false),
    gcTime: 0,
  });
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => api.withdrawOwnEntry({}, { headers }),
    onSuccess: (entry) => queries.setQueryData<Entry>(key, entry),
    // The desk was quicker: that is seen now.
    onError: () => void refetch(),
  });
  if (!data) {
    // A secret that opens nothing any more is of no use to anybody.
    return error ? <NoDesk error={error} retry={() => void refetch()} onAgain={onAgain} /> : <Loading />;
  }
  return (
    <EntryState
      entry={data}
      isWithdrawing={withdraw.isPending}
      error={withdraw.error}
      onWithdraw={() => withdraw.mutate()}
      onAgain={onAgain}
    />
  );
}

interface EntryStateProps {
  readonly entry: Entry;
  readonly isWithdrawing: boolean;
  readonly error: unknown;
  readonly onWithdraw: () => void;
  readonly onAgain: () => void;
}

function EntryState({ entry, isWithdrawing, error, onWithdraw, onAgain }: EntryStateProps) {
  const { t } = useTranslation('guest-entry');
  const [asked, setAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { state, callCode, people, expiresAt, refusedBecause } = entry;
  useEffect(() => heading.current?.focus(), []);
  const Icon = state === 'waiting' || state === 'confirmed' ? ICONS[state] : IconCircleX;
  return (
    <Stack gap="md" align="center" ta="center" pt="md">
      <Stack gap="xs" align="center" role="status">
        <Icon size={48} aria-hidden className={state === 'confirmed' ? 'accepted' : undefined} />
        <Title order={1} size="h3" ref={heading} tabIndex={-1} className="quiet-focus">
          {t(`states.${state}.title`)}
        </Title>
        <Text>
          {state === 'refused' && refusedBecause
            ? t(`refusals.${refusedBecause}`)
            : t(`states.${state}.hint`, { at: showMoment(expiresAt) })}
        </Text>
      </Stack>
      {state === 'waiting' && <CallCode code={callCode} people={people} />}
      {state === 'waiting' && !asked && (
        <Button variant="subtle" color="red" onClick={() => setAsked(true)}>
          {t('withdraw.ask')}
        </Button>
      )}
      {state === 'waiting' && asked && (
        <Stack gap="xs">
          <Text size="sm">{t('withdraw.sure')}</Text>
          <Group justify="center">
            <Button variant="default" onClick={() => setAsked(false)}>
              {t('withdraw.no')}
            </Button>
            <Button color="red.9" loading={isWithdrawing} onClick={onWithdraw}>
              {t('withdraw.yes')}
            </Button>
          </Group>
        </Stack>
      )}
      {state === 'waiting' && <Problem error={error} />}
      {state !== 'waiting' && (
        <Button variant="default" onClick={onAgain}>
          {t('again')}
        </Button>
      )}
    </Stack>
  );
}
