import type { ReactNode } from 'react';
import type { MandateCard, MandateState } from '#bridge/mandates/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import type { State } from '#web/ui/chip.tsx';
import { StateChip } from '#web/ui/chip.tsx';

const LOOKS = {
  draft: 'off',
  given: 'waiting',
  accepted: 'running',
  discussed: 'waiting',
  active: 'good',
  done: 'waiting',
  judged: 'good',
  withdrawn: 'off',
} as const satisfies Readonly<Record<MandateState, State>>;

/** The state of a mandate in a word; late where its days are over and nobody said that it is done. */
export function MandateChip({ state, isOverdue }: Pick<MandateCard, 'state' | 'isOverdue'>): ReactNode {
  const t = useWords();
  if (isOverdue) return <StateChip state="late">{t('mandates.overdue')}</StateChip>;
  return <StateChip state={LOOKS[state]}>{t(`mandates.state.${state}`)}</StateChip>;
}
