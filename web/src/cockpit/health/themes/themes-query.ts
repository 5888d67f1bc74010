import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
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

/**
 * How far reading the texts is; asked again while it goes on. Once it is done, figures are asked again until they are of
 * facts read since (`factsReadAt`): the copy they come from follows a little later.
 */
export function useUnderstanding(ws: string, factsReadAt: string): UnderstandingView | undefined {
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: [ws, 'understanding'],
    queryFn: ({ signal }) => api.get<UnderstandingView>('/understanding', { signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? AGAIN : false),
  });
  const { state, finishedAt } = found.data ?? { state: 'never', finishedAt: null };
  const isBehind = state === 'done' && finishedAt !== null && Date.parse(finishedAt) > Date.parse(factsReadAt);
  useEffect(() => {
    if (!isBehind) return undefined;
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: [ws] }), AGAIN);
    return () => clearTimeout(timer);
  }, [isBehind, factsReadAt, queries, ws]);
  return found.data;
}

export function isUnderWay(told: UnderstandingView | undefined): boolean {
  return told?.state === 'waiting' || told?.state === 'under_way';
}
