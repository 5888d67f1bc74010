import type { ReactNode } from 'react';
import type { Standing } from '#bridge/register/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { StateChip } from '#web/ui/chip.tsx';
import type { State } from '#web/ui/chip.tsx';

const STATES: Readonly<Record<Standing, State>> = {
  overdue: 'late',
  awaiting: 'waiting',
  sent_back: 'waiting',
  postponed: 'off',
  agreed: 'running',
  declined: 'off',
  delivered: 'running',
  told: 'good',
};

/** Where an insight stands, in a word. */
export function StandingChip({ standing }: { readonly standing: Standing }): ReactNode {
  const t = useWords();
  return <StateChip state={STATES[standing]}>{t(`decisions.is.${standing}`)}</StateChip>;
}
