import type { Output } from '@luutru/client';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session-context';
import { showMoment } from '../../i18n/format';

type Proposal = Output<'listWatchListProposals'>['proposals'][number];

/** Who proposed it and who decided: never the same person. */
export function ProposalSigns({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('watch-lists');
  const { accountId } = useSession();
  const nameOf = (id: string | null, name: string | null): string => (id === accountId ? t('you') : (name ?? ''));
  const { proposedBy, proposedByName, decidedBy, decidedByName, decidedAt, state } = proposal;
  return (
    <Text size="sm" c="dimmed">
      {t('proposedBy', { name: nameOf(proposedBy, proposedByName) })}
      {decidedAt !== null &&
        ` · ${t(`decided.${state}`, { name: nameOf(decidedBy, decidedByName), at: showMoment(decidedAt) })}`}
    </Text>
  );
}
