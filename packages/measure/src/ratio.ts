import { Z95, type Estimate } from './interval.ts';

/** Sums over `persons` people, of whom each brings a part `x` and a whole `y` ≥ `x`. */
export interface RatioSums {
  readonly persons: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/**
 * Σx ÷ Σy with its 95 % interval when people, not their days, are the independent observations: variance by Taylor
 * linearisation (the ratio estimator of survey sampling), interval on the logit so that it stays within 0…1. Undefined
 * without any y; two people are the fewest that tell a variance, below the interval is all of 0…1.
 */
export function ratioOfSums({ persons, x, y, xx, xy, yy }: RatioSums): Estimate | undefined {
  if (y === 0) return undefined;
  const value = Math.min(1, x / y);
  if (persons < 2) return { value, low: 0, high: 1 };
  if (value === 0 || value === 1) return { value, low: value, high: value };
  const squares = Math.max(0, xx - 2 * value * xy + value * value * yy);
  const error = Math.sqrt((squares * persons) / (persons - 1)) / y;
  const half = (Z95 * error) / (value * (1 - value));
  const centre = Math.log(value / (1 - value));
  return { value, low: 1 / (1 + Math.exp(half - centre)), high: 1 / (1 + Math.exp(-half - centre)) };
}
