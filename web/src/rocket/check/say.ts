import type { IndicatorView } from '#rocket/check/wire.ts';
import type { Formatter, Translate, WordKey } from '#web/i18n/index.ts';

export interface Speech {
  readonly t: Translate;
  readonly format: Formatter;
}

type Id =
  | 'objectives'
  | 'key_results'
  | 'verdicts'
  | 'reviews'
  | 'value_model'
  | 'pilot'
  | 'tied'
  | 'hosts'
  | 'signals'
  | 'decided'
  | 'loop'
  | 'reply_coverage'
  | 'clocks'
  | 'welcomed'
  | 'moderation'
  | 'planned'
  | 'presence';

/** Words that hang on an indicator, as `check.name.tied`. */
export function wordOf(of: 'name' | 'do', id: string): WordKey {
  return `check.${of}.${id as Id}`;
}

/** Percentages are written from so many cases on; below, they are told one by one. */
const ENOUGH = 20;

/** What was found, as short as it can be told. */
export function sayValue({ value, n, of, unit, state }: IndicatorView, { t, format }: Speech): string {
  if (value === null) return t(state === 'missing' ? 'check.none' : 'check.unavailable');
  if (unit === 'share' && n !== null && of !== null && of < ENOUGH) {
    return t('check.of', { n: format.number(n, 0), of: format.number(of, 0) });
  }
  if (unit === 'steps') return t(value >= 1 ? 'check.held' : 'check.half_held');
  return sayNumber(unit, value, format);
}

/** A bound in the unit of its indicator. */
export function sayBound({ unit }: Pick<IndicatorView, 'unit'>, bound: number, format: Formatter): string {
  return sayNumber(unit, bound, format);
}

function sayNumber(unit: IndicatorView['unit'], value: number, format: Formatter): string {
  if (unit === 'share') return format.percent(value);
  if (unit === 'seconds') return format.duration(value);
  return format.number(value, unit === 'per_1000' ? 1 : 0);
}

type Because = 'no_traces';
type Seen = 'reply_coverage';

/** What stands behind the value: how many of how many, or why there is none. */
export function sayTraces({ id, value, n, of, because }: IndicatorView, { t, format }: Speech): string {
  if (value === null) return t(`check.because.${(because ?? 'no_traces') as Because}`);
  const [count, whole] = [n ?? 0, of ?? 0];
  return t(`check.seen.${id as Seen}`, {
    n: format.number(count, 0),
    of: format.number(whole, 0),
    rest: whole - count,
    whole,
    count,
  });
}

/** From where on it is in place and from where on missing, in words. */
export function sayBounds({ unit, better, bounds }: IndicatorView, { t, format }: Speech): string {
  if (unit === 'steps' || unit === 'objectives') return '';
  const [inPlace, missing] = [sayNumber(unit, bounds.inPlace, format), sayNumber(unit, bounds.missing, format)];
  if (bounds.missing === 0) return t('check.bounds.none', { inPlace });
  return t(better === 'more' ? 'check.bounds.more' : 'check.bounds.less', { inPlace, missing });
}

/** Where the value and the bound lie on a bar, from 0 to 1. */
export function placesOf({ unit, value, better, bounds }: IndicatorView): {
  readonly value: number;
  readonly bound: number;
} {
  const end = unit === 'share' || unit === 'steps' ? 1 : better === 'more' ? bounds.inPlace * 1.5 : bounds.missing;
  return { value: Math.min(1, (value ?? 0) / end), bound: Math.min(1, bounds.inPlace / end) };
}
