import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { ResultsView } from '#cockpit/value/results/wire.ts';
import type { HistoryView, ValueView } from '#cockpit/value/telling/wire.ts';
import type { ProofsOffered } from '#cockpit/value/wire.ts';
import type { Language } from '#kernel/language.ts';
import { api } from '#web/app/api.ts';

/** The model as it stands. Names of figures come in the reader's language, so it is part of the question. */
export const valueQuery = (ws: string, reader: Language) =>
  queryOptions({
    queryKey: [ws, 'value', 'sheet', reader],
    queryFn: ({ signal }) => api.get<ValueView>('/value', { signal }),
  });

/** What a version comes to; the sums before stay in sight while the next ones are made. */
export const resultsQuery = (ws: string, version: number) =>
  queryOptions({
    queryKey: [ws, 'value', 'results', version],
    queryFn: ({ signal }) => api.get<ResultsView>('/value/results', { query: { version: String(version) }, signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

export const historyQuery = (ws: string, version: number) =>
  queryOptions({
    queryKey: [ws, 'value', 'history', version],
    queryFn: ({ signal }) => api.get<HistoryView>('/value/versions', { signal }),
  });

/** Proofs the share due may be taken from; verdicts come between two readings, so it is asked each time. */
export const offeredQuery = (ws: string, reader: Language) =>
  queryOptions({
    queryKey: [ws, 'value', 'proofs', reader],
    queryFn: ({ signal }) => api.get<ProofsOffered>('/value/proofs', { signal }),
  });

/** The model is asked again after a change; sums belong to their version and stay. */
export function useValueChanged(ws: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: [ws, 'value', 'sheet'] });
    await client.invalidateQueries({ queryKey: [ws, 'value', 'history'] });
    await client.invalidateQueries({ queryKey: [ws, 'awaiting'] });
  };
}
