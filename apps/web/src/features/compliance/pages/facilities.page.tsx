import type { Output } from '@luutru/client';
import { Anchor, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { whileActive } from '../../../api/while-active';
import { Page } from '../../../app/page';
import { showMoment, showNumber } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { useCodeNames } from '../../../api/code-names';
import { Pager, useCursor } from '../../police/pages-of';
import { Tag } from '../../police/tag';
import { UnitName } from '../../police/units';
import { CompliancePages } from '../compliance-pages';
import { INDICATORS, type Indicator } from '../indicators';
import { SilenceNotices } from '../silence-notices';
import { WardChoice } from '../ward-choice';

type Standing = Output<'listFacilityStandings'>['facilities'][number];

/** How facilities declare, those with the most points first; silent ones can be asked for alone. */
export function FacilitiesPage() {
  const { t } = useTranslation('compliance');
  const [ward, setWard] = useState('');
  const [kind, setKind] = useState('');
  const [indicator, setIndicator] = useState<Indicator | ''>('');
  const { cursor, page, forward, back, reset } = useCursor();
  const kinds = useCodeNames('facility-kind');
  const query = useQuery({
    ...ask('listFacilityStandings', {
      query: {
        limit: 25,
        ...(ward !== '' && { ward }),
        ...(kind !== '' && { kind }),
        ...(indicator !== '' && { indicator }),
        ...(cursor !== undefined && { cursor }),
      },
    }),
    refetchInterval: whileActive(60_000),
  });
  const facilities = query.data?.facilities ?? [];
  const reckonedAt = facilities[0]?.reckonedAt;
  const with_ = (set: (value: string) => void) => (value: string) => {
    set(value);
    reset();
  };
  return (
    <Page
      title={t('title')}
      hint={reckonedAt === undefined ? t('hint') : t('reckoned', { at: showMoment(reckonedAt) })}
      actions={<CompliancePages />}
    >
      <SilenceNotices />
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('only')}
          data={[
            { value: '', label: t('everything') },
            ...INDICATORS.map((value) => ({ value, label: t(`indicator.${value}`) })),
          ]}
          value={indicator}
          onChange={(event) => with_((value) => setIndicator(value as Indicator | ''))(event.currentTarget.value)}
        />
        <WardChoice value={ward} onChange={with_(setWard)} />
        <NativeSelect
          label={t('kind')}
          data={[{ value: '', label: t('allKinds') }, ...kinds.options]}
          value={kind}
          onChange={(event) => with_(setKind)(event.currentTarget.value)}
        />
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data && facilities.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
      <Stack gap="sm">
        {facilities.map((standing) => (
          <StandingCard key={standing.facilityId} standing={standing} />
        ))}
      </Stack>
      {query.data && (
        <Pager page={page} next={query.data.next} onForward={forward} onBack={back} busy={query.isFetching} />
      )}
    </Page>
  );
}

/** What lies outside, in sentences; nothing more than that is said against a facility. */
function StandingCard({ standing }: { standing: Standing }) {
  const { t } = useTranslation('compliance');
  const language = useLanguage();
  const kinds = useCodeNames('facility-kind');
  const { facilityId, name, code, kind, wardId, status, points, outside, indicators } = standing;
  const told = indicators.filter(({ id }) => outside.includes(id));
  return (
    <Paper withBorder p="sm" component="article">
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <div>
          <Group gap="xs">
            <Title order={2} size="h5">
              <Anchor component={Link} to={`/compliance/facilities/${facilityId}`} inherit underline="always">
                {name}
              </Anchor>
            </Title>
            {status !== 'active' && <Tag>{t(`status.${status}`)}</Tag>}
            {outside.includes('silence') && <Tag tone="bad">{t('silent')}</Tag>}
          </Group>
          <Text size="sm" c="dimmed">
            {code} · {kinds.nameOf(kind)} · <UnitName unitId={wardId} />
          </Text>
          {told.map(({ id, name: indicator, explanation }) => (
            <Text size="sm" key={id}>
              <strong>{indicator[language]}:</strong> {explanation[language]}
            </Text>
          ))}
          {told.length === 0 && <Text size="sm">{t('allInside')}</Text>}
        </div>
        <div>
          <Text size="xl" fw={700} ta="right">
            {showNumber(points)}
          </Text>
          <Text size="xs">{t('points')}</Text>
        </div>
      </Group>
    </Paper>
  );
}
