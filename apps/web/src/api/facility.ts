import { LuutruUnreachable, type Output } from '@luutru/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api } from './client';

export type Facility = Output<'listFacilities'>['facilities'][number];

const KEY = 'luutru.facility';
const KEPT = 'luutru.facilities';

/** Rooms, stops and departments name nobody: they are kept in this browser, so that the desk works without a network. */
async function loadFacilities({ signal }: { signal: AbortSignal }): Promise<Output<'listFacilities'>> {
  try {
    const answer = await api.listFacilities({}, { signal });
    localStorage.setItem(KEPT, JSON.stringify(answer));
    return answer;
  } catch (error) {
    const kept = localStorage.getItem(KEPT);
    if (!(error instanceof LuutruUnreachable) || kept === null) throw error;
    return JSON.parse(kept) as Output<'listFacilities'>;
  }
}

/** The facilities that the person declares for. */
export const facilitiesQuery = queryOptions({
  queryKey: ['listFacilities'],
  queryFn: loadFacilities,
  staleTime: 5 * 60_000,
});

const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Works for another of the person's facilities from now on; remembered in this browser. */
export function chooseFacility(facilityId: string): void {
  localStorage.setItem(KEY, facilityId);
  for (const listener of listeners) listener();
}

/** The facilities the person declares for, and the one chosen; `facility` is null while loading or when there is none. */
export function useFacilities(enabled = true) {
  const chosen = useSyncExternalStore(subscribe, () => localStorage.getItem(KEY));
  const query = useQuery({ ...facilitiesQuery, enabled });
  const facilities = query.data?.facilities ?? [];
  const facility = facilities.find(({ facilityId }) => facilityId === chosen) ?? facilities[0] ?? null;
  return { ...query, facilities, facility };
}
