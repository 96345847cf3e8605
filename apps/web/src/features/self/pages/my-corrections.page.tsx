import type { Output } from '@luutru/client';
import { localDate } from '@luutru/calendar';
import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { showDate, showDayAndTime } from '../../../i18n/format';
import { usePages } from '../../../lists/use-pages';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { type OwnStay, useStayTime } from '../stay-time';

type Correction = Output<'listOwnCorrections'>['corrections'][number];

/** What the person asked to have corrected, and what became of it. */
export function MyCorrectionsPage() {
  const { t } = useTranslation('self');
  const query = useQuery(ask('listOwnCorrections'));
  const stays = useQuery(ask('listOwnStays'));
  return (
    <Page title={t('corrections.title')} hint={t('corrections.hint')}>
      <Answer query={query} empty={({ corrections }) => corrections.length === 0 && <Nothing />}>
        {({ corrections }) => <CorrectionList corrections={corrections} stays={stays.data?.stays ?? []} />}
      </Answer>
    </Page>
  );
}

function Nothing() {
  const { t } = useTranslation('self');
  return (
    <Empty
      title={t('corrections.empty')}
      action={
        <Button component={Link} to="/my-stays">
          {t('corrections.toStays')}
        </Button>
      }
    >
      {t('corrections.emptyHint')}
    </Empty>
  );
}

function CorrectionList({ corrections, stays }: { corrections: Correction[]; stays: readonly OwnStay[] }) {
  const { t } = useTranslation('self');
  const { shown, pager } = usePages(corrections, 10);
  return (
    <>
      <Stack component="ul" gap="sm" p={0} m={0} aria-label={t('corrections.list')} style={{ listStyle: 'none' }}>
        {shown.map((correction) => (
          <CorrectionCard
            key={correction.requestId}
            correction={correction}
            stay={stays.find(({ stayId }) => stayId === correction.stayId)}
          />
        ))}
      </Stack>
      {pager}
    </>
  );
}

function CorrectionCard({ correction, stay }: { correction: Correction; stay: OwnStay | undefined }) {
  const { t } = useTranslation('self');
  const time = useStayTime();
  const { state, dueOn, answer, answeredAt } = correction;
  const overdue = state === 'open' && dueOn < localDate(new Date());
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Title order={2} size="h4">
            {stay
              ? `${stay.facilityName} · ${time(stay)}`
              : t('corrections.asked', { at: showDayAndTime(correction.requestedAt) })}
          </Title>
          <Badge variant="default" tt="none" miw="max-content">
            {t(`corrections.${state}`)}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {t('corrections.asked', { at: showDayAndTime(correction.requestedAt) })}
          {state === 'open' && !overdue && ` · ${t('corrections.due', { day: showDate(dueOn) })}`}
        </Text>
        {overdue && (
          <Text size="sm" c="var(--mantine-color-error)">
            {t('corrections.overdue', { day: showDate(dueOn) })}. {t('corrections.overdueHint')}
          </Text>
        )}
        <div>
          <Text size="sm" c="dimmed">
            {t('corrections.yourText')}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{correction.text}</Text>
        </div>
        {answer !== null && (
          <div>
            <Text size="sm" c="dimmed">
              {t('corrections.answer')}
              {answeredAt && ` · ${t('corrections.answered', { at: showDayAndTime(answeredAt) })}`}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap' }}>{answer}</Text>
          </div>
        )}
      </Stack>
    </Paper>
  );
}
