import type { Interval } from '../interval.ts';
import { filterLevel } from './level.ts';
import { leastSquares, type Fit } from './least-squares.ts';
import { meanOf, quantileOf, shareBelow, type Component, type Mixture } from './mixture.ts';

/** A week of the workspace's zone: a count or a rate; null where the place was not watched. */
export type Week = number | null;

export interface Question {
  /** All weeks, first the `before` ones, then those after the start. */
  readonly weeks: readonly Week[];
  readonly before: number;
  /** Counts are compared by ratio, rates by difference. */
  readonly of: 'counts' | 'rates';
  /** Up to three series declared untouched by what was done, of the same weeks, none missing. */
  readonly controls?: readonly (readonly number[])[];
  /** An annual wave: allowed from 104 weeks before the start on. */
  readonly season?: boolean;
}

export interface Effect {
  /** Mean of the transformed weeks after the start: what came, and what was to be expected without the action. */
  readonly observed: number;
  readonly expected: { readonly mean: number; readonly median: number; readonly range95: Interval };
  /** Observed − expected, on the transformed scale. */
  readonly effect: number;
  readonly range80: Interval;
  readonly range90: Interval;
  readonly range95: Interval;
  /** Of counts, as a share: 0.2 is 20 % more. Of rates, the effect itself. */
  readonly change: number;
  readonly changeRange95: Interval;
  /** Of counts: how many more (or fewer) in all weeks after the start; of rates undefined. */
  readonly extra: number | undefined;
  readonly chancePositive: number;
  /** The smallest change that would have been seen four times in five; as `change`. */
  readonly visible: number;
  /** How much it is believed that the level stood still. */
  readonly stillness: number;
}

/** 80 % power at 95 %: (1.96 + 0.84) ÷ (2 × 1.96) of the 95 % range. */
const VISIBLE = 2.8 / 3.92;
const YEAR = 52.1775;
const STILL = 0.2;
/** Worlds less believed than this change no digit that is shown. */
const NEGLIGIBLE = 1e-14;
/** What is left over of weeks that do not vary is rounding. */
const NOTHING = 1e-20;
const [SLOWEST, FASTEST, POINTS] = [0.01, 3, 25];

/**
 * What an action changed (methods: effect engine v1). A level that wanders at an unknown pace, its pace averaged over a
 * fixed grid; no random numbers, nothing to tune. Undefined: nothing to compare (a side without a week, constant weeks,
 * controls that say the same).
 */
export function effectOf(question: Question): Effect | undefined {
  const frame = frameOf(question);
  if (frame === undefined) return undefined;
  const after = frame.seenAfter;
  const whole = mixtureFor(frame, after);
  const observed = after.reduce((sum, week) => sum + (frame.z[week] ?? 0), 0) / after.length;
  const median = quantileOf(whole, 0.5);
  const around = (share: number): Interval => ({
    low: observed - quantileOf(whole, 1 - (1 - share) / 2),
    high: observed - quantileOf(whole, (1 - share) / 2),
  });
  const range95 = around(0.95);
  const effect = observed - median;
  const asChange = (value: number): number => (question.of === 'counts' ? Math.expm1(value) : value);
  return {
    observed,
    expected: {
      mean: meanOf(whole),
      median,
      range95: { low: quantileOf(whole, 0.025), high: quantileOf(whole, 0.975) },
    },
    effect,
    range80: around(0.8),
    range90: around(0.9),
    range95,
    change: asChange(effect),
    changeRange95: { low: asChange(range95.low), high: asChange(range95.high) },
    extra: question.of === 'counts' ? extraUnits(question, after, effect) : undefined,
    chancePositive: shareBelow(whole, observed),
    visible: asChange(VISIBLE * (range95.high - range95.low)),
    stillness: frame.worlds[0]?.weight ?? 0,
  };
}

function extraUnits({ weeks }: Question, after: readonly number[], effect: number): number {
  return after.reduce((sum, week) => sum + ((weeks[week] ?? 0) + 1) * -Math.expm1(-effect), 0);
}

interface Frame {
  readonly z: readonly number[];
  readonly seenBefore: readonly boolean[];
  /** Weeks after the start in which something was seen. */
  readonly seenAfter: readonly number[];
  readonly before: number;
  readonly length: number;
  readonly columns: readonly (readonly number[])[];
  readonly worlds: readonly World[];
}

/** One pace of the level, and what the weeks before the start say of it. */
export interface World {
  readonly weight: number;
  readonly steps: number;
  readonly df: number;
  readonly level: number;
  readonly columnLevels: readonly number[];
  readonly variance: number;
  readonly coefficients: readonly number[];
  /** RSS ÷ df. */
  readonly noise: number;
  readonly distance: Fit['distance'];
}

