import { LuutruProblem } from '@luutru/client';
import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { api } from '../../../api/client';
import { showNumber } from '../../../i18n/format';
import { Problem } from '../../../states/problem';
import { Loading } from '../../../states/states';
import { type Batch, isAtRest, leftToMend, waysOn } from '../batch';
import { useBatch, useRenewal } from '../use-batch';
import { type FaultyRow, toSend } from './edits';
import { MendGrid } from './mend-grid';
import { useEdits } from './use-edits';

const PAGE = 50;

/** The refused rows of a file, to be mended where they stand and sent again, until all of them are in. */
export function MendPanel({ batch }: { batch: Batch }) {
  const { t } = useTranslation('import');
  const { batchId, facilityId, form, state } = batch;
  const button = useRef<HTMLButtonElement>(null);
  const under = waysOn(batch);
  const { edits, type, leave, forget } = useEdits(batchId);
  const columns = useQuery({
    ...ask('getFormColumns', { path: { form: form ?? 'portal' }, query: { facilityId } }),
    staleTime: Infinity,
  });
  const list = useInfiniteQuery({
    // What was read while the file was only checked is not what is left once it is recorded.
    queryKey: ['listFaultyRows', batchId, state],
    queryFn: ({ pageParam, signal }) =>
      api.listFaultyRows(
        { path: { batchId }, query: { limit: PAGE, ...(pageParam !== null && { after: pageParam }) } },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    // Each look is itemised: only when something came of the rows.
    staleTime: Infinity,
  });
  const renew = useRenewal();
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const ready = edits ? toSend(rows, edits) : [];
  const attempt = useAttemptKey(JSON.stringify(ready));
  const send = useMutation({
    mutationFn: () => api.mendRows({ path: { batchId }, body: { rows: ready } }, { idempotencyKey: attempt }),
    onSuccess: () => {
      forget(ready.map(({ row }) => row));
      renew();
    },
    // Whatever else somebody did with these rows meanwhile is to be seen.
    onError: (error) => error instanceof LuutruProblem && error.status === 409 && renew(),
  });
  if (edits === null || list.isLoading || columns.isLoading) return <Loading />;
  return (
    <Stack gap="sm" component="section" aria-labelledby="mend-title">
      <Title order={3} size="h5" id="mend-title">
        {t('mend.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('mend.hint')}
      </Text>
      <Problem
        error={list.error ?? columns.error}
        retry={() => void Promise.all([list.refetch(), columns.refetch()])}
      />
      {under && <UnderWay key={under.batchId} batchId={under.batchId} over={renew} />}
      {columns.data && rows.length > 0 && (
        <MendGrid
          key={gridKey(rows)}
          rows={rows}
          columns={columns.data.columns}
          edits={edits}
          type={type}
          leave={leave}
          exit={() => button.current?.focus()}
        />
      )}
      <Problem error={send.error} />
      <Group>
        <Button
          ref={button}
          data-disabled={ready.length === 0 || undefined}
          aria-disabled={ready.length === 0}
          loading={send.isPending}
          onClick={() => ready.length > 0 && send.mutate()}
        >
          {t('mend.send', { count: ready.length })}
        </Button>
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('rows.more')}
          </Button>
        )}
        <Text size="sm" c="dimmed">
          {t('mend.shown', { shown: showNumber(rows.length), count: leftToMend(batch) })}
        </Text>
      </Group>
    </Stack>
  );
}

/** The first page of rows makes the sheet; others are put below it. */
const gridKey = (rows: readonly FaultyRow[]): string => `${rows[0]?.row} ${rows[0]?.batchId}`;

/** The same for the same rows sent again, another for others: what was sent without an answer may have arrived. */
function useAttemptKey(content: string): string {
  const [attempt, setAttempt] = useState(() => ({ content, key: crypto.randomUUID() }));
  if (attempt.content === content) return attempt.key;
  const next = { content, key: crypto.randomUUID() };
  setAttempt(next);
  return next.key;
}

function UnderWay({ batchId, over }: { batchId: string; over: () => void }) {
  const { t } = useTranslation('import');
  const { data } = useBatch(batchId);
  const isOver = data !== undefined && isAtRest(data);
  const tell = useRef(over);
  useEffect(() => {
    if (isOver) tell.current();
  }, [isOver]);
  if (!data) return null;
  const { total, done } = data;
  return (
    <Stack gap={4}>
      <Text role="status">{t('mend.underWay')}</Text>
      <Progress value={total ? (done / total) * 100 : 0} animated aria-label={t('progress')} />
    </Stack>
  );
}
