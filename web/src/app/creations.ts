import { useSyncExternalStore } from 'react';
import type { WordKey } from '#web/i18n/index.ts';
import type { SessionSpace } from '#workspace/sign-in/wire.ts';

/** Something that is begun from anywhere. */
interface Creation {
  readonly id: 'objective' | 'mandate' | 'insight' | 'signal' | 'action';
  /** `c`, then its letter. */
  readonly keys: `c ${string}`;
  readonly word: WordKey;
  /** The right in this workspace without which it is not offered. */
  readonly needs: keyof SessionSpace['can'];
}

/** What can be begun from anywhere, in the order of the menu. A thing that does not exist yet has no line here. */
export const CREATIONS = [
  { id: 'objective', keys: 'c o', word: 'shell.create.objective', needs: 'setCourse' },
  { id: 'mandate', keys: 'c m', word: 'shell.create.mandate', needs: 'giveMandates' },
  { id: 'insight', keys: 'c i', word: 'shell.create.insight', needs: 'writeInsights' },
  { id: 'signal', keys: 'c s', word: 'shell.create.signal', needs: 'raise' },
  { id: 'action', keys: 'c a', word: 'shell.create.action', needs: 'logActions' },
] as const satisfies readonly Creation[];

export type CreationId = Creation['id'];

/** What of it this person may begin here. */
export function creationsOf(can: SessionSpace['can']): readonly (typeof CREATIONS)[number][] {
  return CREATIONS.filter(({ needs }) => can[needs]);
}

let begun: CreationId | undefined;
const listeners = new Set<() => void>();

/** Begins something: its form opens over whatever page this is. `undefined` closes it. */
export function begin(id: CreationId | undefined): void {
  begun = id;
  for (const tell of listeners) tell();
}

/** What is being begun now. */
export function useBegun(): CreationId | undefined {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => begun,
  );
}
