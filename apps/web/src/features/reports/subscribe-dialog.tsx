import { Checkbox, Group, NativeSelect, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { may } from '../../api/session';
import { useSession } from '../../app/session-context';
import { FormDialog } from '../../forms/form-dialog';
import { useLanguage } from '../../i18n/use-language';
import { tell } from '../../states/tell';
import { useIndicators } from '../figures/figure-text';
import { BY_DAY, measuresBy, policiesOf, sortOf } from '../figures/sorts';
import { useRoleName } from '../roles/role-name';
import { askedIn, type Body, keptOf, type Kept, type Subscription, type Values } from './standing';

const PERIODS: readonly Kept<'period'>[] = [
  ...(['last-month', 'year-to-date', 'month-to-date'] as const),
  ...(['last-week', 'last-7-days', 'yesterday'] as const),
];
/** Periods that begin or end within a month: of those, whoever sees no exact figures is told rounded days only. */
const OF_DAYS: readonly string[] = ['month-to-date', 'last-week', 'last-7-days', 'yesterday'];

/** Whether only rounded days are told. */
const isDaily = ({ period }: Pick<Values, 'period'>, exact: boolean): boolean => !exact && OF_DAYS.includes(period);

/** The measures that go with the rest of the question. */
function offered(
  values: Pick<Values, 'period' | 'policy' | 'by'>,
  policies: readonly string[],
  exact: boolean,
): readonly string[] {
  const { policy, by } = values;
  if (isDaily(values, exact)) return BY_DAY;
  const sort = sortOf(policy === '' ? policies[0] : policy);
  const all = [...new Set([...sort.tiles, ...sort.measures])];
  return by === '' ? all : measuresBy({ ...sort, measures: all }, by);
}

const chosen = (values: Values, policies: readonly string[], exact: boolean): readonly string[] =>
  offered(values, policies, exact).filter((one) => values.measures.includes(one));

/** The question as the API takes it. */
function questionOf(values: Values, policies: readonly string[], exact: boolean): Partial<Body> {
  const { report, policy, by, period } = values;
  const daily = isDaily(values, exact);
  return {
    report,
    ...(policy !== '' && { policy }),
    ...(report === 'figures' && {
      period,
      measures: chosen(values, policies, exact).join(','),
      ...(daily ? { grain: 'day' as const } : by !== '' && { by }),
    }),
  };
}

const scheduleOf = ({ format, cadence, hour, onDay }: Values) => ({
  ...{ format, cadence, hour: Number(hour) },
  ...(cadence !== 'daily' && { onDay: Number(onDay) }),
});

interface SubscribeDialogProps {
  /** What is changed; nothing: another one is made. */
  readonly standing?: Subscription;
  readonly onClose: () => void;
  readonly onSecret?: (secret: string) => void;
}

/** What is to be sent, when and, of a new one, where to. */
export function SubscribeDialog({ standing, onClose, onSecret }: SubscribeDialogProps) {
  const { t } = useTranslation('reports');
  const language = useLanguage();
  const queries = useQueryClient();
  const session = useSession();
  const exact = may(session, 'statistics.exact');
  const policies = policiesOf(session.roles);
  const asked =
    standing &&
    askedIn(standing.asked, {
      isDaily: (values) => isDaily(values, exact),
      offered: (values) => offered(values, policies, exact),
    });
  const form = useForm<Values>({
    initialValues: {
      report: 'figures',
      policy: policies.length > 1 ? (policies[0] ?? '') : '',
      measures: [...sortOf(policies[0]).tiles.slice(0, 2)],
      by: '',
      period: 'last-month',
      format: 'xlsx',
      cadence: 'monthly',
      onDay: '12',
      hour: '7',
      channel: 'mail',
      target: '',
      ...(standing && keptOf(standing)),
      ...asked,
    },
    validate: {
      measures: (_measures, values) =>
        asked !== null && values.report === 'figures' && chosen(values, policies, exact).length === 0
          ? t('form.measureMissing')
          : null,
      target: (target) => (target.trim() === '' ? t('form.targetMissing') : null),
    },
  });
  const send = async (values: Values): Promise<string | null> => {
    const schedule = scheduleOf(values);
    const question = asked === null ? {} : questionOf(values, policies, exact);
    if (standing) {
      const path = { subscriptionId: standing.subscriptionId };
      await api.changeSubscription({ path, body: { ...schedule, ...question } });
      tell(t('changed'));
      return null;
    }
    const { channel, target } = values;
    const body = { ...schedule, ...question, language, channel, target: target.trim() };
    const { state, secret } = await api.subscribe({ body });
    tell(t(state === 'unconfirmed' ? 'subscribedUnconfirmed' : 'subscribed'));
    return secret;
  };
  const title = t(standing ? 'changeTitle' : 'subscribe');
  return (
    <FormDialog
      title={title}
      size="lg"
      form={form}
      send={send}
      onDone={(secret) => {
        void queries.invalidateQueries({ queryKey: ['listSubscriptions'] });
        onClose();
        if (secret !== null) onSecret?.(secret);
      }}
      onClose={onClose}
      action={standing ? t('save') : title}
    >
      {asked === null ? <Text size="sm">{t('form.askedElsewhere')}</Text> : <What {...{ form, policies, exact }} />}
      <FormatField form={form} />
      <WhenFields form={form} />
      {!standing && <Where form={form} />}
    </FormDialog>
  );
}

interface PartProps {
  readonly form: UseFormReturnType<Values>;
}

function What({ form, policies, exact }: PartProps & { policies: readonly string[]; exact: boolean }) {
  const { t } = useTranslation('reports');
  const { nameOf, dimensionName } = useIndicators();
  const roleName = useRoleName();
  const values = form.getValues();
  const { report, policy } = values;
  const sort = sortOf(policy === '' ? policies[0] : policy);
  const daily = isDaily(values, exact);
  return (
    <Stack gap="sm">
      {sort.form && (
        <Radio.Group label={t('form.report')} {...form.getInputProps('report')}>
          <Group mt={4}>
            {(['figures', 'form-015n'] as const).map((value) => (
              <Radio key={value} value={value} label={t(`report.${value}`)} />
            ))}
          </Group>
        </Radio.Group>
      )}
      {policies.length > 1 && (
        <NativeSelect
          label={t('form.policy')}
          data={policies.map((value) => ({ value, label: roleName(value) }))}
          {...form.getInputProps('policy')}
        />
      )}
      {report === 'figures' && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NativeSelect
              label={t('form.period')}
              data={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
              {...form.getInputProps('period')}
            />
            {!daily && (
              <NativeSelect
                label={t('form.by')}
                data={[
                  { value: '', label: t('form.total') },
                  ...sort.dimensions.map((value) => ({ value, label: dimensionName(value) })),
                ]}
                {...form.getInputProps('by')}
              />
            )}
          </SimpleGrid>
          <Checkbox.Group
            label={t('form.measures')}
            description={daily ? t('form.daysRounded') : undefined}
            {...form.getInputProps('measures')}
          >
            <SimpleGrid cols={{ base: 1, xs: 2 }} mt={4} spacing="xs">
              {offered(values, policies, exact).map((value) => (
                <Checkbox key={value} value={value} label={nameOf(value)} />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
        </>
      )}
    </Stack>
  );
}

function FormatField({ form }: PartProps) {
  const { t } = useTranslation('reports');
  return (
    <NativeSelect
      label={t('form.format')}
      data={(['xlsx', 'csv', 'pdf'] as const).map((value) => ({ value, label: t(`formats.${value}`) }))}
      {...form.getInputProps('format')}
    />
  );
}

function WhenFields({ form }: PartProps) {
  const { t } = useTranslation('reports');
  const { cadence } = form.getValues();
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      <NativeSelect
        label={t('form.cadence')}
        data={(['daily', 'weekly', 'monthly'] as const).map((value) => ({ value, label: t(`cadence.${value}`) }))}
        {...form.getInputProps('cadence')}
        onChange={(event) => {
          const next = event.currentTarget.value as Values['cadence'];
          form.setFieldValue('cadence', next);
          form.setFieldValue('onDay', next === 'weekly' ? '1' : '12');
        }}
      />
      {cadence === 'weekly' && (
        <NativeSelect
          label={t('form.weekday')}
          data={['1', '2', '3', '4', '5', '6', '7'].map((value) => ({ value, label: t(`weekday.${value}`) }))}
          {...form.getInputProps('onDay')}
        />
      )}
      {cadence === 'monthly' && (
        <NativeSelect
          label={t('form.monthDay')}
          data={Array.from({ length: 28 }, (_, at) => String(at + 1))}
          {...form.getInputProps('onDay')}
        />
      )}
      <NativeSelect
        label={t('form.hour')}
        data={Array.from({ length: 24 }, (_, hour) => ({
          value: String(hour),
          label: `${String(hour).padStart(2, '0')}:00`,
        }))}
        {...form.getInputProps('hour')}
      />
    </SimpleGrid>
  );
}

function Where({ form }: PartProps) {
  const { t } = useTranslation('reports');
  const { channel } = form.getValues();
  return (
    <Stack gap="sm">
      <Radio.Group label={t('form.channel')} {...form.getInputProps('channel')}>
        <Group mt={4}>
          {(['mail', 'webhook'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`channel.${value}`)} />
          ))}
        </Group>
      </Radio.Group>
      <TextInput
        label={t(`target.${channel}`)}
        description={t(`target.${channel}Hint`)}
        type={channel === 'mail' ? 'email' : 'url'}
        required
        {...form.getInputProps('target')}
      />
    </Stack>
  );
}
