import { queryOptions } from '@tanstack/react-query';
import { api } from '#web/app/api.ts';

/** The places of a workspace, for filters; the page of places asks for more. */
export const placesQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'places'],
    queryFn: ({ signal }) => api.get<{ items: readonly { id: string; name: string }[] }>('/places', { signal }),
    staleTime: 60_000,
  });
