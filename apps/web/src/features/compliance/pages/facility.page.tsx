import type { Output } from '@luutru/client';
import { Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { may } from '../../../api/session';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session-context';
import { showBirthDate, showMoment, showNumber } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import { Problem } from '../../../states/problem';
import { Loading } from '../../../states/states';
import { useCodeNames } from '../../../api/code-names';
import { Tag } from '../../police/tag';
import { UnitName } from '../../police/units';
import { CompliancePages } from '../compliance-pages';
import { FacilityNotes } from '../facility-notes';

type Facility = Output<'getFacilityStanding'>;
type Indicator = Facility['standing']['indicators'][number];

const TONES = { unknown: 'plain', inside: 'good', outside: 'warn', far: 'bad' } as const;

/** One facility: each figure explained with its band and source, its last weeks, and notes on visits. */
export function FacilityPage() {
  const { t } = useTranslation('compliance');
  const session = useSession();
  const kinds = useCodeNames('facility-kind');
  const { facilityId = '' } = useParams({ strict: false });
  const query = useQuery(ask('getFacilityStanding', { path: { facilityId } }));
  const standing = query.data?.standing;
  return (
    <Page
      title={standing?.name ?? t('facility')}
      hint={
        standing && (
          <>
            {standing.code} · {kinds.nameOf(standing.kind)} · <UnitName unitId={standing.wardId} /> ·{' '}
            {t('reckoned', { at: showMoment(standing.reckonedAt) })}
          </>
        )
      }
      actions={<CompliancePages />}
    >
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data && (
        <Stack gap="lg">
          <Text fw={600}>{t('pointsSum', { count: query.data.standing.points })}</Text>
          <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }}>
            {query.data.standing.indicators.map((indicator) => (
              <IndicatorCard key={indicator.id} indicator={indicator} />
            ))}
          </SimpleGrid>
          <Weeks weeks={query.data.weeks} />
        </Stack>
      )}
      {may(session, 'compliance.note') && query.data && <FacilityNotes facilityId={facilityId} />}
    </Page>
  );
}

function IndicatorCard({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation('compliance');
  const language = useLanguage();
  const { name, definition, position, points, explanation, source } = indicator;
  return (
    <Paper withBorder p="sm" component="section">
      <Stack gap={4}>
        <Title order={2} size="h5">
          {name[language]}
        </Title>
        <div>
          <Tag tone={TONES[position]}>{t(`position.${position}`)}</Tag>{' '}
          {points > 0 && <Tag tone="warn">{t('plusPoints', { count: points })}</Tag>}
        </div>
        <Text size="sm">{explanation[language]}</Text>
        <Text size="xs" c="dimmed">
          {definition[language]} · {source}
        </Text>
      </Stack>
    </Paper>
  );
}

const COLUMNS = ['declared', 'stays', 'late', 'corrected', 'mismatched', 'notFound', 'noPapers', 'overdue'] as const;

function Weeks({ weeks }: { weeks: Facility['weeks'] }) {
  const { t } = useTranslation('compliance');
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        {t('weeks')}
      </Title>
      <Table.ScrollContainer minWidth={640} type="native" tabIndex={0}>
        <Table striped verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('week.monday')}</Table.Th>
              {COLUMNS.map((column) => (
                <Table.Th key={column} ta="right">
                  {t(`week.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {weeks.map((week) => (
              <Table.Tr key={week.monday}>
                <Table.Th scope="row">{showBirthDate(week.monday)}</Table.Th>
                {COLUMNS.map((column) => (
                  <Table.Td key={column} ta="right">
                    {showNumber(week[column])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
