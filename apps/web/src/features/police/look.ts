import type { Input, OperationId } from '@luutru/client';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/ask';

/** How long an answer is kept for going back to it. */
const KEPT_MS = 10 * 60_000;

/** Each look is recorded and told: never repeated because a window gained the focus or the network came back. */
export const ONCE = {
  staleTime: Infinity,
  gcTime: KEPT_MS,
  refetchOnMount: false,
  refetchOnReconnect: false,
  refetchOnWindowFocus: false,
} as const;

/** A question that is a look at people: asked once, and again only when somebody says so. */
export function useLook<Id extends OperationId>(id: Id, input: Input<Id>) {
  return useQuery({ ...ask<Id>(...([id, input] as unknown as Parameters<typeof ask<Id>>)), ...ONCE });
}
