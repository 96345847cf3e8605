import type { Output } from '@luutru/client';
import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { may } from '../../api/session';
import { useSession } from '../../app/session-context';
import { useSubmit } from '../../forms/use-submit';
import { Problem } from '../../states/problem';

type Proposal = Output<'getWatchListProposal'>;

interface ProposalActionsProps {
  readonly proposal: Proposal;
  readonly onDecided: () => void;
}

/** Approving and refusing, or taking back what one proposed oneself. */
export function ProposalActions({ proposal, onDecided }: ProposalActionsProps) {
  const { t } = useTranslation('watch-lists');
  const session = useSession();
  const { proposalId, proposedBy } = proposal;
  const [refusing, setRefusing] = useState(false);
  const own = proposedBy === session.accountId;
  const act = useMutation({
    mutationFn: (): Promise<unknown> =>
      own
        ? api.cancelWatchListProposal({ path: { proposalId } })
        : api.approveWatchListProposal({ path: { proposalId } }),
    onSuccess: onDecided,
  });
  if (own && !may(session, 'watch-list.manage')) return <Text>{t('ownProposal')}</Text>;
  return (
    <Stack gap="sm">
      {own && <Text>{t('ownProposal')}</Text>}
      <Group gap="xs">
        <Button variant={own ? 'default' : 'filled'} loading={act.isPending} onClick={() => act.mutate()}>
          {t(own ? 'cancelProposal' : 'approve')}
        </Button>
        {!own && (
          <Button variant="default" aria-expanded={refusing} onClick={() => setRefusing(!refusing)}>
            {t('refuse')}
          </Button>
        )}
      </Group>
      {act.isError && <Problem error={act.error} />}
      {refusing && !own && <Refuse proposalId={proposalId} onDecided={onDecided} />}
    </Stack>
  );
}

function Refuse({ proposalId, onDecided }: { proposalId: string; onDecided: () => void }) {
  const { t } = useTranslation('watch-lists');
  const form = useForm({ initialValues: { reason: '' } });
  const submit = useSubmit(form, (body) => api.refuseWatchListProposal({ path: { proposalId }, body }), onDecided);
  return (
    <Paper withBorder p="sm">
      <form ref={submit.ref} onSubmit={submit.onSubmit}>
        <Stack gap="sm">
          <Textarea
            label={t('refuseReason')}
            autosize
            minRows={2}
            maxLength={1_000}
            required
            {...form.getInputProps('reason')}
          />
          <Problem error={submit.error} shown={submit.shown} />
          <Group>
            <Button type="submit" loading={submit.isPending}>
              {t('refuseNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
