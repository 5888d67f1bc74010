import { chances } from './graph/draw.ts';

/** Numbers drawn from a few distributions, always the same ones for the same seed. */
export interface Draws {
  /** Evenly from 0 (in) to 1 (out). */
  readonly even: () => number;
  /** Standard normal (polar way of Marsaglia). */
  readonly normal: () => number;
  /** Gamma of this shape, scale 1, shape ≥ 1 (Marsaglia and Tsang, 2000). */
  readonly gamma: (shape: number) => number;
  /** How many of `trials` succeed, each with this chance; above 60 trials by the normal curve, rounded. */
  readonly binomial: (trials: number, chance: number) => number;
}

const FEW_TRIALS = 60;

/** A source of draws for a whole number as seed. */
export function drawsOf(seed: number): Draws {
  const even = chances(seed);
  const normal = (): number => {
    for (;;) {
      const [u, v] = [2 * even() - 1, 2 * even() - 1];
      const square = u * u + v * v;
      if (square > 0 && square < 1) return u * Math.sqrt((-2 * Math.log(square)) / square);
    }
  };
  const gamma = (shape: number): number => {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - even()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const binomial = (trials: number, chance: number): number => {
    if (trials > FEW_TRIALS) {
      const found = Math.round(trials * chance + Math.sqrt(trials * chance * (1 - chance)) * normal());
      return Math.min(trials, Math.max(0, found));
    }
    let successes = 0;
    for (let n = 0; n < trials; n += 1) if (even() < chance) successes += 1;
    return successes;
  };
  return { even, normal, gamma, binomial };
}

/** The value below which a share (0 to 1) of sorted values lies, straight between neighbours; NaN of none. Infinity may be one. */
export function sampleQuantile(sorted: Float64Array | readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return low === high ? low : low + (high - low) * (place - Math.floor(place));
}
