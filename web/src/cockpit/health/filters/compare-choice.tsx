import type { ReactNode } from 'react';
import type { UrlState } from '#web/app/url-state.ts';
import type { Translate } from '#web/i18n/index.ts';
import { useWords } from '#web/i18n/index.ts';
import type { Option } from '#web/ui/select.tsx';
import type { HealthView } from '../view.ts';
import { BarSelect } from './bar-select.tsx';

/** What the values are set against; `x` takes it away and brings it back. */
export function CompareChoice({ view: { compare, change } }: { readonly view: HealthView }): ReactNode {
  const t = useWords();
  return (
    <BarSelect
      label={t('health.compare')}
      value={compare}
      onChange={(next) => change(comparedWith(next))}
      options={compareOptions(t)}
    />
  );
}

export function compareOptions(t: Translate): readonly Option[] {
  return (['previous', 'year', 'none'] as const).map((value) => ({ value, label: t(`health.compare.${value}`) }));
}

/** A comparison, as a change of the address: the usual one is not written. */
export function comparedWith(compare: string): UrlState {
  return { compare: compare === 'previous' ? undefined : compare };
}
