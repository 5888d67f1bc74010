import { gammaShare } from './gamma.ts';
import type { Estimate } from './interval.ts';

const TAIL = 0.025;

/**
 * The exact 95 % interval of a Poisson mean for an observed whole `count` ≥ 0 (F. Garwood, 1936): the means under
 * which the count, or one further out, would come with 2.5 %.
 */
export function poissonExact(count: number): Estimate {
  const spread = 6 * Math.sqrt(count + 1) + 20;
  const low = count === 0 ? 0 : bisect(Math.max(0, count - spread), count, (mean) => gammaShare(count, mean) - TAIL);
  const high = bisect(count, count + spread, (mean) => TAIL - (1 - gammaShare(count + 1, mean)));
  return { value: count, low, high };
}

/** The zero of an increasing function between two points, to the last digit that matters. */
function bisect(from: number, to: number, increasing: (x: number) => number): number {
  let [low, high] = [from, to];
  for (let turn = 0; turn < 80 && high - low > 1e-12 * high; turn += 1) {
    const middle = (low + high) / 2;
    if (increasing(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
