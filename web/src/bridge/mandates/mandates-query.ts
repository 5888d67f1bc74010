import { queryOptions } from '@tanstack/react-query';
import type { MandateList, MandateParts, MandateView } from '#bridge/mandates/wire.ts';
import type { FigureRegistry } from '#cockpit/figures/wire.ts';
import type { SegmentList } from '#cockpit/segments/wire.ts';
import type { Language } from '#kernel/language.ts';
import { api } from '#web/app/api.ts';
import type { Option } from '#web/ui/select.tsx';

/** Every mandate, whatever its state. */
export const mandatesQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'mandates'],
    queryFn: ({ signal }) => api.get<MandateList>('/mandates', { signal }),
  });

export const mandateQuery = (ws: string, id: string) =>
  queryOptions({
    queryKey: [ws, 'mandates', id],
    queryFn: ({ signal }) => api.get<MandateView>(`/mandates/${id}`, { signal }),
  });

/** What a mandate may name. */
export const partsQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'mandate-parts'],
    queryFn: ({ signal }) => api.get<MandateParts>('/mandate-parts', { signal }),
  });

/** The figures an expectation may be about, in the reader's language. */
export const registryQuery = (ws: string, language: Language) =>
  queryOptions({
    queryKey: [ws, 'figure-registry', language],
    queryFn: ({ signal }) => api.get<FigureRegistry>('/figures', { signal }),
    staleTime: 300_000,
  });

export const segmentListQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'segments'],
    queryFn: ({ signal }) => api.get<SegmentList>('/segments', { signal }),
    staleTime: 60_000,
  });

/** The segments one may choose: those there always are, then those that were written. */
export function segmentOptions(list: SegmentList | undefined, language: Language): readonly Option[] {
  return [
    ...(list?.presets ?? []).map(({ id, name }) => ({ value: id, label: name[language] })),
    ...(list?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
}
