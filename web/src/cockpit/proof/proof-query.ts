import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { DrawView, ProofList, ProofView } from '#cockpit/proof/wire.ts';
import type { Language } from '#kernel/language.ts';
import { api } from '#web/app/api.ts';

/** Every proof. Names of figures come in the reader's language, so it is part of the question. */
export const proofsQuery = (ws: string, reader: Language) =>
  queryOptions({
    queryKey: [ws, 'proofs', reader],
    queryFn: ({ signal }) => api.get<ProofList>('/proofs', { signal }),
  });

export const proofQuery = (ws: string, reader: Language, id: string) =>
  queryOptions({
    queryKey: [ws, 'proofs', 'one', id, reader],
    queryFn: ({ signal }) => api.get<ProofView>(`/proofs/${id}`, { signal }),
  });

export const drawQuery = (ws: string, id: string) =>
  queryOptions({
    queryKey: [ws, 'proofs', 'draw', id],
    queryFn: ({ signal }) => api.get<DrawView>(`/proofs/${id}/draw`, { signal }),
  });

/** Proofs and the mandates they judge are asked again after a change. */
export function useProofsChanged(ws: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: [ws, 'proofs'] });
    await client.invalidateQueries({ queryKey: [ws, 'mandates'] });
  };
}
