import { queryOptions } from '@tanstack/react-query';
import type { AwaitingView } from '#rocket/awaiting/wire.ts';
import { api, onChange } from './api.ts';
import { queryClient } from './query.ts';

/** What awaits the reader on each page, and how the stages of the rocket stand; asked again each minute. */
export const awaitingQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'awaiting'],
    queryFn: ({ signal }) => api.get<AwaitingView>('/awaiting', { signal }),
    staleTime: 30_000,
    refetchInterval: 60_000,
  });

// Whatever was changed may await somebody else now, and may have moved a stage.
onChange(() => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'awaiting' }));
