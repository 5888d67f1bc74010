import type { ReactNode } from 'react';
import type { ToneWord } from '#community/understanding/themes/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Chip } from '#web/ui/chip.tsx';

const HUES = { positive: 'field', neutral: 'plain', negative: 'late' } as const;

/** A tone in a word; whether a person said it. */
export function ToneChip({ tone, byPerson }: { readonly tone: ToneWord; readonly byPerson: boolean }): ReactNode {
  const t = useWords();
  return (
    <Chip hue={HUES[tone]}>
      {t(`health-themes.tone.${tone}`)}
      {byPerson && ` · ${t('health-themes.tone.by_person')}`}
    </Chip>
  );
}
