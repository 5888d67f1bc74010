import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { loadLanguage } from '#web/i18n/index.ts';
import type { SessionSpace, SessionView } from '#workspace/sign-in/wire.ts';
import { api, carry, onStaleProof } from './api.ts';
import { setPreferences } from './preferences.ts';
import { queryClient } from './query.ts';

export type { SessionSpace, SessionView } from '#workspace/sign-in/wire.ts';

/** The person who is signed in. */
export type Person = NonNullable<SessionView['person']>;

/** Who reads and where they may go; strangers get an answer too, without a person. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await api.get<SessionView>('/session', { signal });
    await follow(session);
    return session;
  },
  staleTime: 300_000,
});

onStaleProof(() => queryClient.query({ ...sessionQuery, staleTime: 0 }));

/** What sign-in, welcome and an accepted invitation answer becomes the session, and nothing older is shown. */
export async function takeSession(session: SessionView): Promise<void> {
  await follow(session);
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, session);
}

/** The calls carry the session's proof of origin; the interface takes the person's own language, theme and keys. */
async function follow({ csrf, person }: SessionView): Promise<void> {
  carry({ csrf: csrf === '' ? undefined : csrf });
  if (person === undefined) return;
  // The words first, so that the change of language shows no empty page.
  await loadLanguage(person.language);
  setPreferences({ language: person.language, theme: person.theme, singleKeys: person.shortcuts });
}

/** The session, of a stranger as well. */
export function useSession(): SessionView {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whoever reads a page inside a workspace, and that workspace with what may be done there (`space.can`). */
export interface Here {
  readonly person: Person;
  readonly space: SessionSpace;
}

export const HereContext = createContext<Here | undefined>(undefined);

/** For pages inside a workspace: the person and the workspace. Outside of one it is a bug. */
export function useHere(): Here {
  const here = use(HereContext);
  if (here === undefined) throw new Error('useHere outside of a workspace');
  return here;
}
