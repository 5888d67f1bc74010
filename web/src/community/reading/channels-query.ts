import { queryOptions } from '@tanstack/react-query';
import type { ChannelsView } from '#community/reading/wire.ts';
import { api } from '#web/app/api.ts';

/** The channels of a place, or of all places; the busiest first. */
export const channelsQuery = (ws: string, place: string | undefined) =>
  queryOptions({
    queryKey: [ws, 'channels', place],
    queryFn: ({ signal }) => api.get<ChannelsView>('/channels', { query: { place }, signal }),
    staleTime: 60_000,
  });
