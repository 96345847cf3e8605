import type { Input, OperationId, Output } from '@luutru/client';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client';

type Call = (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>;

/**
 * A question to the API as a query: `useQuery(ask('listStays', { query: { state: 'in_house' } }))`. Its key is the name of
 * the operation and what was given, so that `invalidateQueries({ queryKey: ['listStays'] })` renews all of its answers.
 */
export function ask<Id extends OperationId>(
  ...[id, input]: object extends Input<Id> ? [Id, Input<Id>?] : [Id, Input<Id>]
) {
  return queryOptions({
    queryKey: [id, input ?? {}] as const,
    queryFn: ({ signal }) => (api[id] as unknown as Call)(input, { signal }) as Promise<Output<Id>>,
  });
}
