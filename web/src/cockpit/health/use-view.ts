import { useQuery } from '@tanstack/react-query';
import { useShortcut } from '#web/app/shortcuts.ts';
import type { UrlState } from '#web/app/url-state.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { useLanguage } from '#web/i18n/index.ts';
import type { Period } from '#web/ui/period.ts';
import { askedPeriod, textOf } from './asked-period.ts';
import type { AskedPeriod } from './asked-period.ts';
import { addDays, moved } from './days.ts';
import type { Days } from './days.ts';
import type { Asking, Compare, Slice } from './figures-query.ts';
import { endQuery } from './figures-query.ts';

/** What values of the address narrow the figures; each may be taken away by itself. */
export const NARROWING = ['place', 'channel', 'segment', 'theme', 'language', 'kind'] as const;
export type Narrowing = (typeof NARROWING)[number];

export interface HealthView {
  readonly values: UrlState;
  readonly change: (next: UrlState) => void;
  readonly slice: Slice;
  readonly asked: AskedPeriod;
  /** What the panel sets a value against. */
  readonly compare: Exclude<Compare, 'both'>;
}

/** The view in the address: what narrows the figures, the period, the comparison. */
export function useHealthView(): HealthView {
  const [values, change] = useUrlState();
  return { values, change, slice: sliceOf(values), asked: askedPeriod(values['period']), compare: compareOf(values) };
}

function sliceOf(values: UrlState): Slice {
  return {
    place: textIn(values, 'place'),
    channel: textIn(values, 'channel'),
    segment: textIn(values, 'segment'),
    theme: listIn(values, 'theme'),
    language: listIn(values, 'language'),
    kind: textIn(values, 'kind'),
  };
}

function textIn(values: UrlState, name: Narrowing): string | undefined {
  return values[name] === '' ? undefined : values[name];
}

/** Several values stand in the address one after the other: `language=fr,en`. */
export function listIn(values: UrlState, name: Narrowing): readonly string[] | undefined {
  const list = (values[name] ?? '').split(',').filter((one) => one !== '');
  return list.length === 0 ? undefined : list;
}

function compareOf(values: UrlState): HealthView['compare'] {
  const compare = values['compare'];
  return compare === 'none' || compare === 'year' ? compare : 'previous';
}

/** Takes away everything that narrows. */
export const UNNARROWED: UrlState = Object.fromEntries(NARROWING.map((name) => [name, undefined]));

/** How to ask the server for this view. `full`: both comparisons instead of the chosen one. */
export function useAsking(ws: string, view: HealthView, { full }: { readonly full: boolean }): Asking {
  const reader = useLanguage();
  const { slice, asked, compare } = view;
  const days = asked.isWrong ? {} : asked.days;
  return { ws, reader, slice, days, compare: full && compare !== 'none' ? 'both' : compare };
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

export function isNarrowed({ values }: HealthView): boolean {
  return NARROWING.some((name) => textIn(values, name) !== undefined);
}
