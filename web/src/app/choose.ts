import { loadLanguage } from '#web/i18n/index.ts';
import type { Translate } from '#web/i18n/index.ts';
import type { ChangeMe } from '#workspace/sign-in/wire.ts';
import { api } from './api.ts';
import { preferences, setPreferences } from './preferences.ts';
import type { Preferences } from './preferences.ts';
import { queryClient } from './query.ts';
import { sayProblem } from './say-problem.ts';
import { sessionQuery } from './session.ts';

/**
 * A person chooses language, theme or keys: shown at once, kept on this device, and with the account when there is
 * one. A refusal of the server is said; the device keeps the choice.
 */
export function choose(change: Partial<Preferences>, t: Translate): void {
  chosen(change).catch((error: unknown) => sayProblem(error, t));
}

async function chosen(change: Partial<Preferences>): Promise<void> {
  if (change.language !== undefined) await loadLanguage(change.language);
  setPreferences(change);
  const session = queryClient.getQueryData(sessionQuery.queryKey);
  if (session?.person === undefined) return;
  const { singleKeys, ...rest } = change;
  const now = preferences();
  const person = { ...session.person, language: now.language, theme: now.theme, shortcuts: now.singleKeys };
  queryClient.setQueryData(sessionQuery.queryKey, { ...session, person });
  const wish: ChangeMe = { ...rest, ...(singleKeys === undefined ? {} : { shortcuts: singleKeys }) };
  await api.patch<void>('/me', wish);
}
