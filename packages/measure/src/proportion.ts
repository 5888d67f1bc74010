import { Z95, type Estimate, type Interval } from './interval.ts';

/**
 * Wilson's score interval, 95 %, of `successes` ÷ `trials` (E. B. Wilson, 1927). `trials` > 0; both may be fractional,
 * for samples whose effective size is not a whole number.
 */
export function wilson(successes: number, trials: number): Estimate {
  const share = successes / trials;
  const z2 = Z95 * Z95;
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (Z95 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials))) / (1 + z2 / trials);
  // The formula reaches the ends exactly; rounding must neither leave 0…1 nor the share itself.
  return {
    value: share,
    low: successes === 0 ? 0 : Math.min(share, Math.max(0, centre - half)),
    high: successes === trials ? 1 : Math.max(share, Math.min(1, centre + half)),
  };
}

/**
 * The interval of `a − b` for two independent estimates, from their own intervals ("square and add"; Zou and Donner,
 * 2008). With Wilson intervals of two proportions it is Newcombe's method 10. An unbounded side stays unbounded.
 */
export function difference(a: Estimate, b: Estimate): Estimate {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

/** Newcombe's method 10, 95 %, for the difference of two independent proportions (R. G. Newcombe, 1998). */
export function newcombe10(first: Counted, second: Counted): Estimate {
  return difference(wilson(first.successes, first.trials), wilson(second.successes, second.trials));
}

export interface Counted {
  readonly successes: number;
  readonly trials: number;
}

/** Kish's effective number of independent draws among weighted ones: (Σw)² ÷ Σw². */
export function effectiveSize(sum: number, sumOfSquares: number): number {
  return sumOfSquares === 0 ? 0 : (sum * sum) / sumOfSquares;
}

/** Whether an interval leaves out zero, and on which side. */
export function sideOfZero(interval: Interval): 'above' | 'below' | 'around' {
  if (interval.low > 0) return 'above';
  return interval.high < 0 ? 'below' : 'around';
}
