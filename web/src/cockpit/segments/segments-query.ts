import { queryOptions, useQuery } from '@tanstack/react-query';
import type { RuleParts, SegmentList, SegmentSize } from '#cockpit/segments/wire.ts';
import { api } from '#web/app/api.ts';
import { useLanguage } from '#web/i18n/index.ts';
import type { Option } from '#web/ui/select.tsx';

/** The presets, the segments everybody shares and one's own. */
export const segmentsQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'segments'],
    queryFn: ({ signal }) => api.get<SegmentList>('/segments', { signal }),
    staleTime: 60_000,
  });

/** What rules can name. */
export const partsQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'segment-parts'],
    queryFn: ({ signal }) => api.get<RuleParts>('/segments/parts', { signal }),
    staleTime: 60_000,
  });

export const sizeQuery = (ws: string, id: string) =>
  queryOptions({
    queryKey: [ws, 'segments', id, 'size'],
    queryFn: ({ signal }) => api.get<SegmentSize>(`/segments/${id}/size`, { signal }),
    staleTime: 60_000,
  });

/** Every segment one may choose: presets first, then those that were written, by name. Staff is in no figure. */
export function useSegmentOptions(ws: string): readonly Option[] {
  const language = useLanguage();
  const { data } = useQuery(segmentsQuery(ws));
  if (data === undefined) return [];
  return [
    ...data.presets.filter(({ id }) => id !== 'staff').map(({ id, name }) => ({ value: id, label: name[language] })),
    ...data.items.map(({ id, name }) => ({ value: id, label: name })),
  ];
}
