import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import type { HealthView } from '../use-view.ts';
import { BarSelect } from './bar-select.tsx';

/** What the values are set against; `x` takes it away and brings it back. */
export function CompareChoice({ view: { compare, change } }: { readonly view: HealthView }): ReactNode {
  const t = useWords();
  return (
    <BarSelect
      label={t('health.compare')}
      value={compare}
      onChange={(next) => change({ compare: next === 'previous' ? undefined : next })}
      options={(['previous', 'year', 'none'] as const).map((value) => ({
        value,
        label: t(`health.compare.${value}`),
      }))}
    />
  );
}
