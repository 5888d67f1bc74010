import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Language } from '#kernel/language.ts';
import { api, carry } from './api.ts';

export interface WorkspaceEntry {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly functions: readonly string[];
}

/** Who reads, where they may go and what they may do, as `GET /api/v1/session` says it. */
export interface SessionView {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
    readonly theme?: 'system' | 'light' | 'dark';
  };
  readonly workspaces: readonly WorkspaceEntry[];
  readonly csrf: string;
  readonly can: Readonly<Record<string, boolean>>;
}

/** The session; asking for it also teaches the calls their proof of origin. Rejects with 401 when signed out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await api.get<SessionView>('/session', { signal });
    carry({ csrf: session.csrf });
    return session;
  },
  staleTime: 300_000,
});

/** The session of a page inside a workspace (the route has loaded it already). */
export function useSession(): SessionView {
  return useSuspenseQuery(sessionQuery).data;
}