function frameOf(question: Question): Frame | undefined {
  const { weeks, before, of, controls = [], season = false } = question;
  const transform = of === 'counts' ? Math.log1p : (value: number) => value;
  const z = weeks.map((week) => (week === null ? 0 : transform(week)));
  const isSeen = weeks.map((week) => week !== null);
  const seenBefore = isSeen.slice(0, before);
  const seenAfter = isSeen.flatMap((seen, week) => (seen && week >= before ? [week] : []));
  const columns = [
    weeks.map(() => 1),
    ...controls.map((control) => standardised(control.map(transform), before)),
    ...(season && before >= 104 ? waves(weeks.length) : []),
  ];
  const worlds = believe(z, columns, seenBefore);
  if (seenAfter.length === 0 || worlds === undefined) return undefined;
  return { z, seenBefore, seenAfter, before, length: weeks.length, columns, worlds };
}

function standardised(values: readonly number[], before: number): readonly number[] {
  const first = values.slice(0, before);
  const mean = first.reduce((sum, value) => sum + value, 0) / before;
  const spread = Math.sqrt(first.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (before - 1));
  return values.map((value) => (value - mean) / spread);
}

function waves(length: number): readonly (readonly number[])[] {
  const angles = Array.from({ length }, (_, week) => (2 * Math.PI * week) / YEAR);
  return [angles.map(Math.sin), angles.map(Math.cos)];
}

function paces(): readonly { readonly steps: number; readonly prior: number }[] {
  const grid = Array.from({ length: POINTS }, (_, i) => {
    const pace = Math.exp(Math.log(SLOWEST) + ((Math.log(FASTEST) - Math.log(SLOWEST)) * i) / (POINTS - 1));
    return { steps: pace ** 2, prior: (1 - STILL) / POINTS };
  });
  return [{ steps: 0, prior: STILL }, ...grid];
}

/**
 * How much each pace of the level is believed after some transformed weeks, of which those not `seen` are not looked at;
 * `columns` are what z is explained by (ones first), as long as z or longer. Undefined: too few weeks, weeks that do not
 * vary, columns that say the same.
 */
export function believe(
  z: readonly number[],
  columns: readonly (readonly number[])[],
  seen: readonly boolean[],
): readonly World[] | undefined {
  const df = seen.filter(Boolean).length - columns.length;
  if (df < 1) return undefined;
  const found: { readonly world: World; readonly logWeight: number }[] = [];
  for (const { steps, prior } of paces()) {
    const { fresh, logVariance, level, variance } = filterLevel([z, ...columns], seen, steps);
    const [target = [], ...sources] = fresh;
    const fit = leastSquares(sources, target);
    if (fit === undefined || !(fit.residual > NOTHING * squares(target))) return undefined;
    const [ownLevel = 0, ...columnLevels] = level;
    const { coefficients, distance } = fit;
    const noise = fit.residual / df;
    found.push({
      world: { weight: 0, steps, df, level: ownLevel, columnLevels, variance, coefficients, noise, distance },
      logWeight: Math.log(prior) - (logVariance + fit.logDeterminant + df * Math.log(fit.residual)) / 2,
    });
  }
  const most = Math.max(...found.map(({ logWeight }) => logWeight));
  const total = found.reduce((sum, { logWeight }) => sum + Math.exp(logWeight - most), 0);
  return found.map(({ world, logWeight }) => ({ ...world, weight: Math.exp(logWeight - most) / total }));
}

function squares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/** The mean of some weeks after the start, had nothing been done. */
function mixtureFor(frame: Frame, weeks: readonly number[]): Mixture {
  const share = 1 / weeks.length;
  const wanted = frame.columns.map((column) => weeks.reduce((sum, week) => sum + (column[week] ?? 0) * share, 0));
  const likely = frame.worlds.filter(({ weight }) => weight > NEGLIGIBLE);
  return likely.map((world): Component => {
    const d = wanted.map((value, k) => value - (world.columnLevels[k] ?? 0));
    const mean = d.reduce((sum, value, k) => sum + value * (world.coefficients[k] ?? 0), world.level);
    const spread = world.variance + share + world.steps * wandering(frame, weeks) + world.distance(d);
    return { weight: world.weight, mean, scale: Math.sqrt(world.noise * spread), df: world.df };
  });
}

/** How far a level has wandered on average over some weeks since the last one before the start: Σ min(i, j) ÷ n². */
function wandering({ before }: Frame, weeks: readonly number[]): number {
  let sum = 0;
  for (const one of weeks) for (const other of weeks) sum += Math.min(one, other) - before + 1;
  return sum / weeks.length ** 2;
}

/** By week after the start, in the unit of the weeks: what was to be expected, and where 95 in 100 would have lain. */
export interface ExpectedWeek extends Interval {
  readonly median: number;
}

/** What each week after the start would have been had nothing been done; empty where `effectOf` has no answer. */
export function expectedWeeks(question: Question): readonly ExpectedWeek[] {
  const frame = frameOf(question);
  if (frame === undefined) return [];
  const back = question.of === 'counts' ? (z: number) => Math.max(0, Math.expm1(z)) : (z: number) => z;
  return Array.from({ length: frame.length - frame.before }, (_, n) => {
    const mixture = mixtureFor(frame, [frame.before + n]);
    const at = (share: number): number => back(quantileOf(mixture, share));
    return { median: at(0.5), low: at(0.025), high: at(0.975) };
  });
}
