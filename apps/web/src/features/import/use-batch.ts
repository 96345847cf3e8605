import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ask } from '../../api/ask';
import { type Batch, isAtRest } from './batch';

/** How often a batch that is worked on is asked for beside its stream, which may be turned away or break off. */
const ASK_EVERY_MS = 5_000;

/** A batch as it stands, followed by the server's stream of events while it is worked on. */
export function useBatch(batchId: string | null) {
  const queries = useQueryClient();
  const options = ask('getBatch', { path: { batchId: batchId ?? '' } });
  const { queryKey } = options;
  const query = useQuery({
    ...options,
    enabled: batchId !== null,
    refetchInterval: ({ state: { data } }) => data !== undefined && !isAtRest(data) && ASK_EVERY_MS,
  });
  const working = query.data !== undefined && !isAtRest(query.data);
  const state = query.data?.state;
  useEffect(() => {
    // The list of files says how this one stands too.
    if (state !== undefined) void queries.invalidateQueries({ queryKey: ['listBatches'] });
  }, [state, queries]);
  const name = JSON.stringify(queryKey);
  useEffect(() => {
    if (!working || batchId === null) return;
    const events = new EventSource(`/v1/batches/${encodeURIComponent(batchId)}/events`);
    const key = JSON.parse(name) as typeof queryKey;
    events.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      queries.setQueryData(key, JSON.parse(data) as Batch);
    });
    // The stream ends with the work, or with the line: what stands then is asked for.
    events.onerror = () => {
      events.close();
      void queries.invalidateQueries({ queryKey: key });
    };
    return () => events.close();
  }, [working, batchId, name, queries]);
  return query;
}

/** Has everything asked for again that changes with a file and its rows. */
export function useRenewal(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const key of ['getBatch', 'listBatches', 'listBatchRows', 'listFaultyRows', 'listStays'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
}
