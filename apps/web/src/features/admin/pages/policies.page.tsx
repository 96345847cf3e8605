import type { Output } from '@luutru/client';
import { Anchor, Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { showDate, showMoment } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import { type Column, RecordTable } from '../../../lists/record-table';
import { usePages } from '../../../lists/use-pages';
import { Answer } from '../../../states/answer';
import { useRoleName } from '../../roles/role-name';
import type { Policy } from '../policy-facts';

type Proposal = Output<'listAuthorityPolicyProposals'>['proposals'][number];
type State = Proposal['state'];

const STATES = ['open', 'approved', 'refused', 'cancelled'] as const;

/** The name of a proposal's state as a text key: `stateOpen`. */
const stateKey = (state: string): string => `policies.state${state.charAt(0).toUpperCase()}${state.slice(1)}`;

/** What each authority may read, and changes waiting for a second person. */
export function PoliciesPage() {
  const { t } = useTranslation('admin');
  const query = useQuery(ask('listAuthorityPolicies'));
  return (
    <Page title={t('policies.title')} hint={t('policies.hint')}>
      <Section title={t('policies.inForce')}>
        <Answer query={query}>{({ policies }) => <PolicyTable policies={policies} />}</Answer>
      </Section>
      <Proposals />
    </Page>
  );
}

function PolicyTable({ policies }: { policies: readonly Policy[] }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const columns: Column<Policy>[] = [
    { key: 'policy', header: t('policies.policy'), cell: ({ name }) => name[language] },
    { key: 'version', header: t('policies.version'), cell: ({ version }) => version },
    { key: 'basis', header: t('policies.basis'), cell: ({ legalBasis }) => legalBasis },
    { key: 'since', header: t('policies.since'), cell: ({ at }) => showDate(at) },
    {
      key: 'open',
      header: '',
      cell: ({ policyId, name }) => (
        <Anchor
          component={Link}
          to={`/policies/${policyId}`}
          size="sm"
          aria-label={`${t('policies.open')}: ${name[language]}`}
        >
          {t('policies.open')}
        </Anchor>
      ),
    },
  ];
  return (
    <RecordTable caption={t('policies.list')} rows={policies} columns={columns} rowKey={({ policyId }) => policyId} />
  );
}

function Proposals() {
  const { t } = useTranslation('admin');
  const [state, setState] = useState<State>('open');
  const query = useQuery(ask('listAuthorityPolicyProposals', { query: { state, limit: 200 } }));
  return (
    <Section title={t('policies.proposals')}>
      <Group>
        <SegmentedControl
          aria-label={t('policies.state')}
          value={state}
          onChange={setState}
          data={STATES.map((value) => ({ value, label: t(stateKey(value)) }))}
        />
      </Group>
      <Answer
        query={query}
        empty={({ proposals }) => proposals.length === 0 && <Text>{t('policies.noProposals')}</Text>}
      >
        {({ proposals }) => <ProposalTable key={state} proposals={proposals} />}
      </Answer>
    </Section>
  );
}

function ProposalTable({ proposals }: { proposals: readonly Proposal[] }) {
  const { t } = useTranslation('admin');
  const roleName = useRoleName();
  const { shown, pager } = usePages(proposals, 20);
  const columns: Column<Proposal>[] = [
    { key: 'policy', header: t('policies.policy'), cell: ({ policyId }) => roleName(policyId) },
    { key: 'at', header: t('policies.proposedAt'), cell: ({ proposedAt }) => showMoment(proposedAt) },
    { key: 'state', header: t('policies.state'), cell: (proposal) => t(stateKey(proposal.state)) },
    {
      key: 'open',
      header: '',
      cell: ({ proposalId, policyId }) => (
        <Anchor
          component={Link}
          to={`/policy-proposals/${proposalId}`}
          size="sm"
          aria-label={`${t('policies.open')}: ${roleName(policyId)}`}
        >
          {t('policies.open')}
        </Anchor>
      ),
    },
  ];
  return (
    <>
      <RecordTable
        caption={t('policies.proposalList')}
        rows={shown}
        columns={columns}
        rowKey={({ proposalId }) => proposalId}
      />
      {pager}
    </>
  );
}
