import { queryOptions } from '@tanstack/react-query';
import type { PlacesCounts, PlacesView } from '#community/places/wire.ts';
import { api } from '#web/app/api.ts';

/** The places of a workspace. */
export const placesQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'places'],
    queryFn: ({ signal }) => api.get<PlacesView>('/places', { signal }),
    staleTime: 60_000,
  });

/** What came from each of them. */
export const countsQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'places', 'counts'],
    queryFn: ({ signal }) => api.get<PlacesCounts>('/places/counts', { signal }),
    staleTime: 60_000,
  });
