import type { Output } from '@luutru/client';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { api } from '../../../api/client';
import { may } from '../../../api/session';
import { whileActive } from '../../../api/while-active';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { useSession } from '../../../app/session-context';
import { showMoment, showNumber } from '../../../i18n/format';
import { Facts } from '../../../lists/facts';
import { type Column, RecordTable } from '../../../lists/record-table';
import { usePages } from '../../../lists/use-pages';
import { Answer } from '../../../states/answer';
import { tell } from '../../../states/tell';
import { ReasonDialog } from '../reason-dialog';

type Status = Output<'deliveryStatus'>;
type Topic = Status['topics'][number];
type Worker = Status['workers'][number];
type Blocked = Status['blocked'][number];

/** How what was declared gets to the national database. */
export function DeliveryPage() {
  const { t } = useTranslation('admin');
  const query = useQuery({ ...ask('deliveryStatus'), refetchInterval: whileActive(5_000) });
  return (
    <Page title={t('delivery.title')} hint={t('delivery.hint')}>
      <Answer query={query}>
        {({ at, topics, workers, blocked }) => (
          <>
            <Text size="sm" c="dimmed">
              {t('delivery.asOf', { at: showMoment(at) })}
            </Text>
            {topics.map((topic) => (
              <TopicSection key={topic.topic} topic={topic} />
            ))}
            <Workers workers={workers} />
            {blocked.length > 0 && <BlockedFacilities blocked={blocked} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function useAge(): (seconds: number | null) => string {
  const { t } = useTranslation('admin');
  return (seconds) => {
    if (seconds === null) return t('delivery.noneWaiting');
    if (seconds < 120) return t('delivery.seconds', { count: seconds });
    if (seconds < 7_200) return t('delivery.minutes', { count: Math.round(seconds / 60) });
    return t('delivery.hours', { count: Math.round(seconds / 3_600) });
  };
}

function TopicSection({ topic }: { topic: Topic }) {
  const { t } = useTranslation('admin');
  const age = useAge();
  const manages = may(useSession(), 'delivery.manage');
  const [switching, setSwitching] = useState(false);
  const name = t(`delivery.topic.${topic.topic}`);
  const paused = topic.paused !== null;
  return (
    <Section
      title={name}
      actions={
        manages && (
          <Button
            size="sm"
            variant="default"
            aria-label={`${t(paused ? 'delivery.resume' : 'delivery.pause')}: ${name}`}
            onClick={() => setSwitching(true)}
          >
            {t(paused ? 'delivery.resume' : 'delivery.pause')}
          </Button>
        )
      }
    >
      <Text fw={600}>
        {topic.paused
          ? t('delivery.paused', { at: showMoment(topic.paused.at), reason: topic.paused.reason })
          : t('delivery.running')}
      </Text>
      <Facts
        facts={[
          [t('delivery.pending'), showNumber(topic.pending)],
          [t('delivery.due'), showNumber(topic.due)],
          [t('delivery.oldest'), age(topic.oldestAgeSeconds)],
          [
            t('delivery.rate'),
            t('delivery.rateOf', {
              minute: showNumber(topic.finishedLastMinute),
              five: showNumber(topic.finishedLastFiveMinutes),
            }),
          ],
          [t('delivery.dead'), showNumber(topic.dead)],
          [t('delivery.blocked'), showNumber(topic.blockedStays)],
        ]}
      />
      {topic.dead > 0 && (
        <Group>
          <Anchor
            component={Link}
            to="/delivery/dead-letters"
            search={{ topic: topic.topic } as never}
            aria-label={`${t('delivery.toDead')}: ${name}`}
          >
            {t('delivery.toDead')}
          </Anchor>
        </Group>
      )}
      {switching && <SwitchDialog topic={topic.topic} paused={paused} onClose={() => setSwitching(false)} />}
    </Section>
  );
}

interface SwitchDialogProps {
  readonly topic: Topic['topic'];
  readonly paused: boolean;
  readonly onClose: () => void;
}

function SwitchDialog({ topic, paused, onClose }: SwitchDialogProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const name = t(`delivery.topic.${topic}`);
  return (
    <ReasonDialog
      title={t(paused ? 'delivery.resumeTitle' : 'delivery.pauseTitle', { topic: name })}
      {...(!paused && { hint: t('delivery.pauseHint') })}
      label={t('delivery.reason')}
      action={t(paused ? 'delivery.resume' : 'delivery.pause')}
      send={(reason) => (paused ? api.resumeDelivery : api.pauseDelivery)({ body: { topic, reason } })}
      onDone={() => {
        tell(t(paused ? 'delivery.resumedDone' : 'delivery.pausedDone'));
        void queries.invalidateQueries({ queryKey: ['deliveryStatus'] });
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function Workers({ workers }: { workers: readonly Worker[] }) {
  const { t } = useTranslation('admin');
  const breaker = ({ breaker: state, retryAt }: Worker): string =>
    state === 'open'
      ? t('delivery.open', { at: retryAt === null ? '…' : showMoment(retryAt) })
      : t(`delivery.${state}`);
  const columns: Column<Worker>[] = [
    { key: 'worker', header: t('delivery.worker'), cell: ({ workerId }) => workerId.slice(-8) },
    {
      key: 'seen',
      header: t('delivery.seen'),
      cell: ({ seenAt, gone }) => `${showMoment(seenAt)}${gone ? ` (${t('delivery.gone')})` : ''}`,
    },
    { key: 'breaker', header: t('delivery.breaker'), cell: breaker },
    { key: 'inFlight', header: t('delivery.inFlight'), cell: ({ inFlight }) => showNumber(inFlight) },
  ];
  return (
    <Section title={t('delivery.workers')}>
      {workers.length === 0 ? (
        <Text>{t('delivery.noWorkers')}</Text>
      ) : (
        <RecordTable
          caption={t('delivery.workerList')}
          rows={workers}
          columns={columns}
          rowKey={({ workerId }) => workerId}
        />
      )}
    </Section>
  );
}

function BlockedFacilities({ blocked }: { blocked: readonly Blocked[] }) {
  const { t } = useTranslation('admin');
  const { shown, pager } = usePages(blocked, 20);
  return (
    <Section title={t('delivery.blockedList')}>
      <RecordTable
        caption={t('delivery.blockedList')}
        rows={shown}
        columns={[
          { key: 'facility', header: t('delivery.facility'), cell: ({ code }) => code },
          { key: 'topic', header: t('dead.topic'), cell: ({ topic }) => t(`delivery.topic.${topic}`) },
          { key: 'stays', header: t('delivery.stays'), cell: ({ stays }) => showNumber(stays) },
        ]}
        rowKey={({ facilityId, topic }) => `${facilityId} ${topic}`}
      />
      {pager}
    </Section>
  );
}
