import { Group, List, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { useCodeNames } from '../../../api/code-names';
import { may } from '../../../api/session';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { useSession } from '../../../app/session-context';
import { useLanguage } from '../../../i18n/use-language';
import { Facts } from '../../../lists/facts';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import type { Policy, Resource } from '../policy';
import { Records } from '../records';
import { ReadForm, type Stated } from '../read-form';

/** Records of an authority's part as its policy shows them: asked for with a purpose, and each reading is recorded. */
export function RecordsPage() {
  const { t } = useTranslation('records');
  const query = useQuery(ask('listOwnAuthorityPolicies'));
  return (
    <Page title={t('title')} hint={t('hint')}>
      <Answer
        query={query}
        empty={({ policies }) => policies.length === 0 && <Empty title={t('noPolicy')}>{t('noPolicyHint')}</Empty>}
      >
        {({ policies }) => <Policies policies={policies} />}
      </Answer>
    </Page>
  );
}

function Policies({ policies }: { policies: readonly Policy[] }) {
  const { t } = useTranslation('records');
  const language = useLanguage();
  const [chosen, setChosen] = useState(policies[0]?.policyId);
  const policy = policies.find(({ policyId }) => policyId === chosen);
  if (!policy) return null;
  return (
    <>
      {policies.length > 1 && (
        <NativeSelect
          label={t('policy')}
          maw={420}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value as Policy['policyId'])}
          data={policies.map(({ policyId, name }) => ({ value: policyId, label: name[language] }))}
        />
      )}
      <PolicyFacts policy={policy} />
      <Reading key={policy.policyId} policy={policy} />
    </>
  );
}

function PolicyFacts({ policy }: { policy: Policy }) {
  const { t } = useTranslation('records');
  const language = useLanguage();
  const kinds = useCodeNames('facility-kind');
  const { name, version, legalBasis, facilityKinds, cellSize, columns } = policy;
  return (
    <Section title={name[language]}>
      <Facts
        facts={[
          [t('facts.version'), version],
          [t('facts.basis'), legalBasis],
          [t('facts.kinds'), facilityKinds.map(kinds.nameOf).join(', ')],
          [t('facts.cell'), t('facts.cellOf', { count: cellSize })],
        ]}
      />
      <details>
        <summary>{t('facts.columns', { count: columns.length })}</summary>
        <List size="sm" mt="xs">
          {columns.map((column) => (
            <List.Item key={`${column.resource} ${column.column}`}>
              {t(`resource.${column.resource}`)}: {column.name[language]} ({column.shownAs[language]})
            </List.Item>
          ))}
        </List>
      </details>
    </Section>
  );
}

const PERMISSIONS: Readonly<Record<Resource, string>> = {
  stays: 'authority.stays',
  facilities: 'authority.facilities',
  trips: 'authority.trips',
};

function Reading({ policy }: { policy: Policy }) {
  const { t } = useTranslation('records');
  const session = useSession();
  const resources = policy.resources.filter((resource) => may(session, PERMISSIONS[resource]));
  const [chosen, setChosen] = useState<Resource | undefined>(resources[0]);
  const [stated, setStated] = useState<Stated | null>(null);
  if (chosen === undefined) return <Empty title={t('nothingOpen')}>{t('nothingOpenHint')}</Empty>;
  const change = (resource: Resource): void => {
    setChosen(resource);
    setStated(null);
  };
  return (
    <Section title={t('read')}>
      {resources.length > 1 && (
        <Group>
          <SegmentedControl
            aria-label={t('resource.label')}
            value={chosen}
            onChange={change}
            data={resources.map((value) => ({ value, label: t(`resource.${value}`) }))}
          />
        </Group>
      )}
      <Text size="sm" c="dimmed">
        {t('recorded')}
      </Text>
      <ReadForm key={chosen} policy={policy} resource={chosen} onRead={setStated} />
      {stated && <Records key={JSON.stringify(stated)} policy={policy} resource={chosen} stated={stated} />}
    </Section>
  );
}
