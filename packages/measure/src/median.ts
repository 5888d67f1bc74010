import type { Estimate } from './interval.ts';

/** Ranks, from 1, of the order statistics that enclose the median; `coverage` is what they really cover. */
export interface MedianRanks {
  readonly lower: number;
  readonly upper: number;
  readonly coverage: number;
}

/** The fewest values a median with an interval can be given for: with 5, even the extremes cover less than 95 %. */
export const MEDIAN_MINIMUM = 6;

/**
 * The narrowest symmetric pair of order statistics that covers the median with at least 95 % (the sign test turned
 * round: ranks of Binomial(n, ½)). Undefined below six values.
 */
export function medianRanks(n: number): MedianRanks | undefined {
  if (n < MEDIAN_MINIMUM) return undefined;
  // P(at most k of n) for a fair coin, built up from k = 0 in logarithms so that large n does not underflow.
  let logTerm = -n * Math.LN2;
  let below = Math.exp(logTerm);
  let lower = 1;
  let covered = below;
  for (let k = 1; ; k += 1) {
    logTerm += Math.log((n - k + 1) / k);
    below += Math.exp(logTerm);
    if (below > 0.025) break;
    lower = k + 1;
    covered = below;
  }
  return { lower, upper: n - lower + 1, coverage: 1 - 2 * covered };
}

/** The median of finite `values` (mean of the two middle ones when their number is even) with its interval. */
export function medianOf(values: readonly number[]): Estimate | undefined {
  const ranks = medianRanks(values.length);
  if (ranks === undefined) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (rank: number): number => sorted[rank - 1] ?? Number.NaN;
  const half = (values.length + 1) / 2;
  return {
    value: (at(Math.floor(half)) + at(Math.ceil(half))) / 2,
    low: at(ranks.lower),
    high: at(ranks.upper),
  };
}
