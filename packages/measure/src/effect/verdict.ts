import { effectOf, type Effect, type Question } from './engine.ts';

export type Verdict =
  | {
      readonly verdict: 'not_enough_data';
      readonly reason: 'too_short' | 'missing_weeks' | 'low_volume' | 'nothing_varies';
    }
  | {
      readonly verdict: 'cannot_tell';
      readonly reason: 'confounded' | 'interval_too_wide';
      readonly effect: Effect;
    }
  | { readonly verdict: 'effect_up'; readonly reason: 'interval_above_zero'; readonly effect: Effect }
  | { readonly verdict: 'effect_down'; readonly reason: 'interval_below_zero'; readonly effect: Effect }
  | {
      readonly verdict: 'no_material_change';
      readonly reason: 'interval_within_threshold';
      readonly effect: Effect;
    };

export interface Expectation extends Question {
  /** The change that would matter, as a share for counts (0.1: 10 %), in their unit for rates; more than 0. */
  readonly matters: number;
  /** Something else happened within two weeks of the start, or other places were watched, and nobody has cleared it. */
  readonly confounded?: boolean;
}

export const FEWEST_BEFORE = 26;
export const FEWEST_AFTER = 6;
const MOST_MISSING = 0.1;
const FEWEST_A_WEEK = 5;
const MOST_ZEROS = 0.1;

/** What may be said of an action, in the order of M1: data first, then what else happened, then the range. */
export function judge(expectation: Expectation): Verdict {
  const lack = lackOf(expectation);
  if (lack !== undefined) return { verdict: 'not_enough_data', reason: lack };
  const effect = effectOf(expectation);
  if (effect === undefined) return { verdict: 'not_enough_data', reason: 'nothing_varies' };
  if (expectation.confounded === true) return { verdict: 'cannot_tell', reason: 'confounded', effect };
  switch (readRanges(effect, expectation)) {
    case 'above':
      return { verdict: 'effect_up', reason: 'interval_above_zero', effect };
    case 'below':
      return { verdict: 'effect_down', reason: 'interval_below_zero', effect };
    case 'within':
      return { verdict: 'no_material_change', reason: 'interval_within_threshold', effect };
    default:
      return { verdict: 'cannot_tell', reason: 'interval_too_wide', effect };
  }
}

/** Where the 95 % range lies beside zero; if it holds zero, whether the 90 % range lies within what would not matter. */
export function readRanges(
  { range95, range90 }: Pick<Effect, 'range95' | 'range90'>,
  { of, matters }: Pick<Expectation, 'of' | 'matters'>,
): 'above' | 'below' | 'within' | 'wide' {
  if (range95.low > 0) return 'above';
  if (range95.high < 0) return 'below';
  const threshold = of === 'counts' ? Math.log1p(matters) : matters;
  return range90.low > -threshold && range90.high < threshold ? 'within' : 'wide';
}

function lackOf({ weeks, before, of }: Question): 'too_short' | 'missing_weeks' | 'low_volume' | undefined {
  const first = weeks.slice(0, before);
  const seen = first.filter((week): week is number => week !== null);
  const after = weeks.slice(before).filter((week) => week !== null);
  if (seen.length < FEWEST_BEFORE || after.length < FEWEST_AFTER) return 'too_short';
  if (first.length - seen.length > MOST_MISSING * first.length) return 'missing_weeks';
  if (of === 'counts' && isThin(seen)) return 'low_volume';
  return undefined;
}

/** Too few a week for weeks: take months, or a rate. */
export function isThin(counts: readonly number[]): boolean {
  const zeros = counts.filter((count) => count === 0).length;
  return medianOf(counts) < FEWEST_A_WEEK || zeros > MOST_ZEROS * counts.length;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}

export interface Replay {
  /** Earlier starts on which the same sum could be done, and on how many of them it called an effect. */
  readonly dates: number;
  readonly called: number;
}

/**
 * The same sum on earlier dates, on which nothing is known to have happened: windows of the same two lengths, one after
 * the other backwards from the real start, those with enough data. Tells how often this series cries wolf.
 */
export function replay(expectation: Expectation): Replay {
  const { weeks, before, controls = [] } = expectation;
  const after = weeks.length - before;
  let [dates, called] = [0, 0];
  for (let until = before; until - after - FEWEST_BEFORE >= 0; until -= after) {
    const from = Math.max(0, until - after - before);
    const verdict = judge({
      ...expectation,
      weeks: weeks.slice(from, until),
      controls: controls.map((control) => control.slice(from, until)),
      before: until - after - from,
      confounded: false,
    });
    if (verdict.verdict === 'not_enough_data') continue;
    dates += 1;
    if (verdict.verdict === 'effect_up' || verdict.verdict === 'effect_down') called += 1;
  }
  return { dates, called };
}
