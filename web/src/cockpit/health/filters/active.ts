import type { Speech } from '../say-figure.ts';
import { listIn, NARROWING } from '../view.ts';
import type { HealthView, Narrowing } from '../view.ts';
import type { Choice } from './choices.ts';

/** One way in which the figures are narrowed, in words. */
export interface Active {
  readonly id: Narrowing;
  readonly label: string;
  readonly text: string;
}

/** What narrows the figures now, in words. */
export function activeFilters(view: HealthView, choices: readonly Choice[], { t, format }: Speech): readonly Active[] {
  return NARROWING.flatMap((id) => {
    const values = listIn(view.values, id);
    if (values === undefined) return [];
    const choice = choices.find((one) => one.id === id);
    // Until the choices are there nobody knows the name; afterwards, what is not among them is gone.
    const unknown = choice === undefined ? '…' : t('health.filters.unknown');
    const names = values.map((value) => choice?.options.find((option) => option.value === value)?.label ?? unknown);
    return [{ id, label: choice?.label ?? t(`health.${id}`), text: format.list(names) }];
  });
}

/** How many ways of narrowing are in use. */
export function activeCount(view: HealthView): number {
  return NARROWING.filter((id) => listIn(view.values, id) !== undefined).length;
}
