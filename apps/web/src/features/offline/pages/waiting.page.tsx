import { Alert, Badge, Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseFacility, useFacilities } from '../../../api/facility';
import { Page } from '../../../app/page';
import { useOnline } from '../../../app/use-online';
import { showMoment } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import { Empty, Loading } from '../../../states/states';
import { sendWaiting } from '../sender';
import { dropWaiting, mend, useWaiting, type WaitingDeclaration } from '../waiting';

/** What was declared without a network: still here, on its way, or refused and why. */
export function WaitingPage() {
  const { t } = useTranslation('offline');
  const waiting = useWaiting();
  const online = useOnline();
  const [sending, setSending] = useState(false);
  const { facilities } = useFacilities();
  if (waiting === null) return <Loading />;
  const own = waiting.filter(({ record }) => facilities.some(({ facilityId }) => facilityId === record.facilityId));
  const send = (): void => {
    setSending(true);
    void sendWaiting().finally(() => setSending(false));
  };
  return (
    <Page
      title={t('title')}
      hint={t('hint')}
      actions={
        own.length > 0 && (
          <Button onClick={send} loading={sending} disabled={!online}>
            {t('sendNow')}
          </Button>
        )
      }
    >
      {waiting.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
      {own.map((one) => (
        <Waiting key={one.record.seq} waiting={one} />
      ))}
      {own.length < waiting.length && (
        <Alert color="gray">{t('ofOthers', { count: waiting.length - own.length })}</Alert>
      )}
    </Page>
  );
}

function Waiting({ waiting }: { waiting: WaitingDeclaration }) {
  const { t } = useTranslation('offline');
  const language = useLanguage();
  const [sure, setSure] = useState(false);
  const { record, names, room, refusal } = waiting;
  const navigate = useNavigate();
  const takeBack = (): void => {
    chooseFacility(record.facilityId);
    mend(waiting);
    void navigate({ to: '/check-in' });
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={names.join(', ')}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={650}>{names.join(', ')}</Text>
          <Badge
            tt="none"
            variant="light"
            color={refusal ? 'red' : 'orange'}
            styles={{ label: { color: 'light-dark(#1d2939, #f2f4f7)' } }}
          >
            {t(refusal ? 'refused' : 'waiting')}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {t('entered', { at: showMoment(record.enteredAt), by: record.enteredBy, room: room || '–' })}
        </Text>
        {refusal && (
          <Alert color="red" title={refusal.title}>
            {refusal.errors.length === 0 && refusal.detail}
            <List size="sm">
              {refusal.errors.map(({ pointer, code, message, fix }) => (
                <List.Item key={`${pointer} ${code}`}>
                  {ofPerson(names[Number(/^\/persons\/(\d+)/.exec(pointer)?.[1])])}
                  {message[language]}. {fix[language]}.
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        {refusal && (
          <Group>
            {waiting.terms ? (
              <Button size="compact-md" onClick={takeBack}>
                {t('mend')}
              </Button>
            ) : (
              <Text size="sm">{t('refusedHint')}</Text>
            )}
            <Button
              variant="default"
              size="compact-md"
              onClick={() => (sure ? void dropWaiting(waiting) : setSure(true))}
            >
              {t(sure ? 'dropSure' : 'drop')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

const ofPerson = (name: string | undefined): string => (name === undefined ? '' : `${name}: `);
