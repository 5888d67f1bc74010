import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

interface Paged<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

interface Source<Row> {
  /** Without the page: what the rows depend on. */
  readonly key: QueryKey;
  readonly size: number;
  readonly fetch: (page: {
    readonly offset: number;
    readonly limit: number;
    readonly signal: AbortSignal;
  }) => Promise<Paged<Row>>;
}

export interface Pages<Row> {
  /** Undefined until the first page is there. */
  readonly total: number | undefined;
  /** The row of that number, or undefined while its page is on its way. */
  readonly at: (index: number) => Row | undefined;
  /** Says which rows are in sight; their pages are fetched. */
  readonly want: (first: number, last: number) => void;
  readonly error: unknown;
  readonly retry: () => void;
}

/** A list of any length of which only the pages in sight are held: what a long list needs to scroll freely. */
export function usePages<Row>({ key, size, fetch }: Source<Row>): Pages<Row> {
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const numbers = pagesOf(sight.first, sight.last);
  const pages = useQueries({
    queries: numbers.map((number) => ({
      queryKey: [...key, 'page', number],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetch({ offset: number * size, limit: size, signal }),
      placeholderData: numbers.length === 1 ? keepPreviousData : undefined,
    })),
  });
  const want = useCallback(
    (first: number, last: number) => {
      const next = { first: Math.floor(first / size), last: Math.floor(last / size) };
      setSight((before) => (before.first === next.first && before.last === next.last ? before : next));
    },
    [size],
  );
  const failed = pages.find((page) => page.isError);
  return {
    total: pages.find((page) => page.data !== undefined)?.data?.total,
    at: (index) => pages[numbers.indexOf(Math.floor(index / size))]?.data?.items[index % size],
    want,
    error: failed?.error,
    retry: () => void failed?.refetch(),
  };
}

function pagesOf(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}
