import { Badge, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { ConfirmDialog } from '../../forms/confirm-dialog';
import { FormDialog } from '../../forms/form-dialog';
import { showDayAndTime } from '../../i18n/format';
import { Facts } from '../../lists/facts';
import { Problem } from '../../states/problem';
import { tell } from '../../states/tell';
import { useIndicators } from '../figures/figure-text';
import { Deliveries } from './deliveries';
import type { Question, Subscription } from './standing';
import { SubscribeDialog } from './subscribe-dialog';

/** What is sent, when and where to, how it stands, and what can be done about it. */
export function SubscriptionCard({ subscription }: { subscription: Subscription }) {
  const { t } = useTranslation('reports');
  const { state, pausedBecause, nextDue, target, channel, format, asked } = subscription;
  const title = t(asked.report === 'form-015n' ? 'report.form-015n' : 'report.figures');
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap="sm">
        <Group gap="xs">
          <Title order={2} size="h4">
            {title}
          </Title>
          <Badge variant="outline" color="gray" c="var(--mantine-color-text)">
            {t(`state.${state}`)}
          </Badge>
        </Group>
        {pausedBecause !== null && <Text size="sm">{t(`paused.${pausedBecause}`)}</Text>}
        <Facts
          facts={[
            [t('form.what'), <Asked key="asked" asked={asked} />],
            [t('form.when'), <When key="when" subscription={subscription} />],
            [t('form.format'), t(`formats.${format}`)],
            [t(`channel.${channel}`), target],
            [t('nextDue'), nextDue === null ? null : showDayAndTime(nextDue)],
          ]}
        />
        <Actions subscription={subscription} title={`${title}, ${target}`} />
      </Stack>
    </Paper>
  );
}

function Asked({ asked }: { asked: Subscription['asked'] }) {
  const { t } = useTranslation('reports');
  const { nameOf, dimensionName } = useIndicators();
  const { query, period } = asked as Question;
  const { measures = [], by = [] } = query ?? {};
  const parts = [
    measures.map(nameOf).join(', '),
    by.length > 0 ? t('by', { by: by.map(dimensionName).join(', ') }) : '',
    period === undefined ? t('lastYear') : t(`period.${period}`),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function When({ subscription: { cadence, hour, onDay } }: { subscription: Subscription }) {
  const { t } = useTranslation('reports');
  return t(`when.${cadence}`, {
    hour: String(hour).padStart(2, '0'),
    day: cadence === 'weekly' ? t(`weekday.${String(onDay)}`) : onDay,
  });
}

function Actions({ subscription, title }: { subscription: Subscription; title: string }) {
  const { t } = useTranslation('reports');
  const queries = useQueryClient();
  const [doing, setDoing] = useState<'confirm' | 'change' | 'remove' | null>(null);
  const [deliveries, setDeliveries] = useState(false);
  const { subscriptionId, state } = subscription;
  const path = { subscriptionId };
  const renew = (message: string): void => {
    tell(message);
    setDoing(null);
    void queries.invalidateQueries({ queryKey: ['listSubscriptions'] });
  };
  const change = useMutation({
    mutationFn: () => (state === 'active' ? api.pauseSubscription({ path }) : api.resumeSubscription({ path })),
    onSuccess: () => renew(t(state === 'active' ? 'pauseDone' : 'resumeDone')),
  });
  const button = (label: string, action: () => void, loading = false) => (
    <Button size="xs" variant="default" aria-label={`${label}: ${title}`} onClick={action} loading={loading}>
      {label}
    </Button>
  );
  return (
    <>
      <Group gap="xs">
        {state === 'unconfirmed' && (
          <Button size="xs" aria-label={`${t('confirm')}: ${title}`} onClick={() => setDoing('confirm')}>
            {t('confirm')}
          </Button>
        )}
        {state === 'active' && button(t('pause'), () => change.mutate(), change.isPending)}
        {state === 'paused' && button(t('resume'), () => change.mutate(), change.isPending)}
        <Button
          size="xs"
          variant="default"
          aria-expanded={deliveries}
          aria-label={`${t('deliveries.show')}: ${title}`}
          onClick={() => setDeliveries(!deliveries)}
        >
          {t('deliveries.show')}
        </Button>
        {button(t('change'), () => setDoing('change'))}
        {button(t('remove'), () => setDoing('remove'))}
      </Group>
      <Problem error={change.error} />
      {deliveries && <Deliveries subscriptionId={subscriptionId} />}
      {doing === 'confirm' && (
        <ConfirmAddress
          subscription={subscription}
          onDone={() => renew(t('confirmDone'))}
          onClose={() => setDoing(null)}
        />
      )}
      {doing === 'change' && <SubscribeDialog standing={subscription} onClose={() => setDoing(null)} />}
      {doing === 'remove' && (
        <ConfirmDialog
          title={t('removeTitle')}
          hint={t('removeHint', { target: subscription.target })}
          action={t('remove')}
          danger
          send={() => api.unsubscribe({ path })}
          onDone={() => renew(t('removeDone'))}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}

interface ConfirmAddressProps {
  readonly subscription: Subscription;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A report goes to an address only after somebody has read there what was sent to it. */
function ConfirmAddress({ subscription: { subscriptionId, target }, onDone, onClose }: ConfirmAddressProps) {
  const { t } = useTranslation('reports');
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (code) => (/^\d{8}$/.test(code.trim()) ? null : t('code.malformed')) },
  });
  return (
    <FormDialog
      title={t('code.title')}
      hint={t('code.hint', { target })}
      form={form}
      send={({ code }) => api.confirmSubscription({ path: { subscriptionId }, body: { code: code.trim() } })}
      onDone={onDone}
      onClose={onClose}
      action={t('confirm')}
    >
      <TextInput
        label={t('code.label')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        required
        data-autofocus
        {...form.getInputProps('code')}
      />
    </FormDialog>
  );
}
