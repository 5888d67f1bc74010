import type { ReactNode } from 'react';
import type { RunView } from '#community/imports/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import type { State } from '#web/ui/chip.tsx';
import { StateChip } from '#web/ui/chip.tsx';

const MARKS = {
  uploading: 'running',
  choosing: 'waiting',
  waiting: 'waiting',
  reading: 'running',
  done: 'good',
  cut_short: 'waiting',
  failed: 'late',
  cancelled: 'off',
} as const satisfies Readonly<Record<RunView['state'], State>>;

/** The state of an import, in a word. */
export function RunState({ state }: { readonly state: RunView['state'] }): ReactNode {
  const t = useWords();
  return <StateChip state={MARKS[state]}>{t(`imports.state.${state}`)}</StateChip>;
}
