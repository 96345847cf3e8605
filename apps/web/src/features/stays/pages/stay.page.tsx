import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, Timeline, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionsIn, type StayAction, type StayState } from '@luutru/stay-life';
import { ask } from '../../../api/ask';
import { useCodeNames } from '../../../api/code-names';
import { may } from '../../../api/session';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session-context';
import { showBirthDate, showDate, showMoment } from '../../../i18n/format';
import { Problem } from '../../../states/problem';
import { Loading } from '../../../states/states';
import { useCheckOut } from '../actions/check-out';
import { StateBadge, StatusBadge } from '../state-badge';
import type { Stay } from '../stay';
import '../stay.css';

const StayDialog = lazy(() => import('../actions/stay-dialog').then((module) => ({ default: module.StayDialog })));
const route = getRouteApi('/frame/stays/$stayId');

/** One stay: what was declared, what became of it, and what can be done. */
export function StayPage() {
  const { t } = useTranslation('stays');
  const { stayId } = route.useParams();
  const stay = useQuery(ask('getStay', { path: { stayId } }));
  if (stay.isPending) return <Loading />;
  if (!stay.data) {
    return (
      <Page title={t('one.title')}>
        <Problem error={stay.error} retry={() => void stay.refetch()} />
      </Page>
    );
  }
  return <StayDetails stay={stay.data} />;
}

function StayDetails({ stay }: { stay: Stay }) {
  const { t } = useTranslation('stays');
  const session = useSession();
  const checkOut = useCheckOut();
  const [dialog, setDialog] = useState<StayAction | null>(null);
  const actions = may(session, 'stay.declare') ? actionsIn(stay.state as StayState) : [];
  const act = (action: StayAction): void => {
    if (action === 'check-out') checkOut.mutate([stay]);
    else setDialog(action);
  };
  return (
    <Page
      title={stay.person.fullName || t('list.nameless')}
      hint={
        <Group gap="xs" component="span">
          <StateBadge state={stay.state} />
          <StatusBadge status={stay.status} />
        </Group>
      }
      actions={
        <Group gap="xs" className="no-print">
          {actions.map((action) => (
            <Button
              key={action}
              size="sm"
              variant={action === 'check-out' ? 'filled' : 'default'}
              loading={action === 'check-out' && checkOut.isPending}
              onClick={() => act(action)}
            >
              {t(`action.${action}`)}
            </Button>
          ))}
          <Button size="sm" variant="default" component="a" href={stay.links.receipt} target="_blank" rel="noopener">
            {t('one.receipt')}
          </Button>
        </Group>
      }
    >
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Facts stay={stay} />
        <History stayId={stay.stayId} />
      </SimpleGrid>
      <Suspense>{dialog && <StayDialog stay={stay} action={dialog} onClose={() => setDialog(null)} />}</Suspense>
    </Page>
  );
}

function Facts({ stay }: { stay: Stay }) {
  const { t } = useTranslation('stays');
  const reasons = useCodeNames('stay-reason').options;
  const documents = useCodeNames('document-type').options;
  const label = (codes: { value: string; label: string }[], code: number | null): string =>
    codes.find(({ value }) => value === String(code))?.label ?? '';
  const { person, delivery } = stay;
  const { temporaryResidenceOn, ...place } = stay.place;
  const facts: readonly (readonly [string, string | null])[] = [
    ['document', `${label(documents, person.documentType)} ${person.documentNumber ?? ''}`],
    ['birthDate', showBirthDate(person.birthDate)],
    ['nationality', person.nationality],
    ['phone', person.phone],
    ['address', person.address],
    ['place', Object.values(place).join(', ')],
    ['temporaryResidenceOn', temporaryResidenceOn === undefined ? null : showDate(temporaryResidenceOn)],
    ['arrived', showMoment(stay.arrivedAt)],
    ['leaves', stay.expectedDepartureAt && showMoment(stay.expectedDepartureAt)],
    ['departed', stay.departedAt && showMoment(stay.departedAt)],
    ['reason', stay.reasonText ?? label(reasons, stay.reason)],
    ['note', stay.note],
    [
      'declared',
      t(stay.late ? 'one.declaredLate' : 'one.declaredInTime', {
        at: showMoment(stay.declaredAt),
        due: showMoment(stay.dueAt),
      }),
    ],
    ['mismatch', delivery.mismatchFields.map((field) => t(`one.fields.${field}`)).join(', ')],
  ];
  return (
    <Paper withBorder p="md">
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null && value.trim() !== '')
          .map(([name, value]) => (
            <div key={name}>
              <Text component="dt" size="sm" c="dimmed">
                {t(`one.fields.${name}`)}
              </Text>
              <Text component="dd" m={0}>
                {value}
              </Text>
            </div>
          ))}
      </dl>
    </Paper>
  );
}

function History({ stayId }: { stayId: string }) {
  const { t } = useTranslation('stays');
  const history = useQuery(ask('getStayHistory', { path: { stayId } }));
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('one.history')}
        </Title>
        {history.isPending && <Loading />}
        <Problem error={history.error} retry={() => void history.refetch()} />
        {history.data && (
          <Timeline bulletSize={14} active={history.data.versions.length}>
            {history.data.versions.map(({ version, action, at, channel }) => (
              <Timeline.Item key={version} title={t(`did.${action}`)}>
                <Text size="sm" c="dimmed">
                  {showMoment(at)} · {t(`channel.${channel}`)} · {t('one.version', { version })}
                </Text>
              </Timeline.Item>
            ))}
          </Timeline>
        )}
        <Anchor href="/v1/receipts/verify" size="sm">
          {t('one.verify')}
        </Anchor>
      </Stack>
    </Paper>
  );
}
