import { Z95, type Interval } from './interval.ts';

/** `weight` things that were waited for during `time` ≥ 0: until it came (`event`), or without its having come. */
export interface Waiting {
  readonly time: number;
  readonly event: boolean;
  readonly weight?: number;
}

/** After `time`, `survival` of the things are still waiting; `error` is Greenwood's standard error of that share. */
export interface Step {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  readonly error: number;
}

/** The steps of the curve in order of time; `last` is the longest time anything was watched. */
export interface Curve {
  readonly steps: readonly Step[];
  readonly last: number;
}

interface Tally {
  events: number;
  leaving: number;
}

/**
 * The Kaplan–Meier estimate (1958) with Greenwood's error. What is still waiting counts for as long as it was
 * watched; a thing that left at the very time of an event was still at risk then.
 */
export function kaplanMeier(observed: readonly Waiting[]): Curve {
  const tallies = tally(observed);
  const times = [...tallies.keys()].sort((a, b) => a - b);
  const steps: Step[] = [];
  let atRisk = sumOf(tallies);
  let survival = 1;
  let variance = 0;
  for (const time of times) {
    const { events, leaving } = tallies.get(time) ?? { events: 0, leaving: 0 };
    if (events > 0) {
      survival *= 1 - events / atRisk;
      variance += events === atRisk ? 0 : events / (atRisk * (atRisk - events));
      steps.push({ time, atRisk, events, survival, error: survival * Math.sqrt(variance) });
    }
    atRisk -= leaving;
  }
  return { steps, last: times.at(-1) ?? 0 };
}

function tally(observed: readonly Waiting[]): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (const { time, event, weight = 1 } of observed) {
    const at = tallies.get(time) ?? { events: 0, leaving: 0 };
    if (event) at.events += weight;
    at.leaving += weight;
    tallies.set(time, at);
  }
  return tallies;
}

function sumOf(tallies: ReadonlyMap<number, Tally>): number {
  let sum = 0;
  for (const { leaving } of tallies.values()) sum += leaving;
  return sum;
}

/** Room for rounding in products of shares: a step meant to end on one half must not be missed by 1e-17. */
const ROUNDING = 1e-12;

/** The first time by which `share` (0 < share < 1) has come; undefined when the curve never gets there. */
export function quantile(curve: Curve, share: number): number | undefined {
  return curve.steps.find((step) => step.survival <= 1 - share + ROUNDING)?.time;
}

/** The share that has come within `time`; undefined beyond the longest time anything was watched. */
export function shareBy(curve: Curve, time: number): number | undefined {
  if (time > curve.last) return curve.steps.at(-1)?.survival === 0 ? 1 : undefined;
  return 1 - (curve.steps.findLast((step) => step.time <= time)?.survival ?? 1);
}

/**
 * The 95 % interval of a quantile (Brookmeyer and Crowley, 1982, on the log(−log) scale): the times whose own interval
 * of survival holds `1 − share`. `high` is Infinity where the curve does not tell.
 */
export function quantileInterval(curve: Curve, share: number): Interval {
  const target = 1 - share;
  const low = curve.steps.find((step) => survivalInterval(step).low <= target)?.time;
  const high = curve.steps.find((step) => survivalInterval(step).high < target)?.time;
  return { low: low ?? Infinity, high: high ?? Infinity };
}

/** The pointwise 95 % interval of survival at a step, on the log(−log) scale; at 0 that has no value and the step no width. */
export function survivalInterval({ survival, error }: Step): Interval {
  if (survival <= 0 || survival >= 1) return { low: survival, high: survival };
  const log = Math.log(survival);
  const half = (Z95 * error) / Math.abs(survival * log);
  return { low: survival ** Math.exp(half), high: survival ** Math.exp(-half) };
}
