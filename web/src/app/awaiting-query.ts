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

/** How long after the last of several changes it is asked again, in milliseconds. */
const SETTLED_AFTER = 1500;
let asking: ReturnType<typeof setTimeout> | undefined;

// Whatever was changed may await somebody else now, and may have moved a stage. Many changes in a row are asked after once.
onChange(() => {
  clearTimeout(asking);
  asking = setTimeout(() => {
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'awaiting' });
  }, SETTLED_AFTER);
});
