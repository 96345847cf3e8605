import { Alert, Anchor, Button, Group, List, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { showNumber } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { Problem } from '../../states/problem';
import { type Batch, isAtRest, isMendable, leftToMend, recordedInAll, waysOn } from './batch';
import { BatchRows } from './batch-rows';
import { MendPanel } from './mend/mend-panel';
import { useRenewal } from './use-batch';

/** Where a file stands: its progress, what became of its rows, and recording it. */
export function BatchPanel({ batch }: { batch: Batch }) {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const renew = useRenewal();
  const { batchId, state, total, done, accepted, rejected, warned, error } = batch;
  const mending = isMendable(batch) && (leftToMend(batch) > 0 || waysOn(batch) !== undefined);
  const commit = useMutation({
    mutationFn: () => api.commitBatch({ path: { batchId }, body: { policy: 'valid-rows' } }),
    onSuccess: renew,
  });
  const cancel = useMutation({ mutationFn: () => api.cancelBatch({ path: { batchId } }), onSuccess: renew });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="batch-title">
      <Stack gap="sm">
        <Title order={2} size="h4" id="batch-title">
          {batch.fileName ?? t('file')}
        </Title>
        <Text role="status">
          {t(`states.${state}`)}
          {total !== null && ` · ${t('rowsDone', { done: showNumber(done), total: showNumber(total) })}`}
        </Text>
        {!isAtRest(batch) && (
          <Progress value={total ? (done / total) * 100 : 0} animated aria-label={t('progress')} size="lg" />
        )}
        {error && (
          <Alert color="red" title={error.message[language]}>
            {error.fix[language]}
          </Alert>
        )}
        {batch.warnings.length > 0 && (
          <List size="sm">
            {batch.warnings.map(({ code, message, fix }) => (
              <List.Item key={code}>
                {message[language]}. {fix[language]}.
              </List.Item>
            ))}
          </List>
        )}
        {isAtRest(batch) && !error && (
          <Text>
            {t(state === 'validated' ? 'counts.checked' : 'counts.recorded', {
              accepted: showNumber(accepted),
              rejected: showNumber(rejected),
              warned: showNumber(warned),
            })}
          </Text>
        )}
        {batch.mends !== null && (
          <Text>
            {t('mend.ofFile')}{' '}
            <Anchor renderRoot={(props) => <Link {...props} to="/import" search={{ batch: batch.mends ?? '' }} />}>
              {t('mend.toFile')}
            </Anchor>
          </Text>
        )}
        {batch.mendedBy.length > 0 && (
          <Text role="status" fw={600}>
            {t('mend.inAll', { recorded: showNumber(recordedInAll(batch)), left: showNumber(leftToMend(batch)) })}
          </Text>
        )}
        <Problem error={commit.error ?? cancel.error} />
        <Group>
          {state === 'validated' && accepted > 0 && (
            <Button loading={commit.isPending} onClick={() => commit.mutate()}>
              {t('commit', { count: accepted })}
            </Button>
          )}
          {!isAtRest(batch) && (
            <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('cancel')}
            </Button>
          )}
          {isAtRest(batch) && !error && (
            <Anchor href={`${batch.links.result}?language=${language}`} download>
              {t('result')}
            </Anchor>
          )}
        </Group>
        {mending ? <MendPanel batch={batch} /> : null}
        {(warned > 0 || (rejected > 0 && !isMendable(batch))) && <BatchRows batch={batch} mending={mending} />}
      </Stack>
    </Paper>
  );
}
