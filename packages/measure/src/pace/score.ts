import type { Interval } from '../interval.ts';
import { isMet, type Aim, type Forecast } from './forecast.ts';

/** A forecast that was stored, and what came. */
export interface Kept extends Pick<Forecast, 'median' | 'range50' | 'range80' | 'range95' | 'chance'> {
  readonly aim?: Aim;
  readonly came: number;
}

export interface Score {
  readonly forecasts: number;
  /** How many 80 % ranges, and 95 % ranges, held what came (ends in). */
  readonly held80: number;
  readonly held95: number;
  /** Mean weighted interval score, in the unit of the forecasts, less is better; undefined of none. */
  readonly wis: number | undefined;
  /** Mean squared error of the chances told, 0 to 1, less is better; undefined when none was told. */
  readonly brier: number | undefined;
  /** Of the last 20: `too_early` with fewer, `off` where fewer than 60 % or more than 95 % of the 80 % ranges held. */
  readonly trust: 'too_early' | 'kept' | 'off';
}

export const JUDGED = 20;
const [LEAST_HELD, MOST_HELD] = [0.6, 0.95];

/** How good stored forecasts were, the oldest first. */
export function scoreForecasts(kept: readonly Kept[]): Score {
  const last = kept.slice(-JUDGED);
  const share = last.filter(({ range80, came }) => holds(range80, came)).length / JUDGED;
  const told = kept.flatMap(({ aim, chance, came }) =>
    aim === undefined || chance === undefined ? [] : [brierOf(chance, isMet(aim, came))],
  );
  return {
    forecasts: kept.length,
    held80: kept.filter(({ range80, came }) => holds(range80, came)).length,
    held95: kept.filter(({ range95, came }) => holds(range95, came)).length,
    wis: mean(kept.map((one) => intervalScore(one, one.came))),
    brier: mean(told),
    trust: last.length < JUDGED ? 'too_early' : share < LEAST_HELD || share > MOST_HELD ? 'off' : 'kept',
  };
}

/**
 * Weighted interval score of a median and ranges of 50, 80 and 95 % (Bracher, Ray, Gneiting and Reich, 2021):
 * (½|y − m| + Σ ½α (width + 2/α × by how much it missed)) ÷ (ranges + ½), in the unit of y.
 */
export function intervalScore(
  { median, range50, range80, range95 }: Pick<Forecast, 'median' | 'range50' | 'range80' | 'range95'>,
  came: number,
): number {
  const ranges = [
    [range50, 0.5],
    [range80, 0.2],
    [range95, 0.05],
  ] as const;
  const sum = ranges.reduce(
    (total, [range, outside]) => {
      const missed = Math.max(0, range.low - came, came - range.high);
      return total + (outside / 2) * (range.high - range.low) + missed;
    },
    Math.abs(came - median) / 2,
  );
  return sum / (ranges.length + 0.5);
}

/** Squared error of a chance, 0 to 1. */
export function brierOf(chance: number, happened: boolean): number {
  return (chance - (happened ? 1 : 0)) ** 2;
}

/** Whether a range holds a value, ends in. */
export function holds({ low, high }: Interval, value: number): boolean {
  return low <= value && value <= high;
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
