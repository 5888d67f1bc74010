import { queryClient } from '#web/app/query.ts';

/** What an import brings, or takes back, changes every other page of the workspace. */
export function refreshElsewhere(ws: string): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === ws && queryKey[1] !== 'import' });
}
