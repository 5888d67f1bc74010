import { betaShare } from '../beta.ts';
import type { Draws } from '../draws.ts';

/** What somebody says of a number nobody knows, in its own unit; low ≤ likely ≤ high. */
export interface Range {
  readonly shape: 'pert' | 'triangular';
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** Whether the three numbers stand in order and are numbers. */
export function isRange({ low, likely, high }: Range): boolean {
  return Number.isFinite(low) && Number.isFinite(high) && low <= likely && likely <= high;
}

/** The two parameters of the beta curve a PERT range stands for: 1 + 4(m − a) ÷ (b − a) and 1 + 4(b − m) ÷ (b − a). */
function bends({ low, likely, high }: Range): readonly [number, number] {
  return [1 + (4 * (likely - low)) / (high - low), 1 + (4 * (high - likely)) / (high - low)];
}

/**
 * Mean and variance. PERT: (a + 4m + b) ÷ 6 and (mean − a)(b − mean) ÷ 7; triangular: (a + m + b) ÷ 3 and
 * (a² + m² + b² − am − ab − mb) ÷ 18.
 */
export function momentsOf({ shape, low, likely, high }: Range): { readonly mean: number; readonly variance: number } {
  if (shape === 'pert') {
    const mean = (low + 4 * likely + high) / 6;
    return { mean, variance: ((mean - low) * (high - mean)) / 7 };
  }
  const [left, right] = [likely - low, high - likely];
  return { mean: (low + likely + high) / 3, variance: (left * left + left * right + right * right) / 18 };
}

const HALVINGS = 100;

/** The value below which a share (0 to 1) of the range lies. */
export function rangeQuantile(range: Range, share: number): number {
  const { shape, low, likely, high } = range;
  const width = high - low;
  if (!(width > 0) || share <= 0) return low;
  if (share >= 1) return high;
  if (shape === 'triangular') return triangular(range, share);
  const [a, b] = bends({ shape, low, likely, high });
  let [under, over] = [0, 1];
  for (let n = 0; n < HALVINGS && over - under > 1e-15; n += 1) {
    const middle = (under + over) / 2;
    if (betaShare(middle, a, b) < share) under = middle;
    else over = middle;
  }
  return low + (width * (under + over)) / 2;
}

function triangular({ low, likely, high }: Range, share: number): number {
  const width = high - low;
  return share * width < likely - low
    ? low + Math.sqrt(share * width * (likely - low))
    : high - Math.sqrt((1 - share) * width * (high - likely));
}

/** Draws values of a range, one a call. */
export function drawer(range: Range, draws: Draws): () => number {
  const { shape, low, high } = range;
  if (!(high > low)) return () => low;
  if (shape === 'triangular') return () => triangular(range, draws.even());
  const [a, b] = bends(range);
  return () => {
    const x = draws.gamma(a);
    return low + ((high - low) * x) / (x + draws.gamma(b));
  };
}
