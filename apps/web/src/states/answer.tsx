import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Problem } from './problem';
import { Loading } from './states';

interface AnswerProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly isFetching: boolean;
    readonly refetch: () => unknown;
  };
  /** What to show instead when there is nothing; `false` when there is something. */
  readonly empty?: (data: Data) => ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/**
 * What a question was answered, in each way it can be: loading, failed, empty, there, and there from before while asking
 * anew has failed (then both are shown).
 */
export function Answer<Data>({ query, empty, children }: AnswerProps<Data>) {
  const { data, error } = query;
  const retry = (): void => void query.refetch();
  if (data === undefined) {
    return error === null || query.isFetching ? <Loading /> : <Problem error={error} retry={retry} />;
  }
  const nothing = empty?.(data);
  const isEmpty = nothing !== undefined && nothing !== null && nothing !== false;
  return (
    <Stack gap="md">
      <Problem error={error} retry={retry} />
      {isEmpty ? nothing : children(data)}
    </Stack>
  );
}
