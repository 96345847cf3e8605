import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';

/** The desk behind a token. */
export const useDesk = (token: string) =>
  useQuery({
    queryKey: ['getDesk', token],
    queryFn: ({ signal }) => api.getDesk({}, { headers: { 'desk-token': token }, signal }),
    staleTime: 5 * 60_000,
  });
