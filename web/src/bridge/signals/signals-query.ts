import { queryOptions } from '@tanstack/react-query';
import type { InsightsView } from '#bridge/insights/wire.ts';
import type { SignalsView, SignalView, SimilarView } from '#bridge/signals/wire.ts';
import { api } from '#web/app/api.ts';
import type { Pointed } from '#web/app/raise.ts';

/** All signals, by state. */
export const signalsQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'signals'],
    queryFn: ({ signal }) => api.get<SignalsView>('/signals', { query: { limit: 200 }, signal }),
  });

/** One signal with what is like it. */
export const signalQuery = (ws: string, id: string) =>
  queryOptions({
    queryKey: [ws, 'signals', id],
    queryFn: ({ signal }) => api.get<SignalView>(`/signals/${id}`, { signal }),
  });

/** What is like a message or a thread, and what of it would be kept. */
export const similarQuery = (ws: string, pointed: Pointed) =>
  queryOptions({
    queryKey: [ws, 'signals', 'similar', pointed],
    queryFn: ({ signal }) => api.get<SimilarView>('/signals/similar', { query: { ...pointed }, signal }),
    staleTime: 0,
  });

/** Insights that still take signals. */
export const openInsightsQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'insights', 'open'],
    queryFn: ({ signal }) => api.get<InsightsView>('/insights', { query: { open: 'only' }, signal }),
  });
