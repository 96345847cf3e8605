import type { Output } from '@luutru/client';
import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showBirthDate } from '../../i18n/format';
import { Tag } from '../police/tag';
import { EntryFacts } from './entry-facts';
import { ListFacts } from './list-facts';

type Proposal = Output<'getWatchListProposal'>;
type ProposedEntry = Proposal['entries'][number];

const TONES = { add: 'good', change: 'info', withdraw: 'warn' } as const;

/** What is there now and what is to be, side by side. */
export function ProposalChanges({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('watch-lists');
  const { kind, present, proposed, entries } = proposal;
  if (kind !== 'entries') {
    return (
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {present && (
          <Side title={t('present')}>
            <ListFacts facts={present} />
          </Side>
        )}
        {proposed && (
          <Side title={t('proposedSide')}>
            <ListFacts facts={proposed} />
          </Side>
        )}
      </SimpleGrid>
    );
  }
  return (
    <Stack gap="sm">
      {entries.map((entry) => (
        <EntryChange key={entry.place} entry={entry} />
      ))}
    </Stack>
  );
}

function EntryChange({ entry }: { entry: ProposedEntry }) {
  const { t } = useTranslation('watch-lists');
  const { action, proposed, present, outdated, validUntil } = entry;
  const name = proposed?.names[0] ?? present?.names[0] ?? '';
  return (
    <Paper withBorder p="sm" component="article">
      <Stack gap="xs">
        <Group gap="xs">
          <Title order={2} size="h5">
            {name}
          </Title>
          <Tag tone={TONES[action]}>{t(`change.${action}`)}</Tag>
          {outdated && <Tag tone="bad">{t('outdated')}</Tag>}
          {validUntil !== null && <Text size="sm">{t('validUntil', { date: showBirthDate(validUntil) })}</Text>}
        </Group>
        {action === 'change' && present && proposed ? (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Side title={t('present')} order={3}>
              <EntryFacts entry={present} withName />
            </Side>
            <Side title={t('proposedSide')} order={3}>
              <EntryFacts entry={proposed} withName />
            </Side>
          </SimpleGrid>
        ) : (
          (proposed ?? present) && <EntryFacts entry={(proposed ?? present) as NonNullable<typeof proposed>} />
        )}
      </Stack>
    </Paper>
  );
}

interface SideProps {
  readonly title: string;
  /** Of its heading: below a change of an entry it is one deeper. */
  readonly order?: 2 | 3;
  readonly children: ReactNode;
}

const Side = ({ title, order = 2, children }: SideProps) => (
  <Stack gap={4} component="section">
    <Title order={order} size="h6">
      {title}
    </Title>
    {children}
  </Stack>
);
