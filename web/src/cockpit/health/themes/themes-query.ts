import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { UnderstandingView } from '#community/understanding/correcting/wire.ts';
import type { ThemeDetail, ThemesView } from '#community/understanding/themes/wire.ts';
import { api } from '#web/app/api.ts';

/** Themes by name, those set aside and merged with them. */
export const themesQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'themes', 'all'],
    queryFn: ({ signal }) => api.get<ThemesView>('/themes', { query: { retired: 'with' }, signal }),
  });

export interface SaidIn {
  readonly from: string;
  readonly until: string;
  readonly tone?: string | undefined;
}

/** One theme with what was said of it in these days. */
export const themeQuery = (ws: string, id: string, said: SaidIn) =>
  queryOptions({
    queryKey: [ws, 'themes', id, said],
    queryFn: ({ signal }) => api.get<ThemeDetail>(`/themes/${id}`, { query: { ...said }, signal }),
    placeholderData: keepPreviousData,
  });

const AGAIN = 2000;

/** How far reading the texts is; asked again while it goes on, and figures are asked again once it is done. */
export function useUnderstanding(ws: string): UnderstandingView | undefined {
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: [ws, 'understanding'],
    queryFn: ({ signal }) => api.get<UnderstandingView>('/understanding', { signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? AGAIN : false),
  });
  const wasUnderWay = useRef(false);
  const now = isUnderWay(found.data);
  useEffect(() => {
    if (wasUnderWay.current && !now) void queries.invalidateQueries({ queryKey: [ws] });
    wasUnderWay.current = now;
  }, [now, queries, ws]);
  return found.data;
}

export function isUnderWay(told: UnderstandingView | undefined): boolean {
  return told?.state === 'waiting' || told?.state === 'under_way';
}
