import type { Interval } from '../interval.ts';
import type { Effect, Question, Week } from './engine.ts';
import { quantileOf, shareBelow } from './mixture.ts';
import { judge, readRanges, type Verdict } from './verdict.ts';

export interface Place {
  /** The same weeks for all places, from the first to the last watched. */
  readonly weeks: readonly Week[];
  /** In which week the same thing was begun here; undefined where it was not. */
  readonly start: number | undefined;
}

export interface Staggered {
  readonly places: readonly Place[];
  /** How many weeks after each start are looked at, the same for all. */
  readonly after: number;
  readonly of: Question['of'];
  /** As for one place: a share for counts, in their unit for rates. */
  readonly matters: number;
}

export interface Pooled {
  /** What each place says alone, in their order; undefined for places without start. */
  readonly alone: readonly (Verdict | undefined)[];
  /** How many had enough data to count. */
  readonly places: number;
  /** Mean effect, on the transformed scale. */
  readonly effect: number;
  readonly range90: Interval;
  readonly range95: Interval;
  /** Of counts, as a share; of rates, the effect itself. */
  readonly change: number;
  readonly changeRange95: Interval;
  readonly chancePositive: number;
  /** Standard deviation of the effect between places, beyond what chance makes. */
  readonly between: number;
  readonly verdict: 'effect_up' | 'effect_down' | 'no_material_change' | 'cannot_tell';
}

export type StaggeredRefusal = 'too_few_places' | 'same_start';

export const FEWEST_PLACES = 3;

/**
 * The same thing begun in several places at different times. Each place is judged by the effect engine, with the mean of
 * the places not begun in its weeks as control where there is one; effects are pooled with a variance between places
 * (DerSimonian and Laird, 1986) and a Student range of as many degrees as places less one (Knapp and Hartung, 2003, never
 * narrower than without). Refused with fewer than three places that say something, or when all began in one week: then
 * what else happened that week cannot be told from what was done.
 */
export function staggeredStarts(
  staggered: Staggered,
): { readonly refused: StaggeredRefusal } | { readonly found: Pooled } {
  const alone = staggered.places.map((place) => judgeAlone(place, staggered));
  const said = alone.flatMap((verdict, n) =>
    verdict !== undefined && 'effect' in verdict
      ? [{ start: staggered.places[n]?.start, estimate: estimateOf(verdict.effect) }]
      : [],
  );
  if (said.length < FEWEST_PLACES) return { refused: 'too_few_places' };
  if (new Set(said.map(({ start }) => start)).size === 1) return { refused: 'same_start' };
  return {
    found: {
      alone,
      ...pool(
        said.map(({ estimate }) => estimate),
        staggered,
      ),
    },
  };
}

function judgeAlone({ weeks, start }: Place, { places, after, of, matters }: Staggered): Verdict | undefined {
  if (start === undefined) return undefined;
  const until = start + after;
  const untouched = places.filter((other) => other.start === undefined || other.start >= until);
  const control = meanWeeks(untouched, until, of);
  return judge({
    weeks: weeks.slice(0, until),
    before: start,
    of,
    matters,
    controls: control === undefined ? [] : [control],
  });
}

/** Mean of places week by week, counts by their logarithms; undefined when a week has none, or none varies. */
function meanWeeks(places: readonly Place[], until: number, of: Question['of']): readonly number[] | undefined {
  const [to, from] = of === 'counts' ? [Math.log1p, Math.expm1] : [Number, Number];
  const means: number[] = [];
  for (let week = 0; week < until; week += 1) {
    const seen = places.map(({ weeks }) => weeks[week]).filter((value) => typeof value === 'number');
    if (seen.length === 0) return undefined;
    means.push(from(seen.reduce((sum, value) => sum + to(value), 0) / seen.length));
  }
  return means.some((value) => value !== means[0]) ? means : undefined;
}

interface PlaceEstimate {
  readonly effect: number;
  readonly variance: number;
}

function estimateOf({ effect, range95 }: Effect): PlaceEstimate {
  return { effect, variance: ((range95.high - range95.low) / 3.92) ** 2 };
}

function pool(estimates: readonly PlaceEstimate[], { of, matters }: Staggered): Omit<Pooled, 'alone'> {
  const variance = betweenPlaces(estimates);
  const weights = estimates.map((one) => 1 / (one.variance + variance));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const effect = estimates.reduce((sum, one, n) => sum + one.effect * (weights[n] ?? 0), 0) / total;
  const df = estimates.length - 1;
  const spread = estimates.reduce((sum, one, n) => sum + (weights[n] ?? 0) * (one.effect - effect) ** 2, 0) / df;
  const mixture = [{ weight: 1, mean: effect, scale: Math.sqrt(Math.max(1, spread) / total), df }];
  const around = (share: number): Interval => ({
    low: quantileOf(mixture, (1 - share) / 2),
    high: quantileOf(mixture, (1 + share) / 2),
  });
  const ranges = { range90: around(0.9), range95: around(0.95) };
  const asChange = of === 'counts' ? Math.expm1 : Number;
  return {
    places: estimates.length,
    effect,
    ...ranges,
    change: asChange(effect),
    changeRange95: { low: asChange(ranges.range95.low), high: asChange(ranges.range95.high) },
    chancePositive: 1 - shareBelow(mixture, 0),
    between: Math.sqrt(variance),
    verdict: VERDICTS[readRanges(ranges, { of, matters })],
  };
}

const VERDICTS = {
  above: 'effect_up',
  below: 'effect_down',
  within: 'no_material_change',
  wide: 'cannot_tell',
} as const satisfies Record<ReturnType<typeof readRanges>, Pooled['verdict']>;

/** DerSimonian and Laird's moment estimate of the variance between places; 0 when chance explains them. */
function betweenPlaces(estimates: readonly PlaceEstimate[]): number {
  let [weights, squares, sum] = [0, 0, 0];
  for (const { effect, variance } of estimates) {
    weights += 1 / variance;
    squares += 1 / variance ** 2;
    sum += effect / variance;
  }
  const q = estimates.reduce((total, { effect, variance }) => total + (effect - sum / weights) ** 2 / variance, 0);
  return Math.max(0, (q - estimates.length + 1) / (weights - squares / weights));
}
