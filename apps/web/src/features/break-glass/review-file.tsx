import type { Output } from '@luutru/client';
import { Button, Group, List, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { api } from '../../api/client';
import { useSession } from '../../app/session-context';
import { useSubmit } from '../../forms/use-submit';
import { showMoment } from '../../i18n/format';
import { Problem } from '../../states/problem';
import { Loading } from '../../states/states';

type Supervised = Output<'supervisedBreakGlasses'>['breakGlasses'][number];

const KNOWN_ACTIONS = ['person.search', 'person.view', 'stay.inspect', 'finding.open'];

/** Its reason and all looks made under it, from the audit trail; and the review. */
export function ReviewFile({ glass }: { glass: Supervised }) {
  const { t } = useTranslation('break-glass');
  const { accountId } = useSession();
  const { breakGlassId, state } = glass;
  const query = useQuery(ask('breakGlassFile', { path: { breakGlassId } }));
  if (query.isPending) return <Loading />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { reason, note, uses } = query.data;
  const waits = state === 'waiting' || state === 'overdue';
  return (
    <Stack gap="sm" mt="xs">
      <div>
        <Title order={2} size="h5">
          {t('file.reason')}
        </Title>
        <Text size="sm">{reason}</Text>
      </div>
      <div>
        <Title order={2} size="h5">
          {t('file.uses', { count: uses.length })}
        </Title>
        {uses.length === 0 && <Text size="sm">{t('file.noUses')}</Text>}
        <List size="sm" type="ordered">
          {uses.map(({ at, action, rowCount }) => (
            <List.Item key={`${at} ${action}`}>
              {showMoment(at)} · {KNOWN_ACTIONS.includes(action) ? t(`action.${action.replace('.', '-')}`) : action}
              {rowCount !== null && ` · ${t('file.people', { count: rowCount })}`}
            </List.Item>
          ))}
        </List>
      </div>
      {note !== null && (
        <div>
          <Title order={2} size="h5">
            {t('file.note')}
          </Title>
          <Text size="sm">{note}</Text>
        </div>
      )}
      {waits && glass.accountId === accountId && <Text size="sm">{t('review.own')}</Text>}
      {waits && glass.accountId !== accountId && <Review breakGlassId={breakGlassId} />}
    </Stack>
  );
}

function Review({ breakGlassId }: { breakGlassId: string }) {
  const { t } = useTranslation('break-glass');
  const client = useQueryClient();
  const form = useForm({
    initialValues: { verdict: '', note: '' },
    validate: { verdict: (value) => (value === '' ? t('review.missing') : null) },
  });
  const submit = useSubmit(
    form,
    ({ verdict, note }) =>
      api.reviewBreakGlass({ path: { breakGlassId }, body: { verdict: verdict as 'justified', note } }),
    () => {
      void client.invalidateQueries({ queryKey: ['breakGlassFile'] });
      void client.invalidateQueries({ queryKey: ['supervisedBreakGlasses'] });
    },
  );
  return (
    <form ref={submit.ref} onSubmit={submit.onSubmit}>
      <Stack gap="sm">
        <Radio.Group label={t('review.verdict')} required {...form.getInputProps('verdict')}>
          <Group gap="md" mt={4}>
            <Radio value="justified" label={t('verdict.justified')} />
            <Radio value="not-justified" label={t('verdict.not-justified')} />
          </Group>
        </Radio.Group>
        <Textarea
          label={t('review.note')}
          autosize
          minRows={2}
          maxLength={1_000}
          required
          {...form.getInputProps('note')}
        />
        <Problem error={submit.error} shown={submit.shown} />
        <Group>
          <Button type="submit" loading={submit.isPending}>
            {t('review.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
