import { queryOptions } from '@tanstack/react-query';
import type { AroundView, NetworkView } from '#cockpit/network/wire.ts';
import { api } from '#web/app/api.ts';
import { askedOf } from '../replies/asked.ts';

/** Measured from the very days and slice of the figure above. */
export const networkQuery = (ws: string, request: string) =>
  queryOptions({
    queryKey: [ws, 'figures', 'network', askedOf(request)],
    queryFn: ({ signal }) => api.get<NetworkView>('/figures/reply_graph/network', { query: askedOf(request), signal }),
    staleTime: 60_000,
  });

/** One member or one group; `snapshot` names the network in which the group has its number. */
export const aroundQuery = (
  ws: string,
  request: string,
  about: { readonly member: string } | { readonly community: string; readonly snapshot: string },
) =>
  queryOptions({
    queryKey: [ws, 'figures', 'around', askedOf(request), about],
    queryFn: ({ signal }) =>
      api.get<AroundView>('/figures/reply_graph/around', { query: { ...askedOf(request), ...about }, signal }),
    staleTime: 60_000,
  });
