import { queryOptions } from '@tanstack/react-query';
import type { FigureDiffers, FigureFormula } from '#cockpit/figures/differing/wire.ts';
import type { FigureAnswer, FigureDetail, FigurePanel, FigureQuery, FigureRegistry } from '#cockpit/figures/wire.ts';
import type { Language } from '#kernel/language.ts';
import { api } from '#web/app/api.ts';
import type { Query } from '#web/app/api.ts';

/** What narrows every figure of the page. */
export interface Slice {
  readonly place: string | undefined;
  readonly channel: string | undefined;
  readonly segment: string | undefined;
  readonly theme: readonly string[] | undefined;
  readonly language: readonly string[] | undefined;
  readonly kind: string | undefined;
}

/** The days figures ask for: both of them, a length that ends with the newest activity, or none (the usual 90 days). */
export interface AskedDays {
  readonly from?: string;
  readonly until?: string;
  readonly days?: string;
}

export type Compare = FigureQuery['compare'];

/** Sentences come in the reader's language, so the language is part of the question. */
export interface Asking {
  readonly ws: string;
  readonly reader: Language;
  readonly slice: Slice;
  readonly days: AskedDays;
  readonly compare: Compare;
}

/** The words of a question, as every route of figures takes them. */
export function wordsOf({ slice, days, compare }: Omit<Asking, 'ws' | 'reader'>): Query {
  return { ...slice, ...days, compare };
}

/** The last answer stays while the next one comes, unless it was in another language. */
function isIn(reader: Language, asked: { readonly queryKey: readonly unknown[] } | undefined): boolean {
  return asked?.queryKey.includes(reader) === true;
}

/** What each figure is; it changes with the product only. */
export const registryQuery = (ws: string, reader: Language) =>
  queryOptions({
    queryKey: [ws, 'figures', 'registry', reader],
    queryFn: ({ signal }) => api.get<FigureRegistry>('/figures', { signal }),
    staleTime: Infinity,
  });

/** Some figures of the panel, from the facts of one moment. */
export const panelQuery = (asking: Asking, ids: readonly string[]) => {
  const { ws, reader, ...words } = asking;
  return queryOptions({
    queryKey: [ws, 'figures', 'panel', ids, reader, words],
    queryFn: ({ signal }) =>
      api.get<FigurePanel>('/figures/panel', { query: { figure: ids, ...wordsOf(words) }, signal }),
    placeholderData: (before: FigurePanel | undefined, asked) => (isIn(reader, asked) ? before : undefined),
  });
};

/** One figure. */
export const figureQuery = (id: string, asking: Asking) => {
  const { ws, reader, ...words } = asking;
  return queryOptions({
    queryKey: [ws, 'figures', id, reader, words],
    queryFn: ({ signal }) => api.get<FigureAnswer>(`/figures/${id}`, { query: wordsOf(words), signal }),
    placeholderData: (before: FigureAnswer | undefined, asked) => (isIn(reader, asked) ? before : undefined),
  });
};

/** Any figure answers which days the server takes when none are asked for; this one needs nothing of a place. */
const PROBE = 'active_members';

/** The day after the newest activity of a slice: the periods “last … days” end there. */
export const endQuery = (ws: string, slice: Slice) =>
  queryOptions({
    queryKey: [ws, 'figures', 'end', slice],
    queryFn: async ({ signal }) => {
      const query = wordsOf({ slice, days: {}, compare: 'none' });
      const { window } = await api.get<FigureAnswer>(`/figures/${PROBE}`, { query, signal });
      return window.until;
    },
    staleTime: 60_000,
  });

/** What the page of a figure draws beyond its course. */
export const detailQuery = (id: string, asking: Asking) => {
  const { ws, reader, ...words } = asking;
  return queryOptions({
    queryKey: [ws, 'figures', id, 'detail', reader, words],
    queryFn: ({ signal }) => api.get<FigureDetail>(`/figures/${id}/detail`, { query: wordsOf(words), signal }),
    placeholderData: (before: FigureDetail | undefined, asked) => (isIn(reader, asked) ? before : undefined),
  });
};

/** The text a figure is computed by; it changes with the product only. */
export const formulaQuery = (ws: string, id: string) =>
  queryOptions({
    queryKey: [ws, 'figures', id, 'formula'],
    queryFn: ({ signal }) => api.get<FigureFormula>(`/figures/${id}/formula`, { signal }),
    staleTime: Infinity,
  });

/** The other counts people hold against a figure, computed on the same facts. */
export const differsQuery = (id: string, asking: Asking) => {
  const { ws, reader, ...words } = asking;
  return queryOptions({
    queryKey: [ws, 'figures', id, 'differs', reader, words],
    queryFn: ({ signal }) => api.get<FigureDiffers>(`/figures/${id}/differs`, { query: wordsOf(words), signal }),
  });
};
