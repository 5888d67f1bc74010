import { queryOptions } from '@tanstack/react-query';
import type { CharterView } from '#rocket/charter/wire.ts';
import type { CheckView } from '#rocket/check/wire.ts';
import type { ReviewView } from '#rocket/path/wire.ts';
import type { PathView } from '#rocket/steps/wire.ts';
import { api } from '#web/app/api.ts';

export const checkQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'rocket', 'check'],
    queryFn: ({ signal }) => api.get<CheckView>('/rocket/check', { signal }),
  });

export const pathQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'rocket', 'path'],
    queryFn: ({ signal }) => api.get<PathView>('/rocket/path', { signal }),
  });

export const reviewQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'rocket', 'review'],
    queryFn: ({ signal }) => api.get<ReviewView>('/rocket/review', { signal }),
  });

export const charterQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'charter'],
    queryFn: ({ signal }) => api.get<CharterView>('/charter', { signal }),
  });
