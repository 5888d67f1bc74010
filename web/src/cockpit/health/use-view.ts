import { useQuery } from '@tanstack/react-query';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { useLanguage } from '#web/i18n/index.ts';
import type { Period } from '#web/ui/period.ts';
import { textOf } from './asked-period.ts';
import { addDays, moved } from './days.ts';
import type { Days } from './days.ts';
import type { Asking } from './figures-query.ts';
import { endQuery } from './figures-query.ts';
import { askingOf, viewIn } from './view.ts';
import type { HealthView } from './view.ts';

/** The view in the address. */
export function useHealthView(): HealthView {
  const [values, change] = useUrlState();
  return { ...viewIn(values), change };
}

/** How to ask the server for this view. `full`: both comparisons instead of the chosen one. */
export function useAsking(ws: string, view: HealthView, { full }: { readonly full: boolean }): Asking {
  const asking = askingOf(ws, view, useLanguage());
  return full && asking.compare !== 'none' ? { ...asking, compare: 'both' } : asking;
}

/** What the arrows and `x` do, for keys and buttons; undefined where the period cannot move. */
export interface Steps {
  readonly earlier: (() => void) | undefined;
  readonly later: (() => void) | undefined;
}

/**
 * Moves the period by its length with the arrows, shows or hides the comparison with `x`. `answered`: the window of an
 * answer to this view, where the view does not name its days.
 */
export function useSteps(ws: string, view: HealthView, answered: Days | undefined): Steps {
  const { change, compare, asked, slice } = view;
  const isRange = asked.period.kind === 'range';
  const end = useQuery({ ...endQuery(ws, slice), enabled: isRange });
  const window = asked.isWrong ? undefined : windowOf(asked.period, answered);
  const last = isRange ? end.data : window?.until;
  const stepTo = (direction: -1 | 1): (() => void) | undefined => {
    const next = window === undefined || last === undefined ? undefined : moved(window, direction, last);
    return next === undefined ? undefined : () => change({ period: textOf(next) });
  };
  const steps: Steps = { earlier: stepTo(-1), later: stepTo(1) };
  // Listed by `?` while the window is on its way: only where nothing can come is the key not there.
  useShortcut('healthEarlier', () => steps.earlier?.(), asked.period.kind !== 'all');
  useShortcut('healthLater', () => steps.later?.(), steps.later !== undefined);
  useShortcut('healthCompare', () => change({ compare: compare === 'none' ? undefined : 'none' }));
  return steps;
}

/** Everything cannot be moved: nothing lies before it. */
function windowOf(period: Period, answered: Days | undefined): Days | undefined {
  if (period.kind === 'range') return { from: period.from, until: addDays(period.until, 1) };
  return period.kind === 'all' ? undefined : answered;
}
