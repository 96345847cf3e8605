import type { Output } from '@luutru/client';
import { localDate } from '@luutru/calendar';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import type { Facility } from '../../../api/facility';
import { Page } from '../../../app/page';
import { showBirthDate, showDate, showDayAndTime } from '../../../i18n/format';
import { Facts } from '../../../lists/facts';
import { usePages } from '../../../lists/use-pages';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { AnswerCorrectionDialog } from '../answer-correction-dialog';
import { OwnFacility } from '../own-facility';

type Correction = Output<'listCorrections'>['corrections'][number];

/** What guests want corrected, to be answered. */
export function CorrectionsPage() {
  const { t } = useTranslation('owner');
  return (
    <Page title={t('corrections.title')} hint={t('corrections.hint')}>
      <OwnFacility>{(facility) => <Queue key={facility.facilityId} facility={facility} />}</OwnFacility>
    </Page>
  );
}

function Queue({ facility: { facilityId } }: { facility: Facility }) {
  const { t } = useTranslation('owner');
  const query = useQuery(ask('listCorrections', { path: { facility: facilityId } }));
  return (
    <Answer
      query={query}
      empty={({ corrections }) =>
        corrections.length === 0 && <Empty title={t('corrections.empty')}>{t('corrections.emptyHint')}</Empty>
      }
    >
      {({ corrections }) => <Requests corrections={corrections} />}
    </Answer>
  );
}

function Requests({ corrections }: { corrections: readonly Correction[] }) {
  const { t } = useTranslation('owner');
  const { shown, pager } = usePages(corrections, 10);
  const [answering, setAnswering] = useState<Correction | null>(null);
  return (
    <>
      <Stack component="ul" gap="sm" p={0} m={0} aria-label={t('corrections.list')} style={{ listStyle: 'none' }}>
        {shown.map((correction) => (
          <Request key={correction.requestId} correction={correction} onAnswer={() => setAnswering(correction)} />
        ))}
      </Stack>
      {pager}
      {answering && <AnswerCorrectionDialog requestId={answering.requestId} onClose={() => setAnswering(null)} />}
    </>
  );
}

function Request({ correction, onAnswer }: { correction: Correction; onAnswer: () => void }) {
  const { t } = useTranslation('owner');
  const [showing, setShowing] = useState(false);
  const { dueOn, text, requestedAt, stayId } = correction;
  const today = localDate(new Date());
  const day = showDate(dueOn);
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap="xs" align="flex-start">
        <Title order={2} size="h5" {...(dueOn < today && { c: 'var(--mantine-color-error)' })}>
          {dueOn < today
            ? t('corrections.overdue', { day })
            : dueOn === today
              ? t('corrections.dueToday')
              : t('corrections.due', { day })}
        </Title>
        <Text size="sm" c="dimmed">
          {t('corrections.asked', { at: showDayAndTime(requestedAt) })}
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>
        {showing ? <DeclaredStay stayId={stayId} /> : null}
        <Group>
          <Button onClick={onAnswer} size="sm">
            {t('corrections.answer')}
          </Button>
          {!showing && (
            <Button variant="default" size="sm" onClick={() => setShowing(true)}>
              {t('corrections.showStay')}
            </Button>
          )}
        </Group>
        {!showing && (
          <Text size="xs" c="dimmed">
            {t('corrections.stayHint')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** What was declared; asked for only when wanted, because it is a look that the guest will see. */
function DeclaredStay({ stayId }: { stayId: string }) {
  const { t } = useTranslation('owner');
  const query = useQuery({ ...ask('getStay', { path: { stayId } }), staleTime: Infinity });
  return (
    <Answer query={query}>
      {({ person, arrivedAt }) => (
        <Facts
          facts={[
            [t('corrections.fullName'), person.fullName],
            [t('corrections.birthDate'), showBirthDate(person.birthDate)],
            [t('corrections.document'), person.documentNumber],
            [t('corrections.address'), person.address],
            [t('corrections.phone'), person.phone],
            [t('corrections.arrived'), showDayAndTime(arrivedAt)],
          ]}
        />
      )}
    </Answer>
  );
}
