import { Button, NativeSelect, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { showMoment } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { tell } from '../../../states/tell';
import { useRoleName } from '../../roles/role-name';
import { PolicyDiff, PolicyText } from '../policy-diff';
import { type Catalogue, type Policy, usePolicyFacts } from '../policy-facts';
import { PolicyForm } from '../policy-form';

const route = getRouteApi('/frame/policies/$policyId');

/** One policy: what it says, how it came to that, and proposing something else. */
export function PolicyPage() {
  const { t } = useTranslation('admin');
  const { policyId } = route.useParams();
  const roleName = useRoleName();
  const query = useQuery(ask('listAuthorityPolicies'));
  return (
    <Page
      title={roleName(policyId)}
      actions={
        <Button component={Link} to="/policies" variant="subtle" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('policies.back')}
        </Button>
      }
    >
      <Answer
        query={query}
        empty={({ policies }) =>
          !policies.some((policy) => policy.policyId === policyId) && <Empty title={t('policies.notFound')} />
        }
      >
        {(catalogue) => {
          const policy = catalogue.policies.find((one) => one.policyId === policyId);
          return policy && <OnePolicy policy={policy} catalogue={catalogue} />;
        }}
      </Answer>
    </Page>
  );
}

function OnePolicy({ policy, catalogue }: { policy: Policy; catalogue: Catalogue }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const queries = useQueryClient();
  const { ofPolicy } = usePolicyFacts(catalogue);
  const [proposing, setProposing] = useState(false);
  return (
    <>
      <Section
        title={policy.name[language]}
        actions={
          <Button size="sm" onClick={() => setProposing(true)}>
            {t('policies.propose')}
          </Button>
        }
      >
        <PolicyText facts={ofPolicy(policy)} />
      </Section>
      <Versions policyId={policy.policyId} catalogue={catalogue} />
      {proposing && (
        <PolicyForm
          policy={policy}
          catalogue={catalogue}
          onDone={() => {
            tell(t('policies.proposed'));
            void queries.invalidateQueries({ queryKey: ['listAuthorityPolicyProposals'] });
            setProposing(false);
          }}
          onClose={() => setProposing(false)}
        />
      )}
    </>
  );
}

function Versions({ policyId, catalogue }: { policyId: Policy['policyId']; catalogue: Catalogue }) {
  const { t } = useTranslation('admin');
  const query = useQuery(ask('listAuthorityPolicyVersions', { path: { policyId } }));
  return (
    <Section title={t('policies.versions')}>
      <Answer query={query}>{({ versions }) => <Comparison versions={versions} catalogue={catalogue} />}</Answer>
    </Section>
  );
}

function Comparison({ versions, catalogue }: { versions: readonly Policy[]; catalogue: Catalogue }) {
  const { t } = useTranslation('admin');
  const { ofPolicy } = usePolicyFacts(catalogue);
  const sorted = versions.toSorted((a, b) => b.version - a.version);
  const [chosen, setChosen] = useState(sorted[0]?.version ?? 1);
  const version = sorted.find((one) => one.version === chosen);
  const before = sorted.find((one) => one.version === chosen - 1);
  if (!version) return null;
  return (
    <>
      <NativeSelect
        label={t('policies.version')}
        maw={320}
        value={String(chosen)}
        onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
        data={sorted.map((one) => ({
          value: String(one.version),
          label: `${String(one.version)} · ${showMoment(one.at)}`,
        }))}
      />
      <Text size="sm" c="dimmed">
        {t('policies.proposedBy', { id: version.proposedBy })} · {t('policies.approvedBy', { id: version.approvedBy })}
      </Text>
      {before ? <PolicyDiff before={ofPolicy(before)} after={ofPolicy(version)} /> : <Text>{t('policies.first')}</Text>}
    </>
  );
}
