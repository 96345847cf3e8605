import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { whileActive } from '../../../api/while-active';
import type { ListedStay } from '../../stays/occupancy';

const PAGE = 200;

/** Everybody who was declared for a trip, by seat. */
export const passengersOf = (facilityId: string, tripId: string) =>
  queryOptions({
    queryKey: ['listStays', 'trip', tripId],
    queryFn: async ({ signal }) => {
      const stays: ListedStay[] = [];
      let cursor: string | undefined;
      do {
        const query = { facilityId, tripId, limit: PAGE, ...(cursor !== undefined && { cursor }) };
        const page = await api.listStays({ query }, { signal });
        stays.push(...page.stays);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return stays;
    },
    refetchInterval: whileActive(30_000),
  });

export const isOnBoard = ({ state }: ListedStay): boolean => state === 'in_house' || state === 'overdue';
