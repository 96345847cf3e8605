import type { Output } from '@luutru/client';
import { Anchor, Breadcrumbs, Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { localDate } from '@luutru/calendar';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { may } from '../../../api/session';
import { serverNow } from '../../../api/server-clock';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { useSession } from '../../../app/session-context';
import { showDayAndTime } from '../../../i18n/format';
import { Answer } from '../../../states/answer';
import { useRoleName } from '../../roles/role-name';
import { type Looked, useLooked } from '../address';
import { Breakdown } from '../breakdown';
import { FormDownloads } from '../downloads';
import type { Look } from '../look';
import { NowFigures } from '../now-figures';
import { PeriodChoice } from '../period-choice';
import { PeriodFigures } from '../period-figures';
import { addMonths, choicesOf, dayOf, monthEnd } from '../periods';
import { dimensionsOf, measuresBy, policiesOf, sortOf } from '../sorts';
import { Trend } from '../trend';
import { Workers } from '../workers';

/** The figures of an authority's part: of a period, as they went, and by what they are told apart by. */
export function FiguresPage() {
  const { t } = useTranslation('figures');
  const { looked: inAddress, look: change } = useLooked();
  const session = useSession();
  const policies = policiesOf(session.roles);
  const looked: Looked = { ...inAddress, policy: policies.length > 1 ? (inAddress.policy ?? policies[0]) : undefined };
  const today = localDate(serverNow());
  // How far figures go is the API's answer: of closed months for most, until last night for those who see exact ones.
  const query = useQuery(
    ask('getFigures', {
      query: {
        ...{ measures: 'arrivals', grain: 'month', from: addMonths(today, -12), to: monthEnd(today) },
        ...(looked.policy !== undefined && { policy: looked.policy }),
      },
    }),
  );
  return (
    <Page title={t('title')} hint={query.data && <AsOf figures={query.data} />}>
      {policies.length > 1 && <PolicyChoice policies={policies} looked={looked} change={change} />}
      <Answer query={query}>
        {({ lastNight }) => (
          <Looking
            lastDay={lastNight}
            looked={looked}
            change={change}
            policy={looked.policy ?? policies[0]}
            byDay={may(session, 'statistics.exact')}
          />
        )}
      </Answer>
    </Page>
  );
}

function AsOf({ figures: { asOf, lastNight } }: { figures: Output<'getFigures'> }) {
  const { t } = useTranslation('figures');
  return t('asOf', { at: asOf === null ? '…' : showDayAndTime(asOf), day: dayOf(lastNight) });
}

interface PolicyChoiceProps {
  readonly policies: readonly string[];
  readonly looked: Looked;
  readonly change: (change: Looked) => void;
}

function PolicyChoice({ policies, looked, change }: PolicyChoiceProps) {
  const { t } = useTranslation('figures');
  const roleName = useRoleName();
  return (
    <NativeSelect
      label={t('policy')}
      maw={420}
      value={looked.policy}
      onChange={(event) => change({ policy: event.currentTarget.value, by: undefined, measure: undefined })}
      data={policies.map((value) => ({ value, label: roleName(value) }))}
    />
  );
}

interface LookingProps {
  readonly lastDay: string;
  readonly looked: Looked;
  readonly change: (change: Looked) => void;
  readonly policy: string | undefined;
  readonly byDay: boolean;
}

function Looking({ lastDay, looked, change, policy, byDay }: LookingProps) {
  const { t } = useTranslation('figures');
  const [latest = { from: lastDay, to: lastDay }] = choicesOf('month', lastDay);
  const { from = latest.from, to = latest.to, compare = 'year' } = looked;
  const sort = sortOf(policy);
  const period = { from, to };
  const look: Look = { looked, period, sort, byDay, change };
  const dimensions = dimensionsOf(sort, looked.ward);
  const by = looked.by !== undefined && dimensions.includes(looked.by) ? looked.by : (dimensions[0] ?? 'kind');
  const measures = measuresBy(sort, by);
  const measure =
    looked.measure !== undefined && measures.includes(looked.measure) ? looked.measure : (measures[0] ?? 'arrivals');
  return (
    <>
      <Group gap="sm" align="flex-end">
        <PeriodChoice
          key={`${lastDay} ${policy ?? ''}`}
          {...{ period, lastDay, byDay }}
          onChange={(next) => change({ ...next })}
        />
        <SegmentedControl
          aria-label={t('compare.label')}
          value={compare}
          onChange={(value) => change({ compare: value })}
          data={(['year', 'previous', 'none'] as const).map((value) => ({ value, label: t(`compare.${value}`) }))}
        />
      </Group>
      {looked.ward !== undefined && <Path ward={looked.ward} onBack={() => change({ ward: undefined, by: 'ward' })} />}
      <PeriodFigures look={look} />
      <NowFigures ward={looked.ward} policy={looked.policy} />
      <Trend look={look} measure={measure} />
      <Breakdown look={look} by={by} measure={measure} />
      {sort.workers && <Workers policy={looked.policy} />}
      {sort.form && looked.ward === undefined && (
        <Section title={t('download.formTitle')}>
          <Text size="sm">{t('download.formHint')}</Text>
          <FormDownloads lastDay={lastDay} policy={looked.policy} />
        </Section>
      )}
    </>
  );
}

/** Where in the area one is. */
function Path({ ward, onBack }: { ward: string; onBack: () => void }) {
  const { t } = useTranslation('figures');
  const { data } = useQuery({ ...ask('getAdminUnit', { path: { unitId: ward } }), staleTime: Infinity });
  return (
    <Breadcrumbs component="nav" aria-label={t('path')}>
      <Anchor component="button" type="button" onClick={onBack}>
        {t('whole')}
      </Anchor>
      <Text fw={600}>{data?.name ?? ward}</Text>
    </Breadcrumbs>
  );
}
