import {
  brierOf,
  drawsOf,
  forecastTotal,
  holds,
  intervalScore,
  quantileOf,
  sampleQuantile,
  type Forecast,
  type Interval,
} from '@passerelle/measure';
import type { Series } from './calibrate-series.ts';

const [HISTORY, QUARTER, ENOUGH] = [26, 13, 5];
const PATHS = 1000;
export const ELAPSED = [3, 6, 9] as const;
export type Elapsed = (typeof ELAPSED)[number];

interface Known {
  /** All weeks until now. */
  readonly weeks: readonly number[];
  readonly done: number;
  readonly elapsed: number;
  readonly seed: number;
}

type Told = Pick<Forecast, 'median' | 'range50' | 'range80' | 'range95'> & {
  readonly chance: (target: number) => number;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function ends(values: Float64Array): Told {
  const sorted = values.toSorted();
  const around = (share: number): Interval => ({
    low: sampleQuantile(sorted, (1 - share) / 2),
    high: sampleQuantile(sorted, (1 + share) / 2),
  });
  return {
    median: sampleQuantile(sorted, 0.5),
    range50: around(0.5),
    range80: around(0.8),
    range95: around(0.95),
    chance: (target) => sorted.filter((end) => end >= target).length / sorted.length,
  };
}

function engine({ weeks, done, elapsed, seed }: Known): Told | undefined {
  const known = { weeks, done, remaining: QUARTER - elapsed, seed, paths: PATHS };
  const found = forecastTotal(known);
  if (found === undefined) return undefined;
  const chance = (target: number): number =>
    forecastTotal({ ...known, aim: { target, wanted: 'at_least' } })?.chance ?? Number.NaN;
  return { ...found, chance };
}

/** As many a week as so far in the quarter, scattered as counts are; its chance is yes or no. */
function straightLine({ done, elapsed }: Known): Told {
  const rest = (done / elapsed) * (QUARTER - elapsed);
  const curve = [{ weight: 1, mean: done + rest, scale: Math.sqrt(Math.max(rest, 0.01)), df: 1e6 }];
  const around = (share: number): Interval => ({
    low: quantileOf(curve, (1 - share) / 2),
    high: quantileOf(curve, (1 + share) / 2),
  });
  const ranges = { range50: around(0.5), range80: around(0.8), range95: around(0.95) };
  return { median: done + rest, ...ranges, chance: (target) => (done + rest >= target ? 1 : 0) };
}

/** Each week to come is one of the last 13, drawn. */
function resampling({ weeks, done, elapsed, seed }: Known): Told {
  const [last, { even }] = [weeks.slice(-13), drawsOf(seed)];
  return ends(
    Float64Array.from({ length: PATHS }, () => {
      let end = done;
      for (let week = elapsed; week < QUARTER; week += 1) end += last[Math.floor(even() * last.length)] ?? 0;
      return end;
    }),
  );
}

export const PACES = { engine, 'straight line': straightLine, resampling } as const;
export type PaceName = keyof typeof PACES;

export interface PaceTrial {
  readonly quarters: number;
  readonly held80: number;
  /** Weighted interval score as a share of a usual quarter, and Brier score of "target reached"; less is better. */
  readonly wis: number;
  readonly brier: number;
}

/** Quarters laid end to end, each with the half year before it, where enough was counted. */
export function quartersOf(series: readonly Series[]): readonly (readonly number[])[] {
  return series.flatMap(({ weeks }) => {
    const found: (readonly number[])[] = [];
    for (let from = 0; from + HISTORY + QUARTER <= weeks.length; from += QUARTER)
      found.push(weeks.slice(from, from + HISTORY + QUARTER));
    return found.filter(
      (one) =>
        sampleQuantile(
          one.slice(0, HISTORY).toSorted((a, b) => a - b),
          0.5,
        ) >= ENOUGH,
    );
  });
}

export function paceTrial(quarters: readonly (readonly number[])[], elapsed: Elapsed, name: PaceName): PaceTrial {
  let [tried, held, wis, brier] = [0, 0, 0, 0];
  for (const [seed, weeks] of quarters.entries()) {
    const usual = (sum(weeks.slice(0, HISTORY)) / HISTORY) * QUARTER;
    const [done, came] = [sum(weeks.slice(HISTORY, HISTORY + elapsed)), sum(weeks.slice(HISTORY))];
    const told = PACES[name]({ weeks: weeks.slice(0, HISTORY + elapsed), done, elapsed, seed });
    if (told === undefined) continue;
    tried += 1;
    if (holds(told.range80, came)) held += 1;
    wis += intervalScore(told, came) / usual;
    for (const share of [0.8, 1, 1.2]) brier += brierOf(told.chance(share * usual), came >= share * usual) / 3;
  }
  return { quarters: tried, held80: held / tried, wis: wis / tried, brier: brier / tried };
}
