import { useQuery } from '@tanstack/react-query';
import type { FigureQuery } from '#cockpit/figures/wire.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import type { UrlState } from '#web/app/url-state.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { useLanguage } from '#web/i18n/index.ts';
import { periodOf, periodText, USUAL_PERIOD } from '#web/ui/period.ts';
import type { Period } from '#web/ui/period.ts';
import { addDays, moved } from './days.ts';
import type { Days } from './days.ts';
import type { AskedDays, Slice } from './figures-query.ts';
import { beginningQuery, endQuery } from './figures-query.ts';

/** What the server takes when no days are asked for. */
const USUAL_DAYS = 90;

export interface HealthView {
  readonly values: UrlState;
  readonly change: (next: UrlState) => void;
  readonly slice: Slice;
  readonly period: Period;
  /** Undefined until the server has said where the activity ends or begins, for the periods that hang on it. */
  readonly days: AskedDays | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  readonly isCompared: boolean;
  /** The same days whole, and the day after the newest activity; undefined until they are known. */
  readonly window: Days | undefined;
  readonly end: string | undefined;
}

/** The view in the address: place, channel, period, comparison; and the days that the period means. */
export function useHealthView(ws: string): HealthView {
  const [values, change] = useUrlState();
  const slice: Slice = { place: values['place'], channel: values['channel'] };
  const period = periodOf(values['period']);
  const end = useQuery(endQuery(ws, slice));
  const beginning = useQuery({
    ...beginningQuery(ws, slice, end.data ?? ''),
    enabled: period.kind === 'all' && end.data !== undefined,
  });
  const days = daysOf(period, end.data, beginning.data);
  return {
    values,
    change,
    slice,
    period,
    days,
    window: days === undefined ? undefined : wholeOf(days, end.data),
    error: end.error ?? beginning.error,
    retry: () => void (end.isError ? end.refetch() : beginning.refetch()),
    isCompared: values['compare'] !== 'none',
    end: end.data,
  };
}

function daysOf(period: Period, end: string | undefined, beginning: string | null | undefined): AskedDays | undefined {
  if (period.kind === 'range') return { from: period.from, until: addDays(period.until, 1) };
  if (period.kind === 'all') return beginning === undefined ? undefined : beginning === null ? {} : { from: beginning };
  if (periodText(period) === periodText(USUAL_PERIOD)) return {};
  return end === undefined ? undefined : { from: addDays(end, -period.days) };
}

function wholeOf({ from, until }: AskedDays, end: string | undefined): Days | undefined {
  const last = until ?? end;
  return last === undefined ? undefined : { from: from ?? addDays(last, -USUAL_DAYS), until: last };
}

/** How to ask the server for this view; undefined while the days are not known. `full` is what it compares with. */
export function useAsking(ws: string, view: HealthView, full: FigureQuery['compare']) {
  const language = useLanguage();
  const { slice, days, isCompared } = view;
  return { ws, language, slice, days: days ?? {}, compare: isCompared ? full : ('none' as const) };
}

/** What the arrows and `x` do, for keys and buttons; undefined where the period cannot move. */
export interface Steps {
  readonly earlier: (() => void) | undefined;
  readonly later: (() => void) | undefined;
}

/** Moves the period by its length with the arrows, shows or hides the comparison with `x`. */
export function useSteps({ change, isCompared, window, end }: HealthView): Steps {
  const stepTo = (direction: -1 | 1): (() => void) | undefined => {
    const next = window === undefined || end === undefined ? undefined : moved(window, direction, end);
    if (next === undefined) return undefined;
    return () => change({ period: textOf(next) });
  };
  const steps: Steps = { earlier: stepTo(-1), later: stepTo(1) };
  useShortcut('healthEarlier', () => steps.earlier?.(), steps.earlier !== undefined);
  useShortcut('healthLater', () => steps.later?.(), steps.later !== undefined);
  useShortcut('healthCompare', () => change({ compare: isCompared ? 'none' : undefined }));
  return steps;
}

/** As the address keeps it: the usual period is not written. */
export function textOf(period: Period): string | undefined {
  const text = periodText(period);
  return text === periodText(USUAL_PERIOD) ? undefined : text;
}
