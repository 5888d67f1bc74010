import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { DecisionView, Register } from '#bridge/register/wire.ts';
import { api } from '#web/app/api.ts';
import type { Query } from '#web/app/api.ts';

/** The register, page by page. */
export const registerQuery = (ws: string, filter: Query) =>
  infiniteQueryOptions({
    queryKey: [ws, 'decisions', filter],
    queryFn: ({ pageParam: after, signal }) => api.get<Register>('/decisions', { query: { ...filter, after }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

export const decisionQuery = (ws: string, id: string) =>
  queryOptions({
    queryKey: [ws, 'decisions', 'one', id],
    queryFn: ({ signal }) => api.get<DecisionView>(`/decisions/${id}`, { signal }),
  });
