import type { Input, OperationId, Output } from '@luutru/client';
import { Button, Center } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';

type Paged<Id extends OperationId> = Output<Id> extends { next: string | null } ? Id : never;
type Call = (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>;

/**
 * A list that the API gives out page by page. Its key is the operation, as with `ask`.
 * @param field the parameter that takes the `next` of the page before
 */
export function useFurther<Id extends OperationId>(
  id: Paged<Id>,
  input: Input<Id>,
  field: 'cursor' | 'after' = 'cursor',
): {
  readonly data: readonly Output<Id>[] | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
  /** The button for more; null on the last page. */
  readonly more: ReactNode;
} {
  const { t } = useTranslation('common');
  const query = useInfiniteQuery({
    queryKey: [id, input, 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const { query: filter, ...rest } = input as { query?: object };
      const asked = { ...rest, query: { ...filter, [field]: pageParam } };
      return (api[id] as unknown as Call)(asked, { signal }) as Promise<Output<Id>>;
    },
    getNextPageParam: (page) => (page as { next: string | null }).next,
  });
  const { hasNextPage, isFetchingNextPage } = query;
  return {
    data: query.data?.pages,
    error: query.error,
    isFetching: query.isFetching,
    refetch: query.refetch,
    more: hasNextPage ? (
      <Center>
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('lists.more')}
        </Button>
      </Center>
    ) : null,
  };
}
