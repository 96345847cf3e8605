import { LuutruProblem, type Output } from '@luutru/client';
import { Badge, Text, Title } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import type { Facility } from '../../../api/facility';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { showDate, showMoment, showNumber } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import { type Column, RecordTable } from '../../../lists/record-table';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { InspectionNotes } from '../inspection-notes';
import { OwnFacility } from '../own-facility';

type Own = Output<'getOwnCompliance'>;
type Indicator = Own['standing']['indicators'][number];
type Week = Own['weeks'][number];

/** How the facility does its duty to declare, as the police sees it. */
export function StandingPage() {
  return <OwnFacility>{(facility) => <Standing key={facility.facilityId} facility={facility} />}</OwnFacility>;
}

function Standing({ facility: { facilityId, name } }: { facility: Facility }) {
  const { t } = useTranslation('owner');
  const query = useQuery(ask('getOwnCompliance', { path: { facility: facilityId } }));
  // A facility is reckoned at the next round after it was registered.
  const notYet = query.error instanceof LuutruProblem && query.error.status === 404;
  return (
    <Page title={t('standing.title')} hint={t('standing.hint', { facility: name })}>
      {notYet ? <Empty title={t('standing.notYet')}>{t('standing.notYetHint')}</Empty> : <Standings query={query} />}
      <InspectionNotes facilityId={facilityId} />
    </Page>
  );
}

function Standings({ query }: { query: UseQueryResult<Own> }) {
  const { t } = useTranslation('owner');
  return (
    <Answer query={query}>
      {({ standing, weeks }) => (
        <>
          <Section title={`${t('standing.points')}: ${showNumber(standing.points)}`}>
            <Text>
              {standing.outside.length === 0
                ? t('standing.good')
                : t('standing.watch', { count: standing.outside.length })}
            </Text>
            <Text size="sm" c="dimmed">
              {t('standing.reckoned', { at: showMoment(standing.reckonedAt) })}
            </Text>
          </Section>
          <Section title={t('standing.indicators')}>
            <Indicators indicators={standing.indicators} />
          </Section>
          <Section title={t('standing.weeks')}>
            <Weeks weeks={weeks} />
          </Section>
        </>
      )}
    </Answer>
  );
}

function Indicators({ indicators }: { indicators: readonly Indicator[] }) {
  const { t } = useTranslation('owner');
  const language = useLanguage();
  const show = (value: number | null, unit: Indicator['unit']): string => {
    if (value === null) return '';
    if (unit === 'percent') return `${showNumber(Math.round(value * 1_000) / 10)} %`;
    return unit === 'days' ? t('standing.days', { value: showNumber(value) }) : showNumber(value);
  };
  const columns: Column<Indicator>[] = [
    {
      key: 'indicator',
      header: t('standing.indicator'),
      cell: ({ name, explanation, definition, source }) => (
        <>
          <Title order={3} size="h5">
            {name[language]}
          </Title>
          <Text size="sm">{explanation[language]}</Text>
          <Text size="xs" c="dimmed">
            {definition[language]}. {source}
          </Text>
        </>
      ),
    },
    {
      key: 'value',
      header: t('standing.value'),
      cell: ({ value, unit, count, of }) => (
        <>
          {show(value, unit)}
          {of !== null && (
            <Text size="xs" c="dimmed">
              {t('standing.of', { count: showNumber(count), of: showNumber(of) })}
            </Text>
          )}
        </>
      ),
    },
    { key: 'limit', header: t('standing.limit'), cell: ({ limit, unit }) => show(limit, unit) },
    {
      key: 'position',
      header: t('standing.position'),
      cell: ({ position }) => (
        <Badge
          variant="default"
          tt="none"
          miw="max-content"
          fw={position === 'outside' || position === 'far' ? 700 : 400}
        >
          {t(`standing.${position}`)}
        </Badge>
      ),
    },
    { key: 'points', header: t('standing.pointsOf'), cell: ({ points }) => showNumber(points) },
  ];
  return (
    <RecordTable caption={t('standing.indicatorList')} rows={indicators} columns={columns} rowKey={({ id }) => id} />
  );
}

const COUNTS = ['stays', 'late', 'corrected', 'mismatched', 'notFound', 'noPapers', 'overdue'] as const;

function Weeks({ weeks }: { weeks: readonly Week[] }) {
  const { t } = useTranslation('owner');
  const columns: Column<Week>[] = [
    { key: 'monday', header: t('standing.week'), cell: ({ monday }) => showDate(monday) },
    ...COUNTS.map((count) => ({
      key: count,
      header: t(`standing.${count}`),
      cell: (week: Week) => showNumber(week[count]),
    })),
  ];
  return (
    <RecordTable
      caption={t('standing.weekList')}
      rows={weeks.toReversed()}
      columns={columns}
      rowKey={({ monday }) => monday}
    />
  );
}
