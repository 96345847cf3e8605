import type { Output } from '@luutru/client';
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { api } from '../../../api/client';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { useSession } from '../../../app/session-context';
import { ConfirmDialog } from '../../../forms/confirm-dialog';
import { showMoment } from '../../../i18n/format';
import { Facts } from '../../../lists/facts';
import { Answer } from '../../../states/answer';
import { tell } from '../../../states/tell';
import { useRoleName } from '../../roles/role-name';
import { PolicyDiff } from '../policy-diff';
import { usePolicyFacts } from '../policy-facts';

const route = getRouteApi('/frame/policy-proposals/$proposalId');

type ProposalFile = Output<'getAuthorityPolicyProposal'>;
type Decision = 'approve' | 'refuse' | 'cancel';

/** What somebody wants a policy to say instead, for another person to decide on. */
export function PolicyProposalPage() {
  const { t } = useTranslation('admin');
  const { proposalId } = route.useParams();
  const query = useQuery(ask('getAuthorityPolicyProposal', { path: { proposalId } }));
  return (
    <Page
      title={t('policies.proposal')}
      actions={
        <Button component={Link} to="/policies" variant="subtle" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('policies.back')}
        </Button>
      }
    >
      <Answer query={query}>{(file) => <ProposalView file={file} />}</Answer>
    </Page>
  );
}

const stateKey = (state: string): string => `policies.state${state.charAt(0).toUpperCase()}${state.slice(1)}`;

function ProposalView({ file: { proposal, proposed, present } }: { file: ProposalFile }) {
  const { t } = useTranslation('admin');
  const roleName = useRoleName();
  const catalogue = useQuery(ask('listAuthorityPolicies'));
  const open = proposal.state === 'open';
  return (
    <>
      <Section title={t('policies.proposalOf', { policy: roleName(proposal.policyId), version: proposal.baseVersion })}>
        <Facts
          facts={[
            [t('policies.state'), t(stateKey(proposal.state))],
            [t('policies.proposedAt'), showMoment(proposal.proposedAt)],
          ]}
        />
        {open && present && present.version !== proposal.baseVersion && (
          <Alert color="orange">{t('policies.outdated')}</Alert>
        )}
        <Answer query={catalogue}>{(data) => <Diff catalogue={data} proposed={proposed} present={present} />}</Answer>
        {open && <Decisions proposal={proposal} />}
      </Section>
    </>
  );
}

type DiffProps = Pick<ProposalFile, 'proposed' | 'present'> & { catalogue: Output<'listAuthorityPolicies'> };

function Diff({ catalogue, proposed, present }: DiffProps) {
  const { facts, ofPolicy } = usePolicyFacts(catalogue);
  return <PolicyDiff before={present ? ofPolicy(present) : []} after={facts(proposed)} />;
}

function Decisions({ proposal }: { proposal: ProposalFile['proposal'] }) {
  const { t } = useTranslation('admin');
  const own = useSession().accountId === proposal.proposedBy;
  const [decision, setDecision] = useState<Decision | null>(null);
  const close = (): void => setDecision(null);
  return (
    <>
      {own && <Text size="sm">{t('policies.ownProposal')}</Text>}
      <Group>
        {own ? (
          <Button variant="default" onClick={() => setDecision('cancel')}>
            {t('policies.cancel')}
          </Button>
        ) : (
          <>
            <Button onClick={() => setDecision('approve')}>{t('policies.approve')}</Button>
            <Button variant="default" onClick={() => setDecision('refuse')}>
              {t('policies.refuse')}
            </Button>
          </>
        )}
      </Group>
      {decision && <DecisionDialog proposalId={proposal.proposalId} decision={decision} onClose={close} />}
    </>
  );
}

interface DecisionDialogProps {
  readonly proposalId: string;
  readonly decision: Decision;
  readonly onClose: () => void;
}

function DecisionDialog({ proposalId, decision, onClose }: DecisionDialogProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const input = { path: { proposalId } };
  const done = (message: string): void => {
    tell(message);
    for (const key of ['getAuthorityPolicyProposal', 'listAuthorityPolicyProposals', 'listAuthorityPolicies']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
    onClose();
  };
  if (decision === 'approve') {
    return (
      <ConfirmDialog
        title={t('policies.approveTitle')}
        hint={t('policies.approveHint')}
        action={t('policies.approve')}
        send={() => api.approveAuthorityPolicyProposal(input)}
        onDone={({ version }) => done(t('policies.approved', { version }))}
        onClose={onClose}
      />
    );
  }
  const refusing = decision === 'refuse';
  return (
    <ConfirmDialog
      title={t(refusing ? 'policies.refuseTitle' : 'policies.cancelTitle')}
      hint={t('policies.refuseHint')}
      action={t(refusing ? 'policies.refuse' : 'policies.cancel')}
      danger={refusing}
      send={() => (refusing ? api.refuseAuthorityPolicyProposal(input) : api.cancelAuthorityPolicyProposal(input))}
      onDone={() => done(t(refusing ? 'policies.refused' : 'policies.cancelled'))}
      onClose={onClose}
    />
  );
}
