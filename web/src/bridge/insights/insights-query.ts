import { queryOptions } from '@tanstack/react-query';
import type { InsightParts, InsightsView, InsightView, UnreadView } from '#bridge/insights/wire.ts';
import { api } from '#web/app/api.ts';

/** All insights, by state. */
export const insightsQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'insights', 'all'],
    queryFn: ({ signal }) => api.get<InsightsView>('/insights', { signal }),
  });

/** One insight with all that stands behind it. */
export const insightQuery = (ws: string, id: string) =>
  queryOptions({
    queryKey: [ws, 'insights', id],
    queryFn: ({ signal }) => api.get<InsightView>(`/insights/${id}`, { signal }),
  });

/** Who may decide, which objectives and themes there are. */
export const partsQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'insights', 'parts'],
    queryFn: ({ signal }) => api.get<InsightParts>('/insights/parts', { signal }),
  });

/** What holds the words of an insight and nobody read yet. */
export const unreadQuery = (ws: string, id: string) =>
  queryOptions({
    queryKey: [ws, 'insights', id, 'unread'],
    queryFn: ({ signal }) => api.get<UnreadView>(`/insights/${id}/unread`, { query: { limit: 5 }, signal }),
  });
