import type { Output } from '@luutru/client';
import { Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { showBirthDate } from '../../i18n/format';
import { Problem } from '../../states/problem';
import { Empty, Loading } from '../../states/states';
import { Pager, useCursor } from '../police/pages-of';
import type { Entry } from './entry';
import { EntryFacts } from './entry-facts';
import { EntryForm } from './entry-form';
import { EntryVersions } from './entry-versions';
import { WithdrawEntry } from './withdraw-entry';

type List = Output<'getWatchList'>;

interface EntriesProps {
  readonly list: List;
  readonly onProposed: (proposalId: string) => void;
}

const STATES = ['active', 'withdrawn', 'expired'] as const;

/** Whom a list names, a page at a time; changes are proposed, not made. */
export function Entries({ list, onProposed }: EntriesProps) {
  const { t } = useTranslation('watch-lists');
  const [state, setState] = useState<(typeof STATES)[number]>('active');
  const [adding, setAdding] = useState(false);
  const { cursor, page, forward, back, reset } = useCursor();
  const { listId } = list;
  const query = useQuery({
    ...ask('listWatchListEntries', {
      path: { listId },
      query: { state, limit: 25, ...(cursor !== undefined && { after: cursor }) },
    }),
    // Reading entries is recorded.
    refetchOnWindowFocus: false,
  });
  const proposed = (proposalId: string): void => {
    setAdding(false);
    onProposed(proposalId);
  };
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('entryState.label')}
          data={STATES.map((value) => ({ value, label: t(`entryState.${value}`) }))}
          value={state}
          onChange={(event) => {
            setState(event.currentTarget.value as typeof state);
            reset();
          }}
        />
        {list.state === 'active' && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            variant={adding ? 'default' : 'filled'}
            aria-expanded={adding}
            onClick={() => setAdding(!adding)}
          >
            {t('newEntry')}
          </Button>
        )}
      </Group>
      {adding && <EntryForm listId={listId} onDone={proposed} />}
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data?.entries.length === 0 && <Empty title={t('noEntries')}>{t('noEntriesHint')}</Empty>}
      {query.data?.entries.map((entry) => (
        <EntryCard key={entry.entryId} entry={entry} onProposed={proposed} />
      ))}
      {query.data && (
        <Pager page={page} next={query.data.next} onForward={forward} onBack={back} busy={query.isFetching} />
      )}
    </Stack>
  );
}

type Opened = 'change' | 'versions' | 'withdraw';

function EntryCard({ entry, onProposed }: { entry: Entry; onProposed: (proposalId: string) => void }) {
  const { t } = useTranslation('watch-lists');
  const [opened, setOpened] = useState<Opened | null>(null);
  const name = entry.entry.names[0] ?? '';
  const done = (proposalId: string): void => {
    setOpened(null);
    onProposed(proposalId);
  };
  const choices: readonly Opened[] = entry.state === 'active' ? ['change', 'withdraw', 'versions'] : ['versions'];
  return (
    <Paper withBorder p="sm" component="article">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" align="flex-start">
          <div>
            <Text fw={650}>{name}</Text>
            {entry.validUntil !== null && (
              <Text size="sm">{t('validUntil', { date: showBirthDate(entry.validUntil) })}</Text>
            )}
          </div>
          <Group gap={4}>
            {choices.map((choice) => (
              <Button
                key={choice}
                size="xs"
                variant="default"
                aria-expanded={opened === choice}
                aria-label={t(`entryDo.${choice}Of`, { name })}
                onClick={() => setOpened(opened === choice ? null : choice)}
              >
                {t(`entryDo.${choice}`)}
              </Button>
            ))}
          </Group>
        </Group>
        <EntryFacts entry={entry.entry} />
        {opened === 'change' && <EntryForm listId={entry.listId} entry={entry} onDone={done} />}
        {opened === 'withdraw' && <WithdrawEntry entry={entry} onDone={done} />}
        {opened === 'versions' && <EntryVersions listId={entry.listId} entryId={entry.entryId} />}
      </Stack>
    </Paper>
  );
}
