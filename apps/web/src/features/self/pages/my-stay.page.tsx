import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { showBirthDate, showDate, showDayAndTime } from '../../../i18n/format';
import { Facts } from '../../../lists/facts';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { CorrectionDialog } from '../correction-dialog';
import { LookList } from '../look-list';
import type { OwnStay } from '../stay-time';

const route = getRouteApi('/frame/my-stays/$stayId');

/** One stay: what was declared, its receipt, who looked at it, and asking for a correction. */
export function MyStayPage() {
  const { t } = useTranslation('self');
  const { stayId } = route.useParams();
  const query = useQuery(ask('listOwnStays'));
  const find = ({ stays }: { stays: OwnStay[] }): OwnStay | undefined => stays.find((one) => one.stayId === stayId);
  return (
    <Page
      title={t('stay.title')}
      actions={
        <Button component={Link} to="/my-stays" variant="subtle" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('stay.back')}
        </Button>
      }
    >
      <Answer
        query={query}
        empty={(data) => find(data) === undefined && <Empty title={t('stay.notFound')}>{t('stay.notFoundHint')}</Empty>}
      >
        {(data) => {
          const stay = find(data);
          return stay && <Stay stay={stay} />;
        }}
      </Answer>
    </Page>
  );
}

function Stay({ stay }: { stay: OwnStay }) {
  const { t } = useTranslation('self');
  const looks = useQuery(ask('listOwnLooks'));
  return (
    <>
      <Part title={stay.facilityName}>
        <Text size="sm" c="dimmed">
          {t('stay.declared')}
        </Text>
        <Facts
          facts={[
            [t('stay.kind'), t(`kind.${stay.kind}`)],
            [t('stay.arrived'), showDayAndTime(stay.arrivedAt)],
            [t('stay.departed'), stay.departedAt && showDayAndTime(stay.departedAt)],
            [
              t('stay.expected'),
              stay.departedAt === null && stay.expectedDepartureAt && showDayAndTime(stay.expectedDepartureAt),
            ],
            [t('stay.declaredAt'), showDayAndTime(stay.declaredAt)],
            [t('stay.fullName'), stay.fullName],
            [t('stay.birthDate'), showBirthDate(stay.birthDate)],
            [t('stay.document'), stay.documentNumber],
            [t('stay.address'), stay.address],
            [t('stay.phone'), stay.phone],
          ]}
        />
        <Correction stayId={stay.stayId} />
      </Part>
      <Part title={t('stay.receipt')}>
        <Text>{t('stay.receiptHint')}</Text>
        <Group>
          <Button component={Link} to={`/my-stays/${stay.stayId}/receipt`} variant="default">
            {t('stay.openReceipt')}
          </Button>
        </Group>
      </Part>
      <Part title={t('stay.looks')}>
        <Answer query={looks}>
          {(data) => {
            const own = data.looks.filter(({ stayId }) => stayId === stay.stayId);
            return own.length === 0 ? <Text>{t('stay.noLooks')}</Text> : <LookList looks={own} />;
          }}
        </Answer>
        <Anchor component={Link} to="/my-looks" size="sm">
          {t('looks.later')}
        </Anchor>
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Title order={2} size="h3">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

/** A correction is asked for once at a time: while one is open, it is shown instead. */
function Correction({ stayId }: { stayId: string }) {
  const { t } = useTranslation('self');
  const [asking, setAsking] = useState(false);
  const { data } = useQuery(ask('listOwnCorrections'));
  const open = data?.corrections.find((request) => request.stayId === stayId && request.state === 'open');
  if (open) {
    return (
      <Alert color="gray" role="status">
        <Text size="sm">{t('stay.askedAlready', { day: showDate(open.dueOn) })}</Text>
        <Anchor component={Link} to="/my-corrections" size="sm">
          {t('stay.followIt')}
        </Anchor>
      </Alert>
    );
  }
  return (
    <>
      <Text size="sm">{t('stay.wrong')}</Text>
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('stay.askCorrection')}
        </Button>
      </Group>
      {asking && <CorrectionDialog stayId={stayId} onClose={() => setAsking(false)} />}
    </>
  );
}
