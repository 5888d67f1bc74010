import { queryOptions } from '@tanstack/react-query';
import type { FigureAnswer, FigurePanel, FigureQuery, FigureRegistry } from '#cockpit/figures/wire.ts';
import type { Language } from '#kernel/language.ts';
import { api } from '#web/app/api.ts';
import { addDays } from './days.ts';

/** What narrows every figure of the page. */
export interface Slice {
  readonly place: string | undefined;
  readonly channel: string | undefined;
}

/** The figures ask for: both days, the first one only (then until the newest activity), or none (the usual 90 days). */
export interface AskedDays {
  readonly from?: string;
  readonly until?: string;
}

type Compare = FigureQuery['compare'];

/** Sentences come in the reader's language, so the language is part of the question. */
interface Asking {
  readonly ws: string;
  readonly language: Language;
  readonly slice: Slice;
  readonly days: AskedDays;
  readonly compare: Compare;
}

/** The last answer stays while the next one comes, unless it was in another language. */
function isIn(language: Language, asked: { readonly queryKey: readonly unknown[] } | undefined): boolean {
  return asked?.queryKey.includes(language) === true;
}

/** What each figure is; it changes with the product only. */
export const registryQuery = (ws: string, language: Language) =>
  queryOptions({
    queryKey: [ws, 'figures', 'registry', language],
    queryFn: ({ signal }) => api.get<FigureRegistry>('/figures', { signal }),
    staleTime: Infinity,
  });

/** All figures at once, from the facts of one moment. */
export const panelQuery = ({ ws, language, slice, days, compare }: Asking) =>
  queryOptions({
    queryKey: [ws, 'figures', 'panel', language, slice, days, compare],
    queryFn: ({ signal }) => api.get<FigurePanel>('/figures/panel', { query: { ...slice, ...days, compare }, signal }),
    placeholderData: (before: FigurePanel | undefined, asked) => (isIn(language, asked) ? before : undefined),
  });

/** One figure. */
export const figureQuery = (id: string, { ws, language, slice, days, compare }: Asking) =>
  queryOptions({
    queryKey: [ws, 'figures', id, language, slice, days, compare],
    queryFn: ({ signal }) => api.get<FigureAnswer>(`/figures/${id}`, { query: { ...slice, ...days, compare }, signal }),
    placeholderData: (before: FigureAnswer | undefined, asked) => (isIn(language, asked) ? before : undefined),
  });

/** Any figure answers which days the server takes when none are asked for; this one needs nothing of a place. */
const PROBE = 'active_members';

/** The day after the newest activity of a slice: the periods “last … days” end there. */
export const endQuery = (ws: string, slice: Slice) =>
  queryOptions({
    queryKey: [ws, 'figures', 'end', slice],
    queryFn: async ({ signal }) => {
      const query = { ...slice, compare: 'none' };
      const { window } = await api.get<FigureAnswer>(`/figures/${PROBE}`, { query, signal });
      return window.until;
    },
    staleTime: 60_000,
  });

/** As far back as the server looks, in days. */
const FARTHEST = 49 * 365;

/** The first month in which anything was seen, by its first day; null when nothing ever was. */
export const beginningQuery = (ws: string, slice: Slice, end: string) =>
  queryOptions({
    queryKey: [ws, 'figures', 'beginning', slice, end],
    queryFn: async ({ signal }) => {
      const query = { ...slice, from: addDays(end, -FARTHEST), until: end, compare: 'none' };
      const { series } = await api.get<FigureAnswer>(`/figures/${PROBE}`, { query, signal });
      return series.points.find(({ value }) => value.state !== 'unavailable')?.from ?? null;
    },
    staleTime: 60_000,
  });
