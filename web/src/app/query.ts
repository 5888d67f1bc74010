import { QueryClient } from '@tanstack/react-query';
import { mayRetry } from './problem.ts';

/** One cache for the page; emptied when the workspace changes, so nothing crosses from one to another. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && mayRetry(error),
      staleTime: 15_000,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
