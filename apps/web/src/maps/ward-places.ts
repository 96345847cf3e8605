import type { Output } from '@luutru/client';
import { useQueries, useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask';

type Unit = Output<'listWards'>['units'][number];
export type Point = NonNullable<Unit['point']>;

/** A day: units of a map change with laws. */
const STALE_MS = 86_400_000;

/** Where the wards of the provinces of these wards lie; nothing until it is known. */
export function useWardPlaces(wardIds: readonly string[]): ReadonlyMap<string, Unit> {
  const [first] = wardIds;
  const unit = useQuery({
    ...ask('getAdminUnit', { path: { unitId: first ?? '' } }),
    enabled: first !== undefined,
    staleTime: STALE_MS,
  });
  const province = unit.data?.province.code;
  const lists = useQueries({
    queries: (province === undefined ? [] : [province]).map((code) => ({
      ...ask('listWards', { path: { code } }),
      staleTime: STALE_MS,
    })),
  });
  return new Map(lists.flatMap(({ data }) => (data?.units ?? []).map((one) => [one.unitId, one] as const)));
}
