import type { Draws } from '../draws.ts';
import { believe, type Week, type World } from '../effect/engine.ts';

/** Fewer observed weeks than this say nothing of those to come. */
export const FEWEST_FOR_RANGE = 6;

/**
 * Opens possible futures of transformed weeks: each call of the answer starts one, and each call of that gives its next
 * week. Undefined: too few weeks seen, or weeks that do not vary.
 */
export function futures(z: readonly Week[], draws: Draws): (() => () => number) | undefined {
  const seen = z.map((value) => value !== null);
  if (seen.filter(Boolean).length < FEWEST_FOR_RANGE) return undefined;
  const values = z.map((value) => value ?? 0);
  const worlds = believe(values, [values.map(() => 1)], seen);
  const ends = (worlds ?? []).map(endOf);
  const [first] = ends;
  if (first === undefined) return undefined;
  return () => {
    const { df, noise, steps, mean, spread } = pick(ends, first, draws.even());
    const variance = (noise * df) / (2 * draws.gamma(df / 2));
    const [deviation, stride] = [Math.sqrt(variance), Math.sqrt(variance * steps)];
    let level = mean + deviation * Math.sqrt(spread) * draws.normal();
    return () => {
      level += stride * draws.normal();
      return level + deviation * draws.normal();
    };
  };
}

interface End extends Pick<World, 'weight' | 'df' | 'noise' | 'steps'> {
  /** Where the level stands in the last week, and the variance of that in units of the noise. */
  readonly mean: number;
  readonly spread: number;
}

function endOf({ level, columnLevels, variance, coefficients, distance, ...world }: World): End {
  const left = columnLevels.map((column) => 1 - column);
  const mean = left.reduce((sum, share, k) => sum + share * (coefficients[k] ?? 0), level);
  return { ...world, mean, spread: variance + distance(left) };
}

function pick(ends: readonly End[], first: End, share: number): End {
  let [found, sum] = [first, 0];
  for (const end of ends) {
    found = end;
    sum += end.weight;
    if (share < sum) break;
  }
  return found;
}
