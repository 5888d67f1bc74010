import { logGamma } from './gamma.ts';

const PRECISION = 1e-15;
const TINY = 1e-300;

/** The regularised incomplete beta function I_x(a, b), a, b > 0, 0 ≤ x ≤ 1 (continued fraction, DLMF 8.17.22). */
export function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const scale = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  // The fraction converges fast on this side of the mean only.
  return x < (a + 1) / (a + b + 2) ? (scale / a) * fraction(x, a, b) : 1 - (scale / b) * fraction(1 - x, b, a);
}

/** Lentz's way of reading a continued fraction from the front. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let n = 1, step = 0; Math.abs(step - 1) > PRECISION && n < 10_000; n += 1) {
    const even = (n * (b - n) * x) / ((a + 2 * n - 1) * (a + 2 * n));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= c * d;
    const odd = (-(a + n) * (a + b + n) * x) / ((a + 2 * n) * (a + 2 * n + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    step = c * d;
    result *= step;
  }
  return result;
}

function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** P(T ≤ t) of Student's t with `df` > 0 degrees of freedom (DLMF 8.17.2 with x = df ÷ (df + t²)). */
export function studentShare(t: number, df: number): number {
  const tail = betaShare(df / (df + t * t), df / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}
