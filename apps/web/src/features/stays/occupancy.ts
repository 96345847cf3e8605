import type { Output } from '@luutru/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Facility } from '../../api/facility';
import { whileActive } from '../../api/while-active';

export type ListedStay = Output<'listStays'>['stays'][number];

const PAGE = 200;
/** A board of more people than this would be no board; the list has them all. */
const MOST = 2_000;

/** Everybody who is in house, overdue ones too. */
export const presentStays = (facilityId: string) =>
  queryOptions({
    queryKey: ['listStays', 'present', facilityId],
    queryFn: async ({ signal }) => {
      const [inHouse, overdue] = await Promise.all([
        allOf(facilityId, 'in_house', signal),
        allOf(facilityId, 'overdue', signal),
      ]);
      return [...overdue, ...inHouse];
    },
    refetchInterval: whileActive(30_000),
  });

async function allOf(facilityId: string, state: 'in_house' | 'overdue', signal: AbortSignal): Promise<ListedStay[]> {
  const stays: ListedStay[] = [];
  let cursor: string | undefined;
  do {
    const query = { facilityId, state, limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const page = await api.listStays({ query }, { signal });
    stays.push(...page.stays);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && stays.length < MOST);
  return stays;
}

export const roomOf = ({ place }: ListedStay): string => place.room ?? place.unit ?? '';

/**
 * Rooms that nobody is in, in the order of the facility; where it cannot be known (offline) all of them. While `asking` somebody may
 * be in them already.
 */
export function useFreeRooms(facility: Facility): FreeRooms {
  const { data, isFetching } = useQuery(presentStays(facility.facilityId));
  const taken = new Set((data ?? []).map(roomOf));
  const rooms = facility.rooms.map(({ code }) => code).filter((code) => !taken.has(code));
  return { rooms, asking: isFetching, known: data !== undefined };
}

interface FreeRooms {
  readonly rooms: readonly string[];
  readonly asking: boolean;
  /** Whether it was ever learnt who is where. */
  readonly known: boolean;
}

/** For whom the tenants of the facility work, as they were declared. */
export function useEmployers(facility: Facility): readonly string[] {
  const { data } = useQuery({
    ...presentStays(facility.facilityId),
    enabled: facility.stayKinds.includes('tenant'),
  });
  return [...new Set((data ?? []).flatMap(({ place }) => place.employer ?? []))].sort();
}
