import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ActionList, Effort, FoundList } from '#bridge/actions/wire.ts';
import { api } from '#web/app/api.ts';

/** How many are sorted at one time. */
export const LOT = 50;

/** Messages of the team that wait to be sorted, the newest first. */
export const foundQuery = (ws: string, narrowed: { readonly mandate?: string; readonly channel?: string }) =>
  queryOptions({
    queryKey: [ws, 'actions', 'found', narrowed],
    queryFn: ({ signal }) => api.get<FoundList>('/actions/found', { query: { ...narrowed, limit: LOT }, signal }),
    placeholderData: keepPreviousData,
  });

export const effortQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'actions', 'effort'],
    queryFn: ({ signal }) => api.get<Effort>('/actions/effort', { signal }),
  });

/** What was sorted or written down, the newest first. */
export const logQuery = (ws: string, offset: number) =>
  queryOptions({
    queryKey: [ws, 'actions', 'log', offset],
    queryFn: ({ signal }) => api.get<ActionList>('/actions', { query: { offset, limit: LOT }, signal }),
    placeholderData: keepPreviousData,
  });
